package org.exchangehub.core.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.exchangehub.core.work.Deadline.Pause;
import org.exchangehub.core.work.Deadline.Term;

/** Reckons ends of deadlines by a calendar, in the jurisdiction's zone: a working day ends with its midnight there. */
record Reckoning(WorkingDays days, ZoneId zone) {

    LocalDate day(Instant when) {
        return when.atZone(zone).toLocalDate();
    }

    /** The first instant that is too late for something to be done on the day. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Working days something ran for until the day it was done on, that day among them and pauses not. */
    int used(LocalDate received, List<Pause> pauses, LocalDate done) {
        LocalDate from = received;
        int used = 0;
        for (Pause pause : pauses) {
            used += days.count(from, pause.from().minusDays(1));
            from = pause.until() == null ? done : pause.until();
        }
        return used + days.count(from, done);
    }

    /**
     * When something ends that runs for so many working days, standing still during the pauses: the whole working days between two
     * pauses count, and the day a pause ends on counts as little as the day of receipt. Empty while a pause lasts.
     *
     * @param lead how many working days are left, the last among them, when a reminder is due
     */
    Optional<Term> term(LocalDate received, List<Pause> pauses, int allowed, int lead) {
        LocalDate from = received;
        int left = allowed;
        for (Pause pause : pauses) {
            int used = days.count(from, pause.from().minusDays(1));
            if (used >= left) {
                break; // by the calendar as it now is, it was over before it was paused
            }
            if (pause.until() == null) {
                return Optional.empty();
            }
            left -= used;
            from = pause.until();
        }
        LocalDate end = days.end(from, left);
        return Optional.of(new Term(end, endOf(end), endOf(days.leaving(end, lead))));
    }
}
