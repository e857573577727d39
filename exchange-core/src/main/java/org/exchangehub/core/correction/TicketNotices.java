package org.exchangehub.core.correction;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.correction.Ticket.Move;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.work.Notice;
import org.exchangehub.core.work.Notices;
import org.exchangehub.core.work.Recipient;
import org.springframework.stereotype.Component;

/** Who is told of a correction: the side that has to act next, in the end all who hold the record. */
@Component
class TicketNotices {

    private final Notices notices;
    private final TicketSubjects subjects;

    TicketNotices(Notices notices, TicketSubjects subjects) {
        this.notices = notices;
        this.subjects = subjects;
    }

    void flagged(Ticket ticket, Who by) {
        send("flagged", ticket, provider(ticket), by);
    }

    void moved(Ticket ticket, Move move, Who by) {
        switch (move) {
            case PROVIDER_UPHOLDS -> send("upheld", ticket, consumer(ticket), by);
            case PROVIDER_REJECTS -> send("rejected", ticket, consumer(ticket), by);
            case DISPUTE_UPHOLDS, DISPUTE_REJECTS -> send("decided", ticket, sides(ticket), by);
            case CONSUMER_ACCEPTS, CONSUMER_WITHDRAWS -> send("closed", ticket, provider(ticket), by);
            // the dispute itself tells the heads
            case CONSUMER_DISPUTES, PUBLISHED -> {}
        }
    }

    /**
     * A release holds the correction.
     *
     * @param receivers the departments that received the record as it was
     */
    void corrected(Ticket ticket, Set<String> receivers, Who by) {
        Set<Recipient> told = new HashSet<>(provider(ticket));
        receivers.forEach(department -> told.addAll(users(department)));
        send("corrected", ticket, told, by);
    }

    private void send(String name, Ticket ticket, Set<Recipient> recipients, Who by) {
        notices.send(
                Notice.of("correction." + name, subjects.of(ticket), recipients.toArray(Recipient[]::new))
                        .with("field", ticket.field()),
                by);
    }

    private static Set<Recipient> sides(Ticket ticket) {
        Set<Recipient> both = new HashSet<>(provider(ticket));
        both.addAll(consumer(ticket));
        return both;
    }

    private static Set<Recipient> provider(Ticket ticket) {
        return offices(ticket.provider(), Role.STEWARD, Role.SHARING_HEAD);
    }

    private static Set<Recipient> consumer(Ticket ticket) {
        return users(ticket.department());
    }

    private static Set<Recipient> users(String department) {
        return offices(department, Role.DEVELOPER, Role.SHARING_HEAD);
    }

    private static Set<Recipient> offices(String department, Role... roles) {
        Set<Recipient> offices = new HashSet<>();
        Stream.of(roles).forEach(role -> offices.add(Recipient.office(department, role)));
        return offices;
    }
}
