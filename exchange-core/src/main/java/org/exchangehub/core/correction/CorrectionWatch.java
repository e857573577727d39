package org.exchangehub.core.correction;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.exchangehub.core.access.GrantedUses;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.DataSubject;
import org.exchangehub.core.audit.RecordReceivers;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.publication.PublishedRecords;
import org.exchangehub.core.publication.RecordVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks whether what was upheld is corrected: once a release has changed the field, everybody who received the record, as the access
 * log knows, is told in the transaction that says so. Two instances that look at once are told apart by the ticket's version.
 */
@Component
class CorrectionWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CorrectionWatch.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int AT_ONCE = 100;

    private final TicketRepository tickets;
    private final Corrections corrections;
    private final Feedback feedback;
    private final TicketNotices notices;
    private final PublishedRecords records;
    private final RecordReceivers receivers;
    private final GrantedUses uses;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CorrectionWatch(
            TicketRepository tickets,
            Corrections corrections,
            Feedback feedback,
            TicketNotices notices,
            PublishedRecords records,
            RecordReceivers receivers,
            GrantedUses uses,
            TransactionTemplate transaction,
            Clock clock) {
        this.tickets = tickets;
        this.corrections = corrections;
        this.feedback = feedback;
        this.notices = notices;
        this.records = records;
        this.receivers = receivers;
        this.uses = uses;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void run() {
        UUID after = FIRST;
        List<Ticket> upheld = tickets.upheld(after, AT_ONCE);
        while (!upheld.isEmpty()) {
            upheld.forEach(this::look);
            after = upheld.getLast().id();
            upheld = tickets.upheld(after, AT_ONCE);
        }
    }

    private void look(Ticket ticket) {
        try {
            changedIn(ticket).ifPresent(release -> {
                Set<UUID> grants =
                        receivers.grants(new DataSubject.Keyed(ticket.dataset(), new TreeMap<>(ticket.key())));
                transaction.executeWithoutResult(status -> correct(ticket, release, grants));
            });
        } catch (HubProblem problem) {
            LOG.warn("Correction {} is looked at again later: {}", ticket.id(), problem.getMessage());
        }
    }

    private void correct(Ticket ticket, long release, Set<UUID> grants) {
        Ticket corrected = ticket.corrected(release, clock.instant());
        tickets.save(corrected);
        tickets.notice(ticket.id(), ticket.department(), ticket.grant(), clock.instant());
        Set<String> receivers = new HashSet<>(Set.of(ticket.department()));
        for (UUID grant : grants) {
            uses.find(grant).ifPresent(use -> {
                tickets.notice(ticket.id(), use.department(), grant, clock.instant());
                receivers.add(use.department());
            });
        }
        corrections.tell(Auditable.CORRECTION_PUBLISHED, corrected, Who.HUB, null);
        feedback.moved(corrected, Ticket.Move.PUBLISHED, Who.HUB);
        notices.corrected(corrected, receivers, Who.HUB);
    }

    /** The release since the flag that changed the field or deleted the record. */
    private Optional<Long> changedIn(Ticket ticket) {
        List<RowCondition> key = ticket.key().entrySet().stream()
                .map(part -> RowCondition.equal(part.getKey(), part.getValue()))
                .toList();
        List<RecordVersion> newest = records.versions(ticket.dataset(), key, List.of(ticket.field()), 1);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        RecordVersion last = newest.getFirst();
        if (last.deleted()) {
            return Optional.ofNullable(last.until());
        }
        Object value = last.record().values().get(ticket.field());
        boolean changed = !Objects.equals(value == null ? null : value.toString(), ticket.value());
        return changed && last.release() > ticket.release() ? Optional.of(last.release()) : Optional.empty();
    }
}
