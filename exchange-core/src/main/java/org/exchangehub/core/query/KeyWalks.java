package org.exchangehub.core.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Measures whether a caller walks through keys that lie side by side, before the access log makes tokens of them, by which that can
 * no longer be told. What the log is given is a coarse measure of the last keys together, and of an ordinary use nothing at all
 * (decision 0019). Each instance measures what it is asked; keys are kept in memory for minutes and written nowhere.
 */
@Component
class KeyWalks {

    /** Keys of a caller that are remembered in a dataset. */
    static final int REMEMBERED = 32;

    /** Steps of the measure, and the least that is told. */
    static final int STEP = 8;

    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int WALKERS = 20_000;

    private final Clock clock;
    private final Map<Walker, Walk> walks = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Walker, Walk> eldest) {
            return size() > WALKERS;
        }
    };

    KeyWalks(Clock clock) {
        this.clock = clock;
    }

    private record Walker(String client, String subject, String dataset) {}

    private record Step(List<KeyPlace> key, boolean near) {}

    /** The last keys of one caller, each with whether it lay beside one before it. */
    private static final class Walk {

        private final Deque<Step> steps = new ArrayDeque<>();
        private Instant last = Instant.MIN;
        private int near;

        boolean asked(List<KeyPlace> key, Instant now) {
            if (last.isBefore(now.minus(PAUSE))) {
                steps.clear();
                near = 0;
            }
            last = now;
            if (steps.stream().anyMatch(step -> step.key().equals(key))) {
                return false;
            }
            boolean beside = steps.stream().anyMatch(step -> KeyPlace.beside(step.key(), key));
            steps.addLast(new Step(key, beside));
            near += beside ? 1 : 0;
            if (steps.size() > REMEMBERED && steps.removeFirst().near()) {
                near--;
            }
            return true;
        }
    }

    /**
     * Takes keys a caller asks a dataset by.
     *
     * @param keys each with a value for every key field, in the schema's order
     * @return how many of the last 32 different keys lay beside one before them: 8, 16, 24 or 32; null when fewer, or when these
     *     keys are not new
     */
    @Nullable
    Integer asked(Caller caller, String dataset, List<List<String>> keys) {
        if (keys.isEmpty()) {
            return null;
        }
        List<List<KeyPlace>> places = keys.stream()
                .map(key -> key.stream().map(KeyPlace::of).toList())
                .toList();
        Walker walker = new Walker(caller.client(), caller.subject(), dataset);
        Instant now = clock.instant();
        synchronized (walks) {
            Walk walk = walks.computeIfAbsent(walker, each -> new Walk());
            boolean news = false;
            for (List<KeyPlace> key : places) {
                news |= walk.asked(key, now);
            }
            int measure = walk.near / STEP * STEP;
            return news && measure >= STEP ? measure : null;
        }
    }
}
