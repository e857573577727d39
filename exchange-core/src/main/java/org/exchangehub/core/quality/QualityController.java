package org.exchangehub.core.quality;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.KeysetPage;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.core.quality.FreshnessAlerts.Alert;
import org.exchangehub.core.quality.QualityRepository.BatchMeasured;
import org.exchangehub.core.quality.QualityViews.BatchQualityView;
import org.exchangehub.core.quality.QualityViews.BatchScore;
import org.exchangehub.core.quality.QualityViews.BatchScores;
import org.exchangehub.core.quality.QualityViews.BrokenRule;
import org.exchangehub.core.quality.QualityViews.DatasetScore;
import org.exchangehub.core.quality.QualityViews.DatasetScorecard;
import org.exchangehub.core.quality.QualityViews.DatasetScores;
import org.exchangehub.core.quality.QualityViews.FieldQuality;
import org.exchangehub.core.quality.QualityViews.FreshnessAlertList;
import org.exchangehub.core.quality.QualityViews.QualityDay;
import org.exchangehub.core.quality.QualityViews.QualityTrend;
import org.exchangehub.core.quality.ScoreList.Place;
import org.exchangehub.core.quality.ScoreList.Scored;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Quality over HTTP. A dataset's scores are part of what the catalog says of it: whoever sees the entry sees them. What is
 * wrong with which field is for its department and the catalog authority.
 */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class QualityController {

    private static final int MOST_DAYS = 366;
    private static final int FIRST_YEAR = 2000;

    private final Catalog catalog;
    private final DatasetQuality quality;
    private final QualityRepository batches;
    private final ScoreList scores;
    private final FreshnessAlerts alerts;
    private final Freshness freshness;
    private final Clock clock;

    QualityController(
            Catalog catalog,
            DatasetQuality quality,
            QualityRepository batches,
            ScoreList scores,
            FreshnessAlerts alerts,
            Freshness freshness,
            Clock clock) {
        this.catalog = catalog;
        this.quality = quality;
        this.batches = batches;
        this.scores = scores;
        this.alerts = alerts;
        this.freshness = freshness;
        this.clock = clock;
    }

    @GetMapping("/datasets/{code}/quality")
    DatasetScorecard dataset(@PathVariable String code, Caller caller) {
        Dataset dataset = catalog.visible(code, caller);
        DatasetQuality.Current current = quality.current(dataset);
        boolean details =
                caller.has(Role.CATALOG_AUTHORITY) || dataset.department().equals(caller.department());
        Instant expectedBy = current.expectedBy();
        return new DatasetScorecard(
                code,
                current.from(),
                current.to(),
                current.batches(),
                current.rejected(),
                current.measured().rows(),
                current.scorecard().dimensions(),
                current.scorecard().score(),
                current.scorecard().grade(),
                current.lastUpdate(),
                expectedBy,
                expectedBy == null || clock.instant().isBefore(expectedBy) ? null : expectedBy,
                details ? FieldQuality.worstFirst(current.measured()) : null,
                details ? BrokenRule.of(current.measured()) : null);
    }

    @GetMapping("/datasets/{code}/quality/trend")
    QualityTrend trend(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Caller caller) {
        Dataset dataset = catalog.visible(code, caller);
        LocalDate today = freshness.day(clock.instant());
        LocalDate last = to == null ? today : to;
        if (last.isAfter(today) || last.getYear() < FIRST_YEAR) {
            new Violations()
                    .add("to", "a day from " + FIRST_YEAR + " to " + today, last.toString())
                    .refuse("The days are not valid.");
        }
        LocalDate first = from == null ? last.minusDays(29) : from;
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            new Violations()
                    .add("from", "a day up to " + MOST_DAYS + " days before " + last, first.toString())
                    .refuse("The days are not valid.");
        }
        return new QualityTrend(quality.trend(dataset, first, last).stream()
                .map(day -> new QualityDay(
                        day.day(),
                        day.batches(),
                        day.rejected(),
                        day.scorecard().dimensions(),
                        day.scorecard().score(),
                        day.scorecard().grade()))
                .toList());
    }

    @GetMapping("/datasets/{code}/quality/batches")
    ResponseEntity<BatchScores> batches(
            @PathVariable String code,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Caller caller) {
        requireInsider(catalog.get(code), caller);
        KeysetPage<BatchMeasured> page = KeysetPage.of(
                batches.newest(code, KeysetPage.after(cursor, UUID::fromString), KeysetPage.limit(limit) + 1),
                limit,
                batch -> batch.batch().toString());
        return page.answer(
                request, new BatchScores(page.items().stream().map(this::score).toList()));
    }

    private BatchScore score(BatchMeasured batch) {
        Scorecard scorecard = quality.of(batch.measured());
        return new BatchScore(
                batch.batch(),
                batch.published(),
                batch.finishedAt(),
                batch.measured().rows(),
                scorecard.dimensions(),
                scorecard.score(),
                scorecard.grade());
    }

    @GetMapping("/batches/{id}/quality")
    BatchQualityView batch(@PathVariable UUID id, Caller caller) {
        BatchMeasured batch = batches.batch(id)
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.NOT_FOUND, "There is no batch " + id + " that is published or rejected"));
        requireInsider(catalog.get(batch.dataset()), caller);
        Scorecard scorecard = quality.of(batch.measured());
        return new BatchQualityView(
                id,
                batch.dataset(),
                batch.published(),
                batch.finishedAt(),
                batch.measured().rows(),
                scorecard.dimensions(),
                scorecard.score(),
                scorecard.grade(),
                FieldQuality.worstFirst(batch.measured()),
                BrokenRule.of(batch.measured()));
    }

    @GetMapping("/quality")
    ResponseEntity<DatasetScores> scores(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Caller caller) {
        String whose = whose(department, caller);
        KeysetPage<Scored> page = KeysetPage.of(
                scores.worst(whose, KeysetPage.after(cursor, Place::parse), KeysetPage.limit(limit) + 1),
                limit,
                scored -> scored.place().toString());
        return page.answer(
                request,
                new DatasetScores(page.items().stream()
                        .map(each -> new DatasetScore(
                                each.dataset(),
                                each.department(),
                                each.scorecard().dimensions(),
                                each.scorecard().score(),
                                each.scorecard().grade(),
                                each.at()))
                        .toList()));
    }

    @GetMapping("/freshness-alerts")
    ResponseEntity<FreshnessAlertList> alerts(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(defaultValue = "false") boolean cleared,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Caller caller) {
        String whose = whose(department, caller);
        KeysetPage<Alert> page = KeysetPage.of(
                alerts.newest(whose, cleared, KeysetPage.after(cursor, Long::valueOf), KeysetPage.limit(limit) + 1),
                limit,
                alert -> Long.toString(alert.id()));
        return page.answer(request, new FreshnessAlertList(page.items()));
    }

    private static void requireInsider(Dataset dataset, Caller caller) {
        if (!caller.has(Role.CATALOG_AUTHORITY)) {
            caller.requireDepartment(dataset.department());
        }
    }

    /** The catalog authority sees all departments, stewards and heads their own. */
    private static @Nullable String whose(@Nullable String department, Caller caller) {
        if (caller.has(Role.CATALOG_AUTHORITY)) {
            return department;
        }
        caller.require(Role.STEWARD, Role.SHARING_HEAD);
        String own = department == null ? caller.department() : department;
        caller.requireDepartment(own == null ? "" : own);
        return own;
    }
}
