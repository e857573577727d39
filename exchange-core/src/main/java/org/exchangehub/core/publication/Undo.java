package org.exchangehub.core.publication;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.publication.Release.Counts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the last release of a dataset back by a release that compensates it: what it inserted ends, what it replaced or
 * deleted is there again as it was. Nothing is removed; receivers of the change feed see it as changes like any other.
 */
@Service
class Undo {

    private final JdbcTemplate jdbc;
    private final PublishedTables tables;
    private final Contracts contracts;
    private final ReleaseHistory history;
    private final AuditOutbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Undo(
            @Qualifier("releaseDataSource") DataSource release,
            PublishedTables tables,
            Contracts contracts,
            ReleaseHistory history,
            AuditOutbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = new JdbcTemplate(release);
        this.tables = tables;
        this.contracts = contracts;
        this.history = history;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes the release back.
     *
     * @param number of the release that is to be the last one; a caller who does not know of a later one is refused
     * @throws HubProblem {@code CONFLICT} when it is not the last or changed nothing
     */
    @Transactional
    public Release undo(String dataset, long number, String reason, Who who) {
        BoundSchema schema = contracts
                .published(dataset)
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "Dataset " + dataset + " is not published"));
        TableLayout layout = tables.layout(schema);
        ReleaseHead head = ReleaseHead.lock(jdbc, dataset);
        Release last = history.find(dataset, number).orElseThrow(() -> ReleaseHistory.unknown(dataset, number));
        requireUndoable(head, last);
        Compensation compensation = new Compensation(jdbc, layout, last, head);
        Release release = new Release(
                dataset,
                head.next(),
                null,
                number,
                schema.version(),
                compensation.apply(),
                0,
                head.seq() + 1,
                head.seq() + compensation.changes(),
                head.notBeforeLast(clock.instant()));
        ReleaseHead.advance(jdbc, release);
        outbox.add(AuditFact.of(Auditable.RELEASE_UNDONE, who)
                .dataset(dataset)
                .rows(compensation.changes())
                .detail("release", release.number())
                .detail("undoes", number)
                .detail("batch", last.batch())
                .detail("reason", reason)
                .build());
        UUID batch = last.batch();
        if (batch != null) {
            events.publishEvent(new BatchUndone(dataset, batch));
        }
        return release;
    }

    private static void requireUndoable(ReleaseHead head, Release last) {
        if (head.release() != last.number()) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Release " + last.number() + " of dataset " + last.dataset() + " is not the last; only the last can"
                            + " be taken back",
                    List.of(new FieldError("release", Long.toString(head.release()), Long.toString(last.number()))));
        }
        Counts counts = last.counts();
        if (counts.inserted() + counts.updated() + counts.deleted() == 0) {
            throw new HubProblem(
                    ErrorCode.CONFLICT, "Release " + last.number() + " changed nothing; there is nothing to take back");
        }
    }
}
