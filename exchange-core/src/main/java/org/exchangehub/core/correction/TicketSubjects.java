package org.exchangehub.core.correction;

import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.work.Subject;
import org.springframework.stereotype.Component;

/** What deadlines and notices of corrections are about, called by the title of the dataset. */
@Component
class TicketSubjects {

    private final Catalog catalog;

    TicketSubjects(Catalog catalog) {
        this.catalog = catalog;
    }

    Subject of(Ticket ticket) {
        return new Subject(
                "correction", ticket.id().toString(), catalog.title(ticket.dataset()), "/datasets/" + ticket.dataset());
    }
}
