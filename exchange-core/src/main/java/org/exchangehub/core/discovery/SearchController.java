package org.exchangehub.core.discovery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.exchangehub.core.catalog.CatalogQuery;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.Entry;
import org.exchangehub.core.catalog.Facet;
import org.exchangehub.core.catalog.ShareAttribute;
import org.exchangehub.core.catalog.ShareMode;
import org.exchangehub.core.discovery.Highlights.Highlight;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/datasets/search", produces = MediaType.APPLICATION_JSON_VALUE)
class SearchController {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 20;
    private static final int MOST = 100;
    /** What the engine counts through at most. */
    private static final int DEEPEST = 10_000;

    private final CatalogSearch search;
    private final CatalogDocuments documents;

    SearchController(CatalogSearch search, CatalogDocuments documents) {
        this.search = search;
        this.documents = documents;
    }

    /** Who answered a search. */
    enum AnsweredBy {
        SEARCH_ENGINE,
        /** The catalog's own tables, while the engine does not answer: no counts, no highlights, no relevance. */
        DATABASE
    }

    /**
     * What was found.
     *
     * @param total how many match in all
     * @param facets how many there are of what kind, by the name of the parameter that narrows to it: what all other
     *     parameters let through; null when the database answered
     */
    record DatasetFinds(
            long total,
            List<DatasetFind> items,
            @Nullable Map<String, List<FacetValue>> facets,
            AnsweredBy answeredBy) {}

    record FacetValue(String value, long count) {}

    /**
     * A dataset found.
     *
     * @param highlights where the words are: by field, the texts they are in, in pieces; {@code title}, {@code keywords},
     *     {@code departmentTitle}, {@code fields}, {@code summary}
     */
    record DatasetFind(
            String code,
            String resourceCode,
            Dataset.State state,
            @Nullable LocalizedText title,
            @Nullable LocalizedText summary,
            String department,
            @Nullable LocalizedText departmentTitle,
            @Nullable ShareAttribute shareAttribute,
            @Nullable Integer level,
            Entry.@Nullable UpdateCycle updateCycle,
            Instant updatedAt,
            Map<String, List<List<Highlight>>> highlights) {}

    @Operation(
            summary = "Finds datasets by words (Chinese, English or pinyin) and by kind, the best first",
            description =
                    "All words must occur, anywhere: in title, keywords, summary, department, field names or code."
                            + " What the caller may not see is neither found nor counted.")
    @GetMapping
    DatasetFinds find(
            @Parameter(description = "Up to 20 words, 200 characters") @RequestParam(required = false) @Nullable
                    String q,
            @RequestParam(required = false) @Nullable List<String> department,
            @RequestParam(required = false) @Nullable List<Dataset.State> state,
            @Parameter(description = "First digit of the classification")
                    @RequestParam(name = "class", required = false)
                    @Nullable
                    List<String> classification,
            @RequestParam(required = false) @Nullable List<ShareAttribute> shareAttribute,
            @RequestParam(required = false) @Nullable List<ShareMode> shareMode,
            @RequestParam(required = false) @Nullable List<Integer> level,
            @RequestParam(required = false) @Nullable List<Entry.Format> format,
            @RequestParam(required = false) @Nullable List<Entry.UpdateCycle> updateCycle,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(defaultValue = "RELEVANCE") SearchOrder sort,
            @RequestParam(defaultValue = "0") int offset,
            @Parameter(description = "1 to 100") @RequestParam(defaultValue = "20") int limit,
            Caller caller) {
        Map<Facet, Set<String>> only = new EnumMap<>(Facet.class);
        narrow(only, Facet.DEPARTMENT, department);
        narrow(only, Facet.STATE, state);
        narrow(only, Facet.CLASSIFICATION, classification);
        narrow(only, Facet.SHARE_ATTRIBUTE, shareAttribute);
        narrow(only, Facet.SHARE_MODE, shareMode);
        narrow(only, Facet.LEVEL, level);
        narrow(only, Facet.FORMAT, format);
        narrow(only, Facet.UPDATE_CYCLE, updateCycle);
        narrow(only, Facet.OPEN, open == null ? null : List.of(open));
        CatalogQuery query = CatalogQuery.of(q, only);
        require(q, query, offset, limit);
        return view(search.find(query, caller, sort, offset, limit));
    }

    private static void narrow(Map<Facet, Set<String>> only, Facet facet, @Nullable List<?> values) {
        if (values != null && !values.isEmpty()) {
            only.put(facet, Set.copyOf(values.stream().map(Object::toString).toList()));
        }
    }

    private static void require(@Nullable String q, CatalogQuery query, int offset, int limit) {
        Violations found = new Violations();
        if (q != null && q.length() > LONGEST) {
            found.add("q", "up to " + LONGEST + " characters", q.length() + " characters");
        }
        if (query.words().size() > MOST_WORDS) {
            found.add("q", "up to " + MOST_WORDS + " words", query.words().size() + " words");
        }
        if (limit < 1 || limit > MOST) {
            found.add("limit", "1 to " + MOST, "" + limit);
        }
        if (offset < 0 || offset > DEEPEST - MOST) {
            found.add("offset", "0 to " + (DEEPEST - MOST), "" + offset);
        }
        found.refuse("The search is not valid.");
    }

    private DatasetFinds view(CatalogSearch.Finds finds) {
        Map<String, LocalizedText> departments = documents.titles();
        List<DatasetFind> items =
                finds.found().stream().map(found -> find(found, departments)).toList();
        Map<Facet, Map<String, Long>> counted = finds.facets();
        return new DatasetFinds(
                finds.total(),
                items,
                counted == null ? null : facets(counted),
                counted == null ? AnsweredBy.DATABASE : AnsweredBy.SEARCH_ENGINE);
    }

    private static Map<String, List<FacetValue>> facets(Map<Facet, Map<String, Long>> counted) {
        Map<String, List<FacetValue>> facets = new TreeMap<>();
        counted.forEach((facet, values) -> facets.put(
                facet.parameter(),
                values.entrySet().stream()
                        .map(value -> new FacetValue(value.getKey(), value.getValue()))
                        .toList()));
        return facets;
    }

    private static DatasetFind find(CatalogSearch.Found found, Map<String, LocalizedText> departments) {
        Dataset dataset = found.dataset();
        Entry entry = dataset.entry();
        return new DatasetFind(
                dataset.code(),
                dataset.resourceCode(),
                dataset.state(),
                entry.title(),
                entry.summary(),
                dataset.department(),
                departments.get(dataset.department()),
                entry.shareAttribute(),
                entry.level(),
                entry.updateCycle(),
                dataset.updatedAt(),
                found.highlights());
    }
}
