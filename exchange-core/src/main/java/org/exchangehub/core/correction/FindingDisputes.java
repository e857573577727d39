package org.exchangehub.core.correction;

import java.util.UUID;
import org.exchangehub.core.correction.Ticket.Move;
import org.exchangehub.core.correction.Ticket.TicketStep;
import org.exchangehub.core.dispute.Contested;
import org.exchangehub.core.dispute.Disputable;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.stereotype.Component;

/**
 * A provider's finding that a field is right, as the consumer disputes it (Decree 809, Art. 28). Where the claim is upheld the field is
 * to be corrected at the source.
 */
@Component
class FindingDisputes implements Disputable {

    private final Corrections corrections;
    private final TicketRepository tickets;
    private final TicketSubjects subjects;

    FindingDisputes(Corrections corrections, TicketRepository tickets, TicketSubjects subjects) {
        this.corrections = corrections;
        this.tickets = tickets;
        this.subjects = subjects;
    }

    @Override
    public String type() {
        return "correction";
    }

    @Override
    public Contested contest(UUID id, Caller head) {
        Ticket ticket = corrections.get(id, head);
        head.requireDepartment(ticket.department());
        if (ticket.state() != Ticket.State.REJECTED) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Correction " + id + " is " + ticket.state()
                            + "; what can be disputed is its provider's finding that the field is right.");
        }
        TicketStep finding = ticket.course().getLast();
        corrections.moved(ticket, Move.CONSUMER_DISPUTES, null, head);
        return new Contested(
                subjects.of(ticket),
                ticket.version(),
                ticket.dataset(),
                ticket.department(),
                ticket.provider(),
                finding.words());
    }

    @Override
    public void settled(UUID id, UUID dispute, boolean upheld, Caller by) {
        Ticket ticket = tickets.find(id).orElseThrow();
        corrections.moved(ticket, upheld ? Move.DISPUTE_UPHOLDS : Move.DISPUTE_REJECTS, "Dispute " + dispute, by);
    }
}
