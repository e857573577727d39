package org.exchangehub.core.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.life.NewIds;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens, moves and closes deadlines, always in the transaction of the move they belong to: without one every method but
 * {@link #last} fails, and what the transaction takes back never was. Of one kind and subject at most one is open. Two moves at once
 * wait for one another; the second meets what the first made of the deadline and is refused by the table of moves if
 * it is no longer possible, which rolls back its caller's move too. Every act is in the access log; reminders, and notices of what is
 * overdue, go out by themselves.
 *
 * <p>The day something is received on is not counted; it ends with the last working day in the jurisdiction's zone. {@code when} is
 * the moment of the caller's move, from the injected clock.
 *
 * <pre>{@code
 * Subject subject = new Subject("application", id.toString(), new LocalizedText("…", "…"), "/applications/" + id);
 * deadlines.open(DeadlineKind.REPLY_CONDITIONAL, subject, provider, clock.instant(), caller.who());
 * deadlines.meet(DeadlineKind.REPLY_CONDITIONAL, subject, clock.instant(), caller.who());
 * }</pre>
 */
@Component
public class Deadlines {

    private final DeadlineRepository repository;
    private final NewIds ids;
    private final DeadlineLimits limits;
    private final WorkingYears years;
    private final DeadlineFacts facts;

    Deadlines(
            DeadlineRepository repository, NewIds ids, DeadlineLimits limits, WorkingYears years, DeadlineFacts facts) {
        this.repository = repository;
        this.ids = ids;
        this.limits = limits;
        this.years = years;
        this.facts = facts;
    }

    /**
     * The clock begins to run, with the limit that the jurisdiction has for the kind now.
     *
     * @param department code of the department whose duty it is; it is reminded
     * @param when receipt, whose day is not counted
     * @throws HubProblem {@code CONFLICT} when one of this kind and subject is open already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Deadline open(DeadlineKind kind, Subject subject, String department, Instant when, Who by) {
        Deadline opened = Deadline.opened(ids.next(), limits.of(kind), subject, department, when, years.held());
        if (!repository.add(opened)) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "A deadline " + kind + " of " + subject.type() + " " + subject.id() + " is open already.");
        }
        facts.opened(opened, by);
        return opened;
    }

    /**
     * The clock stops, such as while an applicant supplements its application. The whole working days it has run are kept, the day it
     * stops on is not counted. Nothing is left to stop of what is overdue: it stays so.
     *
     * @throws HubProblem {@code CONFLICT} when none is open or it stands already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Deadline pause(DeadlineKind kind, Subject subject, Instant when, Who by) {
        Reckoning reckoning = years.held();
        Deadline open = open(kind, subject).by(when);
        return open.state() == Deadline.State.OVERDUE
                ? kept(open)
                : moved(Deadline.Move.PAUSE, open.paused(when, by.subject(), reckoning), by);
    }

    /**
     * The clock goes on; the day it does is not counted. What is overdue stays so.
     *
     * @throws HubProblem {@code CONFLICT} when none is open or it runs already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Deadline resume(DeadlineKind kind, Subject subject, Instant when, Who by) {
        Reckoning reckoning = years.held();
        Deadline open = open(kind, subject).by(when);
        return open.state() == Deadline.State.OVERDUE
                ? kept(open)
                : moved(Deadline.Move.RESUME, open.resumed(when, by.subject(), reckoning), by);
    }

    /**
     * More time, which the authority has consented to: before the end, once, and at most what the jurisdiction allows for the kind.
     *
     * @param days working days in addition
     * @throws HubProblem {@code CONFLICT} when none is open, it is overdue or was extended before; {@code REQUEST_INVALID} for more
     *     days than allowed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Deadline extend(DeadlineKind kind, Subject subject, int days, Instant when, Who by) {
        int most = limits.of(kind).extensionDays();
        if (days < 1 || days > most) {
            String allowed = most == 0 ? "no extension" : "1 to " + most + " working days";
            new Violations()
                    .add("/days", allowed + " (" + kind.article() + ")", days + "")
                    .refuse("A deadline " + kind + " cannot be extended by this.");
        }
        Reckoning reckoning = years.held();
        return moved(
                Deadline.Move.EXTEND, open(kind, subject).by(when).extended(days, when, by.subject(), reckoning), by);
    }

    /**
     * It is done: in time, or late. Both stay on record.
     *
     * @throws HubProblem {@code CONFLICT} when none is open, or its clock stands: it is resumed before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Deadline meet(DeadlineKind kind, Subject subject, Instant when, Who by) {
        Deadline met = open(kind, subject).by(when).met(when, by.subject());
        return moved(met.state() == Deadline.State.LATE ? Deadline.Move.MEET_LATE : Deadline.Move.MEET, met, by);
    }

    /**
     * It need no longer be done, such as after a withdrawal. That it was overdue, if it was, stays on record.
     *
     * @throws HubProblem {@code CONFLICT} when none is open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Deadline cancel(DeadlineKind kind, Subject subject, Instant when, Who by) {
        return moved(Deadline.Move.CANCEL, open(kind, subject).by(when).cancelled(when, by.subject()), by);
    }

    /** The day something would end that is received then, by the limit and the calendar of now; nothing is opened. */
    public LocalDate lastDay(DeadlineKind kind, Instant received) {
        Reckoning reckoning = years.reckoning();
        return reckoning.days().end(reckoning.day(received), limits.of(kind).days());
    }

    /** The one of this kind and subject that was opened last, whatever became of it. */
    public Optional<Deadline> last(DeadlineKind kind, Subject subject) {
        return repository.last(kind, subject);
    }

    /** Any, for its page. */
    Optional<Deadline> find(UUID id) {
        return repository.find(id);
    }

    private Deadline open(DeadlineKind kind, Subject subject) {
        return repository
                .lockOpen(kind, subject)
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.CONFLICT,
                        "No deadline " + kind + " of " + subject.type() + " " + subject.id() + " is open."));
    }

    private Deadline kept(Deadline same) {
        repository.save(same);
        return same;
    }

    private Deadline moved(Deadline.Move move, Deadline moved, Who by) {
        repository.save(moved);
        facts.moved(move, moved, by);
        return moved;
    }
}
