package org.exchangehub.core.correction;

import java.time.Clock;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.correction.Ticket.Move;
import org.exchangehub.core.work.Deadline;
import org.exchangehub.core.work.DeadlineKind;
import org.exchangehub.core.work.Deadlines;
import org.exchangehub.core.work.Subject;
import org.springframework.stereotype.Component;

/**
 * The provider verifies, corrects and feeds back within its term from the flag on (Decree 809, Art. 26). What is fed back is that
 * the field is right, with words, or that a release has corrected it; to have found it wrong is not enough. A dispute has
 * terms of its own.
 */
@Component
class Feedback {

    private final Deadlines deadlines;
    private final TicketSubjects subjects;
    private final Clock clock;

    Feedback(Deadlines deadlines, TicketSubjects subjects, Clock clock) {
        this.deadlines = deadlines;
        this.subjects = subjects;
        this.clock = clock;
    }

    void due(Ticket flagged, Who by) {
        deadlines.open(DeadlineKind.CORRECTION, subjects.of(flagged), flagged.provider(), clock.instant(), by);
    }

    /** After a move; does nothing when no feedback is due any more. */
    void moved(Ticket ticket, Move move, Who by) {
        Subject subject = subjects.of(ticket);
        if (deadlines
                .last(DeadlineKind.CORRECTION, subject)
                .map(Deadline::state)
                .filter(Deadline.State::open)
                .isEmpty()) {
            return;
        }
        switch (move) {
            case PROVIDER_REJECTS, PUBLISHED -> deadlines.meet(DeadlineKind.CORRECTION, subject, clock.instant(), by);
            case CONSUMER_WITHDRAWS -> deadlines.cancel(DeadlineKind.CORRECTION, subject, clock.instant(), by);
            case PROVIDER_UPHOLDS, CONSUMER_DISPUTES, DISPUTE_UPHOLDS, DISPUTE_REJECTS, CONSUMER_ACCEPTS -> {}
        }
    }
}
