package org.exchangehub.core.audit;

import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramAggregation;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How wide a histogram's bars are: the narrowest of these that makes at most {@value #MOST} bars of a range. */
enum BarWidth {
    MINUTE("PT1M", Duration.ofMinutes(1)),
    FIVE_MINUTES("PT5M", Duration.ofMinutes(5)),
    QUARTER("PT15M", Duration.ofMinutes(15)),
    HOUR("PT1H", Duration.ofHours(1)),
    THREE_HOURS("PT3H", Duration.ofHours(3)),
    SIX_HOURS("PT6H", Duration.ofHours(6)),
    DAY("P1D", CalendarInterval.Day, 1),
    WEEK("P7D", CalendarInterval.Week, 7),
    MONTH("P1M", CalendarInterval.Month, 28),
    QUARTER_YEAR("P3M", CalendarInterval.Quarter, 90),
    YEAR("P1Y", CalendarInterval.Year, 365);

    private static final int MOST = 72;

    private final String iso;
    private final Duration atLeast;
    private final @Nullable CalendarInterval calendar;

    BarWidth(String iso, Duration fixed) {
        this.iso = iso;
        this.atLeast = fixed;
        this.calendar = null;
    }

    BarWidth(String iso, CalendarInterval calendar, int days) {
        this.iso = iso;
        this.atLeast = Duration.ofDays(days);
        this.calendar = calendar;
    }

    static BarWidth of(Duration range) {
        return Arrays.stream(values())
                .filter(each -> range.dividedBy(each.atLeast) <= MOST)
                .findFirst()
                .orElse(YEAR);
    }

    /** ISO 8601: {@code PT5M}, {@code P1D}. */
    String iso() {
        return iso;
    }

    void set(DateHistogramAggregation.Builder histogram) {
        if (calendar == null) {
            histogram.fixedInterval(time -> time.time(atLeast.toMinutes() + "m"));
        } else {
            histogram.calendarInterval(calendar);
        }
    }
}
