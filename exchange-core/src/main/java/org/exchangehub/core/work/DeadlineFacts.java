package org.exchangehub.core.work;

import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.springframework.stereotype.Component;

/** What the access log is told of deadlines, in the transaction that moves them. */
@Component
class DeadlineFacts {

    private final AuditOutbox outbox;

    DeadlineFacts(AuditOutbox outbox) {
        this.outbox = outbox;
    }

    void opened(Deadline opened, Who by) {
        outbox.add(fact(Auditable.DEADLINE_OPENED, opened, by)
                .detail("days", opened.days())
                .build());
    }

    void moved(Deadline.Move move, Deadline moved, Who by) {
        AuditFact.Builder fact = fact(Auditable.DEADLINE_MOVED, moved, by).detail("move", move);
        if (move == Deadline.Move.EXTEND) {
            fact.detail("days", moved.extension());
        }
        outbox.add(fact.build());
    }

    void overdue(Deadline overdue) {
        outbox.add(fact(Auditable.DEADLINE_OVERDUE, overdue, Who.HUB).build());
    }

    private static AuditFact.Builder fact(Auditable kind, Deadline deadline, Who by) {
        Deadline.Term term = deadline.term();
        return AuditFact.of(kind, by)
                .basis(deadline.kind().article())
                .detail("deadline", deadline.id())
                .detail("kind", deadline.kind())
                .detail(deadline.subject().type(), deadline.subject().id())
                .detail("department", deadline.department())
                .detail("state", deadline.state())
                .detail("dueOn", term == null ? null : term.dueOn());
    }
}
