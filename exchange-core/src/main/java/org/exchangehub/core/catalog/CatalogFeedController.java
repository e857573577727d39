package org.exchangehub.core.catalog;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.exchangehub.core.catalog.CatalogFeed.Place;
import org.exchangehub.core.identity.Department;
import org.exchangehub.core.identity.Departments;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a platform above harvests: every dataset in force and, once it ended, its tombstone (Decree 809, Art. 31). */
@RestController
@RequestMapping(path = "/api/v1/catalog-changes", produces = MediaType.APPLICATION_JSON_VALUE)
class CatalogFeedController {

    private static final String FORM = "feed:";

    private final CatalogFeed feed;
    private final DatasetRepository datasets;
    private final Departments departments;

    CatalogFeedController(CatalogFeed feed, DatasetRepository datasets, Departments departments) {
        this.feed = feed;
        this.datasets = datasets;
        this.departments = departments;
    }

    /** What became of a dataset. */
    enum ChangeKind {
        /** In force, as the entry says. */
        IN_FORCE,
        /** Ended: to be taken out. */
        WITHDRAWN
    }

    /**
     * The newest state of a dataset that changed.
     *
     * @param code its resource code, as in an export of the catalog
     * @param uscc unified social credit code of the department that provides it (GB 32100-2015)
     * @param edition number of the edition in force
     * @param entry whole, as in an export of the catalog; null once it is withdrawn
     */
    record CatalogChange(
            String code,
            ChangeKind kind,
            String department,
            @Nullable String uscc,
            int edition,
            Instant changedAt,
            @Nullable Entry entry) {

        static CatalogChange of(Place place, Dataset dataset, @Nullable String uscc) {
            boolean there = dataset.published();
            return new CatalogChange(
                    dataset.resourceCode(),
                    there ? ChangeKind.IN_FORCE : ChangeKind.WITHDRAWN,
                    dataset.department(),
                    uscc,
                    dataset.edition(),
                    place.at(),
                    there ? dataset.entry() : null);
        }
    }

    /**
     * A piece of the feed.
     *
     * @param cursor to be kept and asked with the next time, for as long as one likes
     * @param more whether there is more already
     */
    record CatalogChanges(List<CatalogChange> items, String cursor, boolean more) {}

    @Operation(
            summary =
                    "Datasets that came into force, changed or ended behind a cursor; without one, all there ever were")
    @GetMapping
    CatalogChanges list(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "100") int limit) {
        int most = KeysetPage.limit(limit);
        long after = number(cursor);
        if (after > feed.last()) {
            throw new HubProblem(
                    ErrorCode.FEED_OUTDATED,
                    "The feed was set back since this cursor was given; take it from the beginning, without a cursor.");
        }
        List<Place> places = feed.after(after, most + 1);
        List<Place> taken = places.subList(0, Math.min(most, places.size()));
        long reached = taken.isEmpty() ? after : taken.getLast().number();
        return new CatalogChanges(items(taken), cursor(reached), places.size() > most);
    }

    private List<CatalogChange> items(List<Place> places) {
        Map<String, Dataset> found =
                datasets.all(places.stream().map(Place::dataset).toList());
        Map<String, Department> known =
                departments.all().stream().collect(Collectors.toMap(Department::code, Function.identity()));
        return places.stream()
                .map(place -> {
                    Dataset dataset = Objects.requireNonNull(found.get(place.dataset()), "held by a foreign key");
                    Department provider = known.get(dataset.department());
                    return CatalogChange.of(place, dataset, provider == null ? null : provider.uscc());
                })
                .toList();
    }

    private static String cursor(long number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((FORM + number).getBytes(StandardCharsets.US_ASCII));
    }

    private static long number(@Nullable String cursor) {
        Long after = KeysetPage.after(cursor, CatalogFeedController::read);
        return after == null ? 0 : after;
    }

    private static Long read(String written) {
        if (!written.startsWith(FORM)) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "The cursor is not one of this feed.",
                    List.of(new FieldError("cursor", "the cursor of an answer of this feed, or none", null)));
        }
        return Long.valueOf(written.substring(FORM.length()));
    }
}
