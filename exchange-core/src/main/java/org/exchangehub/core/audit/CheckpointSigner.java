package org.exchangehub.core.audit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.LogRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Signs a checkpoint soon after the log grew, and none while it does not, under a lease so that only one instance does.
 * It signs nothing that is not consistent with the last checkpoint published and with the last one this instance signed
 * itself: a database restored from an older copy, or a changed key, is refused and said, and the log takes no entries.
 */
@Component
class CheckpointSigner {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSigner.class);
    private static final String LEASE = "checkpoint";
    private static final Duration TERM = Duration.ofSeconds(5);

    private final LogStore store;
    private final LogSigner signer;
    private final LastSigned lastSigned;
    private final Lease lease;
    private final AuditSettings settings;
    private volatile @Nullable String refusal;

    CheckpointSigner(LogStore store, LogSigner signer, LastSigned lastSigned, Lease lease, AuditSettings settings) {
        this.store = store;
        this.signer = signer;
        this.lastSigned = lastSigned;
        this.lease = lease;
        this.settings = settings;
    }

    /** Why the log must not go on, if it must not. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Scheduled(initialDelay = 0, fixedDelay = 300, timeUnit = TimeUnit.MILLISECONDS)
    void run() {
        try {
            signWhatGrew();
            refusal = null;
        } catch (LogRefused refused) {
            String reason = "The access log is not the one signed before. " + refused.getMessage();
            if (!reason.equals(refusal)) {
                LOG.error("{} Nothing is signed or released until an operator resolves this.", reason);
            }
            refusal = reason;
        } catch (DataAccessException unreachable) {
            LOG.warn("No checkpoint can be signed now: {}", unreachable.getMessage());
        }
    }

    private void signWhatGrew() {
        SignedBefore before = new SignedBefore(store, signer.key());
        Checkpoint published = before.read(store.checkpoint().orElse(null), "in the database");
        Checkpoint own = before.read(lastSigned.read().orElse(null), "this instance keeps");
        LogStore.Standing standing = store.standing();
        LogHead head = standing.head();
        SignedBefore.requireEntries(standing);
        if (own != null && published != null) {
            SignedBefore.requireOneLog(own, published);
        }
        for (Checkpoint earlier : earlier(own, published)) {
            before.requireGrown(earlier, head);
        }
        before.requireRoot(head);
        if (published == null || published.size() < head.size()) {
            if (published != null) {
                before.requireConsistent(published, head);
            }
            lease.take(LEASE, TERM).ifPresent(held -> sign(head, held));
        }
    }

    private static List<Checkpoint> earlier(@Nullable Checkpoint own, @Nullable Checkpoint published) {
        return Stream.of(Optional.ofNullable(own), Optional.ofNullable(published))
                .flatMap(Optional::stream)
                .toList();
    }

    private void sign(LogHead head, Lease.Held held) {
        String note = signer.sign(new Checkpoint(settings.origin(), head.size(), head.root()).text());
        lastSigned.keep(note);
        if (!store.publish(head.size(), note, held)) {
            LOG.info("The checkpoint of size {} was not published: another instance signs now", head.size());
        }
    }
}
