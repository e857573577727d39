package org.exchangehub.core.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the log keeps what it may forget. Nothing is kept for less than three years: records of use (Decree 809, Art. 29),
 * of providing personal information (PIPL, Art. 56) and of providing important data (Regulation on network data, Art. 12).
 *
 * @param bodies how long the personal detail of an entry is kept, at least {@code P3Y}
 * @param kinds the same for some kinds of entries, longer or shorter: {@code hub.audit.retention.kinds.GRANT_ISSUED=P10Y}
 * @param shards how long the entries of a calendar year are published after its end; not set, they always are. Not shorter
 *     than any of the others
 */
record Retention(
        @DefaultValue("P3Y") Period bodies,
        @DefaultValue Map<Auditable, Period> kinds,
        @Nullable Period shards) {

    /** The least the law asks for. */
    static final Period FLOOR = Period.ofYears(3);

    /** Any day; periods are compared by where they lead from it. */
    private static final LocalDate ANY_DAY = LocalDate.of(2001, 1, 1);

    Retention {
        kinds = Map.copyOf(kinds);
        require("bodies", bodies);
        kinds.forEach((kind, period) -> require("kinds." + kind, period));
        if (shards != null) {
            require("shards", shards);
            if (shorter(shards, longest(bodies, kinds.values()))) {
                throw new IllegalArgumentException("hub.audit.retention.shards is " + shards
                        + ": expected at least as long as the personal detail of any entry is kept");
            }
        }
    }

    private static void require(String key, Period period) {
        if (shorter(period, FLOOR)) {
            throw new IllegalArgumentException("hub.audit.retention." + key + " is " + period + ": expected at least "
                    + FLOOR + ", as Decree 809, Art. 29 wants it");
        }
    }

    private static boolean shorter(Period one, Period other) {
        return ANY_DAY.plus(one).isBefore(ANY_DAY.plus(other));
    }

    private static Period longest(Period first, Collection<Period> others) {
        return others.stream().reduce(first, (one, other) -> shorter(one, other) ? other : one);
    }

    /** The moment before which the personal detail of entries of this kind has expired. */
    Instant cutoff(Auditable kind, Instant now) {
        return before(kinds.getOrDefault(kind, bodies), now);
    }

    /** The moment before which that of some kind has expired, and from which on that of none. */
    Instant latestCutoff(Instant now) {
        Period shortest = kinds.values().stream().reduce(bodies, (one, other) -> shorter(one, other) ? one : other);
        return before(shortest, now);
    }

    /** The moment such a period ago; years and months are those of the calendar in UTC. */
    static Instant before(Period period, Instant now) {
        return now.atOffset(ZoneOffset.UTC).minus(period).toInstant();
    }
}
