package org.exchangehub.core.dispute;

import static org.exchangehub.core.work.DeadlineKind.DISPUTE_APPEAL;
import static org.exchangehub.core.work.DeadlineKind.DISPUTE_DECISION;
import static org.exchangehub.core.work.DeadlineKind.DISPUTE_REPLY;

import java.time.Clock;
import java.time.LocalDate;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.dispute.Dispute.Move;
import org.exchangehub.core.identity.Authority;
import org.exchangehub.core.work.Deadline;
import org.exchangehub.core.work.DeadlineKind;
import org.exchangehub.core.work.Deadlines;
import org.exchangehub.core.work.Subject;
import org.springframework.stereotype.Component;

/**
 * The clocks of disputes: the respondent answers, the authority decides. Decree 809 sets no term for either, so they are on no
 * liability list.
 */
@Component
class DisputeTerms {

    private final Deadlines deadlines;
    private final Authority authority;
    private final Clock clock;

    DisputeTerms(Deadlines deadlines, Authority authority, Clock clock) {
        this.deadlines = deadlines;
        this.authority = authority;
        this.clock = clock;
    }

    /** What deadlines and notices of a dispute are about. */
    static Subject subject(Dispute dispute) {
        Subject about = dispute.contested().about();
        return new Subject("dispute", dispute.id().toString(), about.title(), about.link());
    }

    void opened(Dispute dispute, Who by) {
        deadlines.open(DISPUTE_REPLY, subject(dispute), dispute.contested().respondent(), clock.instant(), by);
    }

    /** The last day of an appeal against what the authority decides now. */
    LocalDate appealUntil() {
        return deadlines.lastDay(DISPUTE_APPEAL, clock.instant());
    }

    /** After a move. */
    void moved(Dispute dispute, Move move, Who by) {
        switch (move) {
            case ANSWERS -> met(DISPUTE_REPLY, dispute, by);
            case YIELDS -> {
                met(DISPUTE_REPLY, dispute, by);
                dropped(DISPUTE_DECISION, dispute, by);
            }
            case ESCALATES -> {
                dropped(DISPUTE_REPLY, dispute, by);
                deadlines.open(DISPUTE_DECISION, subject(dispute), authority.department(), clock.instant(), by);
            }
            case AUTHORITY_UPHOLDS, AUTHORITY_REJECTS -> met(DISPUTE_DECISION, dispute, by);
            case WITHDRAWS, LAPSES -> {
                dropped(DISPUTE_REPLY, dispute, by);
                dropped(DISPUTE_DECISION, dispute, by);
            }
            case ACCEPTS, APPEALS, GOVERNMENT_UPHOLDS, GOVERNMENT_REJECTS, STANDS_FOR, STANDS_AGAINST -> {}
        }
    }

    private void met(DeadlineKind kind, Dispute dispute, Who by) {
        if (running(kind, dispute)) {
            deadlines.meet(kind, subject(dispute), clock.instant(), by);
        }
    }

    private void dropped(DeadlineKind kind, Dispute dispute, Who by) {
        if (running(kind, dispute)) {
            deadlines.cancel(kind, subject(dispute), clock.instant(), by);
        }
    }

    private boolean running(DeadlineKind kind, Dispute dispute) {
        return deadlines
                .last(kind, subject(dispute))
                .map(Deadline::state)
                .filter(Deadline.State::open)
                .isPresent();
    }
}
