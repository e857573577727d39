package org.exchangehub.core.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exchangehub.core.work.Deadline.State;
import org.jspecify.annotations.Nullable;

/** How one department keeps one kind of limit: counted from deadlines one by one. */
final class TimeLimits {

    /**
     * What was counted.
     *
     * @param open whose last day is not over, paused ones among them
     * @param overdue not done, and the last day is over
     * @param cancelled no longer to be done
     * @param meanWorkingDays from receipt to the end of what was done, pauses not counted; null when nothing was
     */
    record Row(
            String department,
            DeadlineKind kind,
            int met,
            int late,
            int overdue,
            int open,
            int cancelled,
            @Nullable Double meanWorkingDays) {}

    private record Key(String department, DeadlineKind kind) {}

    /** By state, and the working days of what was done. */
    private static final class Count {
        final Map<State, Integer> by = new EnumMap<>(State.class);
        long workingDays;

        int of(State state) {
            return by.getOrDefault(state, 0);
        }
    }

    private final Map<Key, Count> counts =
            new TreeMap<>(Comparator.comparing(Key::department).thenComparing(Key::kind));
    private final Instant now;
    private final Reckoning reckoning;

    TimeLimits(Instant now, Reckoning reckoning) {
        this.now = now;
        this.reckoning = reckoning;
    }

    void add(Deadline stored) {
        Deadline deadline = stored.by(now);
        Count count = counts.computeIfAbsent(new Key(deadline.department(), deadline.kind()), key -> new Count());
        count.by.merge(deadline.state(), 1, Integer::sum);
        Instant closed = deadline.closedAt();
        if (closed != null && deadline.state() != State.VOID) {
            LocalDate done = reckoning.day(closed);
            count.workingDays += reckoning.used(deadline.receivedOn(), deadline.pauses(), done);
        }
    }

    /** By department and kind. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        counts.forEach((key, count) -> {
            int done = count.of(State.MET) + count.of(State.LATE);
            rows.add(new Row(
                    key.department(),
                    key.kind(),
                    count.of(State.MET),
                    count.of(State.LATE),
                    count.of(State.OVERDUE),
                    count.of(State.RUNNING) + count.of(State.PAUSED),
                    count.of(State.VOID),
                    done == 0 ? null : (double) count.workingDays / done));
        });
        return rows;
    }
}
