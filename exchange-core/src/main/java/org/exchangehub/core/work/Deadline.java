package org.exchangehub.core.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.exchangehub.core.life.Moves;
import org.exchangehub.core.life.Path;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * Something a department has to do by the end of a working day.
 *
 * @param receivedOn the day it runs from, itself not counted
 * @param days the limit that held when it was opened, in working days
 * @param extension working days in addition, with the authority's consent; 0 for none
 * @param lead how many working days are left, the last among them, when the department is reminded
 * @param pauses when the clock stood
 * @param term when it ends; null while the clock stands
 * @param reminded whether the department was reminded of this end
 * @param overdueTold whether it was told that it is overdue
 * @param overdueAt since when it is, or was, overdue
 */
public record Deadline(
        UUID id,
        DeadlineKind kind,
        Subject subject,
        String department,
        State state,
        LocalDate receivedOn,
        int days,
        int extension,
        int lead,
        List<Pause> pauses,
        @Nullable Term term,
        boolean reminded,
        boolean overdueTold,
        Instant openedAt,
        @Nullable Instant overdueAt,
        @Nullable Instant closedAt,
        List<Step> course) {

    /** Where a deadline stands. */
    public enum State {
        /** The clock runs. */
        RUNNING,
        /** The clock stands while somebody else has to do something. */
        PAUSED,
        /** The last day is over, and it is not done. */
        OVERDUE,
        /** Done in time. */
        MET,
        /** Done after the last day. */
        LATE,
        /** No longer to be done. */
        VOID;

        public boolean open() {
            return this == RUNNING || this == PAUSED || this == OVERDUE;
        }
    }

    /** The moves there are. */
    public enum Move {
        /** The clock stops. */
        PAUSE,
        /** The clock goes on. */
        RESUME,
        /** More time, given before the end and once. */
        EXTEND,
        /** The last day is over. */
        LAPSE,
        /** It is done in time. */
        MEET,
        /** It is done after the last day. */
        MEET_LATE,
        /** It need no longer be done. */
        CANCEL,
        /** The working calendar has changed, and the end with it. */
        RECKON,
        /** By the calendar as it now is it is not overdue. */
        REVIVE
    }

    static final Moves<State, Move> MOVES = Moves.of(Move.class, move -> switch (move) {
        case PAUSE -> Path.from(State.RUNNING).to(State.PAUSED);
        case RESUME -> Path.from(State.PAUSED).to(State.RUNNING);
        case EXTEND -> Path.from(State.RUNNING, State.PAUSED).staying();
        case LAPSE -> Path.from(State.RUNNING).to(State.OVERDUE);
        case MEET -> Path.from(State.RUNNING).to(State.MET);
        case MEET_LATE -> Path.from(State.OVERDUE).to(State.LATE);
        case CANCEL -> Path.from(State.RUNNING, State.PAUSED, State.OVERDUE).to(State.VOID);
        case RECKON -> Path.from(State.RUNNING, State.PAUSED).staying();
        case REVIVE -> Path.from(State.OVERDUE).to(State.RUNNING);
    });

    /**
     * The clock stood.
     *
     * @param from the day it was stopped, of which nothing counts
     * @param until the day it went on, itself not counted; null while it stands
     */
    public record Pause(LocalDate from, @Nullable LocalDate until) {}

    /**
     * An end.
     *
     * @param dueOn the last day
     * @param dueAt the first instant after it
     * @param remindAt when the department is to be reminded
     */
    public record Term(LocalDate dueOn, Instant dueAt, Instant remindAt) {}

    /**
     * One move.
     *
     * @param days working days given by it, of an extension
     * @param dueOn the last day after it; null while the clock stands
     * @param by subject of whoever made it
     */
    public record Step(
            Move move,
            Instant at,
            String by,
            @Nullable Integer days,
            @Nullable LocalDate dueOn) {}

    public Deadline {
        pauses = List.copyOf(pauses);
        course = List.copyOf(course);
    }

    static Deadline opened(
            UUID id, DeadlineLimit limit, Subject subject, String department, Instant when, Reckoning reckoning) {
        LocalDate received = reckoning.day(when);
        Term term = reckoning
                .term(received, List.of(), limit.days(), limit.reminderDays())
                .orElseThrow();
        return new Deadline(
                id,
                limit.kind(),
                subject,
                department,
                State.RUNNING,
                received,
                limit.days(),
                0,
                limit.reminderDays(),
                List.of(),
                term,
                false,
                false,
                when,
                null,
                null,
                List.of());
    }

    /** As it stands by then: what still runs after its end is overdue. */
    Deadline by(Instant now) {
        return state == State.RUNNING && term != null && !now.isBefore(term.dueAt())
                ? with(to(Move.LAPSE), pauses, extension, term, reminded, false, term.dueAt(), closedAt, course)
                : this;
    }

    /** The clock stops; only what runs can be paused, see {@link Deadlines#pause}. */
    Deadline paused(Instant when, String by, Reckoning reckoning) {
        List<Pause> stops = and(pauses, new Pause(reckoning.day(when), null));
        return moved(Move.PAUSE, stops, extension, null, when, by, reckoning);
    }

    Deadline resumed(Instant when, String by, Reckoning reckoning) {
        to(Move.RESUME);
        Pause last = pauses.getLast();
        List<Pause> stops = and(pauses.subList(0, pauses.size() - 1), new Pause(last.from(), reckoning.day(when)));
        return moved(Move.RESUME, stops, extension, null, when, by, reckoning);
    }

    Deadline extended(int more, Instant when, String by, Reckoning reckoning) {
        to(Move.EXTEND);
        if (extension > 0) {
            throw new HubProblem(ErrorCode.CONFLICT, said() + " was extended once already, by " + extension + ".");
        }
        return moved(Move.EXTEND, pauses, more, more, when, by, reckoning);
    }

    Deadline met(Instant when, String by) {
        return closed(state == State.OVERDUE ? Move.MEET_LATE : Move.MEET, when, by);
    }

    Deadline cancelled(Instant when, String by) {
        return closed(Move.CANCEL, when, by);
    }

    /** By a calendar that has changed; itself when it ends as before. */
    Deadline reckoned(Instant now, String by, Reckoning reckoning) {
        return reckoned(state == State.OVERDUE ? Move.REVIVE : Move.RECKON, now, by, reckoning);
    }

    Deadline reckoned(Move move, Instant now, String by, Reckoning reckoning) {
        to(move);
        Term ends = reckoning.term(receivedOn, pauses, days + extension, lead).orElse(null);
        if (Objects.equals(ends, term)) {
            return this;
        }
        Deadline anew = moved(move, pauses, extension, null, now, by, reckoning).by(now);
        return anew.state == State.OVERDUE && overdueTold ? anew.told() : anew;
    }

    /** After the department was reminded, or told that it is overdue. */
    Deadline told() {
        return with(
                state,
                pauses,
                extension,
                term,
                true,
                overdueTold || state == State.OVERDUE,
                overdueAt,
                closedAt,
                course);
    }

    private State to(Move move) {
        return MOVES.next(move, state, said());
    }

    private Deadline moved(
            Move move,
            List<Pause> stops,
            int more,
            @Nullable Integer given,
            Instant when,
            String by,
            Reckoning reckoning) {
        Term ends = reckoning.term(receivedOn, stops, days + more, lead).orElse(null);
        List<Step> steps = and(course, new Step(move, when, by, given, ends == null ? null : ends.dueOn()));
        boolean remindedOfIt = reminded && move != Move.EXTEND;
        return with(to(move), stops, more, ends, remindedOfIt, false, null, null, steps);
    }

    Deadline closed(Move move, Instant when, String by) {
        List<Step> steps = and(course, new Step(move, when, by, null, term == null ? null : term.dueOn()));
        return with(to(move), pauses, extension, term, reminded, overdueTold, overdueAt, when, steps);
    }

    private Deadline with(
            State to,
            List<Pause> stops,
            int more,
            @Nullable Term ends,
            boolean remindedNow,
            boolean told,
            @Nullable Instant overdue,
            @Nullable Instant closed,
            List<Step> steps) {
        return new Deadline(
                id,
                kind,
                subject,
                department,
                to,
                receivedOn,
                days,
                more,
                lead,
                stops,
                ends,
                remindedNow,
                told,
                openedAt,
                overdue,
                closed,
                steps);
    }

    private String said() {
        String due = term == null ? "" : ", due on " + term.dueOn() + ",";
        return "The deadline " + kind + " of " + subject.type() + " " + subject.id() + due;
    }

    private static <T> List<T> and(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
