package org.exchangehub.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.exchangehub.core.life.EveryMove;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.work.Deadline.Move;
import org.exchangehub.core.work.Deadline.State;
import org.exchangehub.schemas.value.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a deadline, read off its table of moves. */
class DeadlineTest {

    private static final Instant OPENED = Instant.parse("2031-06-06T02:00:00Z"); // a Friday
    private static final Instant BEFORE = Instant.parse("2031-06-10T02:00:00Z");
    private static final Instant AFTER = Instant.parse("2031-07-31T02:00:00Z");
    private static final Reckoning PLAIN = new Reckoning(new WorkingDays(List.of()), ZoneId.of("Asia/Shanghai"));
    private static final DeadlineLimit LIMIT = new DeadlineLimit(DeadlineKind.REPLY_CONDITIONAL, 10, 10, 2, 1);

    /** By which way a state is reached. */
    private static Deadline in(State state) {
        Deadline running = Deadline.opened(
                new UUID(1, 2),
                LIMIT,
                new Subject("application", "1", new LocalizedText("申请", "application"), "/applications/1"),
                "market-supervision",
                OPENED,
                PLAIN);
        return switch (state) {
            case RUNNING -> running;
            case PAUSED -> running.paused(BEFORE, "somebody", PLAIN);
            case OVERDUE -> running.by(AFTER);
            case MET -> running.met(BEFORE, "somebody");
            case LATE -> running.by(AFTER).met(AFTER, "somebody");
            case VOID -> running.cancelled(BEFORE, "somebody");
        };
    }

    private static Deadline moved(Move move, State from) {
        Deadline deadline = in(from);
        assertThat(deadline.state()).isEqualTo(from);
        return switch (move) {
            case PAUSE -> deadline.paused(BEFORE, "somebody", PLAIN);
            case RESUME -> deadline.resumed(BEFORE, "somebody", PLAIN);
            case EXTEND -> deadline.extended(3, BEFORE, "somebody", PLAIN);
            case LAPSE -> lapsed(deadline);
            case MEET, MEET_LATE, CANCEL -> deadline.closed(move, BEFORE, "somebody");
            case RECKON, REVIVE -> deadline.reckoned(move, BEFORE, "somebody", changed("2031-06-16"));
        };
    }

    /** What does not run does not lapse: it is left as it is, which the watch relies on. */
    private static Deadline lapsed(Deadline deadline) {
        Deadline after = deadline.by(AFTER);
        if (after.equals(deadline)) {
            Deadline.MOVES.next(Move.LAPSE, deadline.state(), "it");
        }
        return after;
    }

    private static Reckoning changed(String holiday) {
        CalendarYear year = new CalendarYear(
                2031,
                "notice",
                List.of(new CalendarDay(LocalDate.parse(holiday), false, new LocalizedText("节", "holiday"))),
                1);
        return new Reckoning(new WorkingDays(List.of(year)), PLAIN.zone());
    }

    static Stream<Arguments> everyMove() {
        return EveryMove.of(Move.class, State.class);
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("everyMove")
    void moves_as_the_table_says_and_no_other_way(Move move, State from) {
        EveryMove.goesByTheTable(
                Deadline.MOVES, move, from, () -> moved(move, from).state());
    }

    @Test
    void keeps_the_whole_days_it_ran_before_it_was_paused() {
        Deadline paused = in(State.RUNNING).paused(Instant.parse("2031-06-11T09:00:00Z"), "head", PLAIN);
        Deadline resumed = paused.resumed(Instant.parse("2031-06-27T09:00:00Z"), "developer", PLAIN);

        assertThat(paused.term()).isNull();
        assertThat(resumed.term())
                .satisfies(term -> assertThat(term.dueOn())
                        .as("Monday 9 and Tuesday 10 are used; eight more after Friday 27")
                        .isEqualTo("2031-07-09"));
    }

    @Test
    void is_extended_once_and_before_its_end_only() {
        Deadline extended = in(State.RUNNING).extended(10, BEFORE, "authority", PLAIN);

        assertThat(extended.term()).satisfies(term -> assertThat(term.dueOn()).isEqualTo("2031-07-04"));
        assertThatExceptionOfType(HubProblem.class)
                .isThrownBy(() -> extended.extended(1, BEFORE, "authority", PLAIN))
                .withMessageContaining("once");
        assertThatExceptionOfType(HubProblem.class)
                .isThrownBy(() -> in(State.RUNNING).by(AFTER).extended(1, AFTER, "authority", PLAIN))
                .withMessageContaining("OVERDUE");
    }

    @Test
    void is_met_until_the_midnight_of_its_last_day_and_late_from_then_on() {
        Deadline running = in(State.RUNNING);

        assertThat(running.by(Instant.parse("2031-06-20T15:59:59Z"))
                        .met(Instant.parse("2031-06-20T15:59:59Z"), "head")
                        .state())
                .isEqualTo(State.MET);
        Deadline late =
                running.by(Instant.parse("2031-06-20T16:00:00Z")).met(Instant.parse("2031-06-20T16:00:00Z"), "head");
        assertThat(late.state()).isEqualTo(State.LATE);
        assertThat(late.overdueAt()).isEqualTo("2031-06-20T16:00:00Z");
    }

    @Test
    void runs_again_when_a_changed_calendar_gives_it_days_and_stays_overdue_otherwise() {
        Deadline overdue =
                in(State.RUNNING).by(Instant.parse("2031-06-20T16:00:00Z")).told();
        Reckoning changed = changed("2031-06-18");

        Deadline again = overdue.reckoned(Instant.parse("2031-06-21T00:00:00Z"), "authority", changed);
        Deadline still = overdue.reckoned(AFTER, "authority", changed);

        assertThat(again.state()).isEqualTo(State.RUNNING);
        assertThat(again.overdueAt()).isNull();
        assertThat(again.overdueTold()).isFalse();
        assertThat(still.state()).isEqualTo(State.OVERDUE);
        assertThat(still.overdueTold()).as("told already").isTrue();
        assertThat(still.term()).satisfies(term -> assertThat(term.dueOn()).isEqualTo("2031-06-23"));
    }
}
