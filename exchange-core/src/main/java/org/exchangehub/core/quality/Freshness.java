package org.exchangehub.core.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.Entry.UpdateCycle;
import org.exchangehub.core.quality.QualitySettings.GraceDays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * When a dataset has to be brought up to date: one update cycle after it last was (Decree 809, Art. 13 has the cycle
 * declared), or was published in the catalog if it never was; overdue after some days' grace. Days are those of the
 * jurisdiction.
 */
@Component
class Freshness {

    private final GraceDays grace;
    private final ZoneId zone;

    @Autowired
    Freshness(QualitySettings settings, ZoneId zone) {
        this(settings.graceDays(), zone);
    }

    Freshness(GraceDays grace, ZoneId zone) {
        this.grace = grace;
        this.zone = zone;
    }

    /**
     * What a dataset promises and from when on.
     *
     * @param since the day it was published in the catalog
     */
    record Promise(UpdateCycle cycle, LocalDate since) {}

    /** Null of a dataset that promises nothing: it is not published or declares no cycle. */
    @Nullable
    Promise promise(Dataset dataset) {
        UpdateCycle cycle = dataset.entry().updateCycle();
        Instant published = dataset.publishedAt();
        return cycle == null || published == null || !dataset.published()
                ? null
                : new Promise(cycle, LocalDate.ofInstant(published, zone));
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** The last day on which it is in time without grace. */
    static LocalDate due(UpdateCycle cycle, LocalDate updated) {
        return switch (cycle) {
            case REALTIME -> updated;
            case DAILY -> updated.plusDays(1);
            case WEEKLY -> updated.plusWeeks(1);
            case MONTHLY -> updated.plusMonths(1);
            case QUARTERLY -> updated.plusMonths(3);
            case YEARLY -> updated.plusYears(1);
        };
    }

    /** The moment from which on it is overdue: the end of the last day of grace. */
    Instant expectedBy(UpdateCycle cycle, LocalDate updated) {
        return lastDay(cycle, updated).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private LocalDate lastDay(UpdateCycle cycle, LocalDate updated) {
        return due(cycle, updated).plusDays(grace.of(cycle));
    }

    /**
     * The days, both ends among them and none before the promise, on which the dataset was not overdue.
     *
     * @param updates the days it was brought up to date, in order, the last before {@code from} among them
     */
    Share inTime(Promise promise, List<LocalDate> updates, LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(promise.since()) ? promise.since() : from;
        long good = 0;
        long of = 0;
        int next = 0;
        LocalDate updated = promise.since();
        for (LocalDate day = first; !day.isAfter(to); day = day.plusDays(1)) {
            while (next < updates.size() && !updates.get(next).isAfter(day)) {
                LocalDate update = updates.get(next++);
                updated = update.isAfter(updated) ? update : updated;
            }
            of++;
            good += day.isAfter(lastDay(promise.cycle(), updated)) ? 0 : 1;
        }
        return new Share(good, of);
    }
}
