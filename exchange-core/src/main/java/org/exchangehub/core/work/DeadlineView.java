package org.exchangehub.core.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.work.Deadline.Move;
import org.exchangehub.core.work.Deadline.State;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as people see it.
 *
 * @param kindTitle what has to be done
 * @param article where the limit is from
 * @param receivedOn the day it runs from, itself not counted
 * @param days the limit in working days
 * @param extensionDays working days given in addition
 * @param dueOn the last day; absent while the clock stands
 * @param dueAt the first instant after it
 * @param workingDaysLeft today not counted, 0 on the last day; absent unless the clock runs
 * @param workingDaysOver since the last day, of what is overdue
 * @param provisional whether it passes through a year of which no holidays are published
 */
record DeadlineView(
        UUID id,
        DeadlineKind kind,
        LocalizedText kindTitle,
        String article,
        SubjectView subject,
        String department,
        State state,
        LocalDate receivedOn,
        int days,
        int extensionDays,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        @Nullable Integer workingDaysLeft,
        @Nullable Integer workingDaysOver,
        boolean provisional,
        Instant openedAt,
        @Nullable Instant overdueAt,
        @Nullable Instant closedAt,
        List<DeadlineStepView> course) {

    /** What it is about. */
    record SubjectView(String type, String id, LocalizedText title, String link) {

        static SubjectView of(Subject subject) {
            return new SubjectView(subject.type(), subject.id(), subject.title(), subject.link());
        }
    }

    /**
     * One move.
     *
     * @param days working days given by it
     * @param dueOn the last day after it
     */
    record DeadlineStepView(
            Move move,
            Instant at,
            @Nullable Integer days,
            @Nullable LocalDate dueOn) {}

    static DeadlineView of(Deadline stored, Instant now, Reckoning reckoning) {
        Deadline deadline = stored.by(now);
        LocalDate today = reckoning.day(now);
        LocalDate due = deadline.term() == null ? null : deadline.term().dueOn();
        WorkingDays days = reckoning.days();
        return new DeadlineView(
                deadline.id(),
                deadline.kind(),
                deadline.kind().title(),
                deadline.kind().article(),
                SubjectView.of(deadline.subject()),
                deadline.department(),
                deadline.state(),
                deadline.receivedOn(),
                deadline.days(),
                deadline.extension(),
                due,
                deadline.term() == null ? null : deadline.term().dueAt(),
                deadline.state() == State.RUNNING && due != null ? days.count(today, due) : null,
                deadline.state() == State.OVERDUE && due != null ? days.count(due, today) : null,
                days.provisional(deadline.receivedOn(), due == null ? today : due),
                deadline.openedAt(),
                deadline.overdueAt(),
                deadline.closedAt(),
                deadline.course().stream()
                        .map(step -> new DeadlineStepView(step.move(), step.at(), step.days(), step.dueOn()))
                        .toList());
    }
}
