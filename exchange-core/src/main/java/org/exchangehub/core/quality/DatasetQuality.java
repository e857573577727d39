package org.exchangehub.core.quality;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.quality.Freshness.Promise;
import org.exchangehub.core.quality.QualityRepository.DayMeasured;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How good a dataset is now and was day by day. */
@Component
class DatasetQuality {

    private final QualityRepository quality;
    private final Freshness freshness;
    private final Accessibility accessibility;
    private final QualitySettings settings;
    private final Clock clock;

    DatasetQuality(
            QualityRepository quality,
            Freshness freshness,
            Accessibility accessibility,
            QualitySettings settings,
            Clock clock) {
        this.quality = quality;
        this.freshness = freshness;
        this.accessibility = accessibility;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A dataset's quality over some days.
     *
     * @param from first day of the batches it rests on; timeliness and accessibility rest on as many days up to today
     * @param lastUpdate when it was last brought up to date; null when it never was
     * @param expectedBy when it is overdue from; null of a dataset that promises nothing
     */
    record Current(
            LocalDate from,
            LocalDate to,
            long batches,
            long rejected,
            Measured measured,
            Scorecard scorecard,
            @Nullable Instant lastUpdate,
            @Nullable Instant expectedBy) {}

    /** One day of a trend. */
    record Day(LocalDate day, long batches, long rejected, Scorecard scorecard) {}

    /** The batches of the days up to the last one that had some, so that a dataset of a yearly cycle has a score too. */
    Current current(Dataset dataset) {
        LocalDate today = freshness.day(clock.instant());
        LocalDate to = quality.lastDay(dataset.code()).orElse(today);
        LocalDate from = to.minusDays(settings.windowDays() - 1L);
        Measured measured = Measured.NOTHING;
        long batches = 0;
        long rejected = 0;
        for (DayMeasured day : quality.days(dataset.code(), from, to)) {
            measured = measured.plus(day.measured());
            batches += day.batches();
            rejected += day.rejected();
        }
        LocalDate watched = today.minusDays(settings.windowDays() - 1L);
        Instant lastUpdate = quality.lastUpdate(dataset.code());
        return new Current(
                from,
                to,
                batches,
                rejected,
                measured,
                scorecard(
                        measured,
                        timeliness(dataset, watched, today),
                        accessibility.answered(dataset.code(), watched, today)),
                lastUpdate,
                expectedBy(dataset, lastUpdate));
    }

    /** Of one batch: what rests on its rows. */
    Scorecard of(Measured measured) {
        return scorecard(measured, Share.NONE, Share.NONE);
    }

    /** Day by day, both ends among them, none in the future. */
    List<Day> trend(Dataset dataset, LocalDate from, LocalDate to) {
        Map<LocalDate, DayMeasured> measured = new HashMap<>();
        quality.days(dataset.code(), from, to).forEach(day -> measured.put(day.day(), day));
        Promise promise = freshness.promise(dataset);
        List<LocalDate> updates = quality.updates(dataset.code(), from, to);
        LocalDate today = freshness.day(clock.instant());
        List<Day> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to) && !day.isAfter(today); day = day.plusDays(1)) {
            DayMeasured rows = measured.get(day);
            Share inTime = promise == null ? Share.NONE : freshness.inTime(promise, updates, day, day);
            Share answered = accessibility.answered(dataset.code(), day, day);
            days.add(new Day(
                    day,
                    rows == null ? 0 : rows.batches(),
                    rows == null ? 0 : rows.rejected(),
                    scorecard(rows == null ? Measured.NOTHING : rows.measured(), inTime, answered)));
        }
        return days;
    }

    /** When a dataset is overdue from; null when it promises nothing. */
    @Nullable
    Instant expectedBy(Dataset dataset, @Nullable Instant lastUpdate) {
        Promise promise = freshness.promise(dataset);
        if (promise == null) {
            return null;
        }
        LocalDate updated = lastUpdate == null ? promise.since() : freshness.day(lastUpdate);
        return freshness.expectedBy(promise.cycle(), updated.isBefore(promise.since()) ? promise.since() : updated);
    }

    private Share timeliness(Dataset dataset, LocalDate from, LocalDate to) {
        Promise promise = freshness.promise(dataset);
        return promise == null
                ? Share.NONE
                : freshness.inTime(promise, quality.updates(dataset.code(), from, to), from, to);
    }

    /**
     * Without anything seen of the data there is no score, only what does not rest on it: a dataset that can be read and is in
     * time is not thereby a good one.
     */
    private Scorecard scorecard(Measured measured, Share timeliness, Share accessible) {
        Scorecard scorecard = Scorecard.of(
                dimension -> switch (dimension) {
                    case TIMELINESS -> timeliness;
                    case ACCESSIBILITY -> accessible;
                    case COMPLETENESS, VALIDITY, UNIQUENESS, CONSISTENCY -> measured.share(dimension);
                },
                settings);
        return measured.judged() ? scorecard : new Scorecard(scorecard.dimensions(), null, null);
    }
}
