package org.exchangehub.core.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.exchangehub.core.audit.Who;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the working calendar, and with it the ends of the open deadlines the changed year has part in: one transaction. */
@Service
class CalendarChanges {

    private final WorkingYears years;
    private final DeadlineRepository deadlines;
    private final DeadlineFacts facts;
    private final Clock clock;

    CalendarChanges(WorkingYears years, DeadlineRepository deadlines, DeadlineFacts facts, Clock clock) {
        this.years = years;
        this.deadlines = deadlines;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public CalendarYear change(CalendarYear wanted, Who by) {
        CalendarYear changed = years.put(wanted, by);
        Reckoning reckoning = years.reckoning();
        Instant now = clock.instant();
        for (Deadline open :
                deadlines.touched(LocalDate.of(changed.year(), 1, 1), LocalDate.of(changed.year(), 12, 31))) {
            Deadline anew = open.reckoned(now, by.subject(), reckoning);
            if (!anew.equals(open)) {
                deadlines.save(anew);
                facts.moved(anew.course().getLast().move(), anew, by);
            }
        }
        return changed;
    }
}
