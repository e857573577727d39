package org.exchangehub.core.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What every move of a dataset has in common: it starts from the row locked, so of two decisions at once the second
 * meets the state the first left; it is saved with its history row and its audit fact in one transaction.
 */
@Service
class Steps {

    private static final int OPINION = 1_000;

    private final DatasetRepository datasets;
    private final DatasetLife life;
    private final CatalogFeed feed;
    private final AuditOutbox outbox;
    private final CatalogClocks clocks;
    private final CatalogNotices notices;
    private final Clock clock;

    Steps(
            DatasetRepository datasets,
            DatasetLife life,
            CatalogFeed feed,
            AuditOutbox outbox,
            CatalogClocks clocks,
            CatalogNotices notices,
            Clock clock) {
        this.datasets = datasets;
        this.life = life;
        this.feed = feed;
        this.outbox = outbox;
        this.clocks = clocks;
        this.notices = notices;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The dataset this caller moves, locked until the transaction ends; refuses who may not make the move. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Dataset begin(String code, Move move, Caller caller) {
        Dataset dataset = datasets.locked(code)
                .filter(found -> DatasetFilter.visible(found, caller))
                .orElseThrow(() -> Catalog.unknown(code));
        caller.require(move.role());
        switch (move.role()) {
            case STEWARD, SHARING_HEAD -> caller.requireDepartment(dataset.department());
            case CATALOG_AUTHORITY, DEVELOPER, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> {}
        }
        return dataset;
    }

    /** A dataset the hub itself moves, locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Dataset locked(String code) {
        return datasets.locked(code).orElseThrow(() -> Catalog.unknown(code));
    }

    /** Refuses a decision by somebody who had a part in one of these moves of the edition being worked on. */
    void requireOthers(Dataset dataset, Set<Move> moves, Caller caller) {
        if (life.subjects(dataset.code(), dataset.workingEdition(), moves).contains(caller.subject())) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED,
                    "Dataset " + dataset.code() + " was compiled or consented to by " + caller.name()
                            + " and must be decided on by somebody else.");
        }
    }

    /** Refuses a move that needs a reason and has none, or one too long. */
    static void requireReason(Move move, @Nullable String pointer, @Nullable String said) {
        Violations found = new Violations().text("" + pointer, said, OPINION);
        if (move.reason() == Move.Reason.NEEDED) {
            found.needed("" + pointer, said, "why, and what is to be done about it");
        }
        found.refuse("The move " + move + " needs its reason.");
    }

    /** Saves the dataset after a move and tells of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Dataset moved(Dataset before, Dataset after, Move move, @Nullable String opinion, Caller caller) {
        datasets.save(after);
        if (seen(before, after)) {
            feed.changed(after.code());
        }
        Dataset.State from = move.ofTheDataset() ? before.state() : before.working();
        told(after, move, before.workingEdition(), from, reached(after, move, from), opinion, caller);
        clocks.moved(after, before.workingEdition(), before.change(), move, after.updatedAt(), caller.who());
        return after;
    }

    /** Whether everybody sees something else than before: a change on its way is seen by who works on it only. */
    private static boolean seen(Dataset before, Dataset after) {
        return (before.published() || after.published())
                && (before.state() != after.state()
                        || before.edition() != after.edition()
                        || !before.entry().equals(after.entry()));
    }

    /** Tells of a life that begins: a dataset's or a change's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Dataset begun(Dataset after, Move move, @Nullable String reason, Caller caller) {
        told(after, move, after.workingEdition(), null, after.working(), reason, caller);
        clocks.moved(after, after.workingEdition(), after.change(), move, after.updatedAt(), caller.who());
        return after;
    }

    private static Dataset.State reached(Dataset after, Move move, Dataset.State from) {
        return move == Move.DISCARDED ? move.from(from, after.code()) : after.working();
    }

    private void told(
            Dataset dataset,
            Move move,
            int edition,
            Dataset.@Nullable State from,
            Dataset.State state,
            @Nullable String opinion,
            Caller caller) {
        life.record(new HistoryEntry(
                dataset.code(),
                move,
                edition,
                from,
                state,
                dataset.version(),
                caller.subject(),
                caller.name(),
                caller.department(),
                opinion,
                dataset.updatedAt()));
        outbox.add(AuditFact.of(move.kind(), caller.who())
                .dataset(dataset.code())
                .detail("move", move)
                .detail("state", state)
                .detail("edition", edition)
                .detail("version", dataset.version())
                .detail("title", dataset.title().en())
                .build());
        notices.moved(dataset, edition, move, caller.who());
    }
}
