package org.exchangehub.core.discovery;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.util.NamedValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.exchangehub.core.catalog.CatalogQuery;
import org.exchangehub.core.catalog.Facet;
import org.exchangehub.core.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Searches in the engine: the codes found, in order, and how many there are of what kind. */
@Component
class EngineSearch {

    private static final int FACET_VALUES = 50;
    private static final int FIELDS_SHOWN = 5;
    private static final int FRAGMENT = 120;
    private static final String VALUES = "values";

    private final CatalogIndex index;
    private final Rankings rankings;

    EngineSearch(CatalogIndex index, Rankings rankings) {
        this.index = index;
        this.rankings = rankings;
    }

    /**
     * What the engine answers.
     *
     * @param codes in order, each with the texts the words were found in, marked, by field
     */
    record Answer(long total, Map<String, Map<String, List<String>>> codes, Map<Facet, Map<String, Long>> facets) {}

    Answer find(CatalogQuery query, Caller reader, SearchOrder order, int offset, int limit) throws IOException {
        SearchWords words = new SearchWords(rankings.current().ranking());
        SearchRequest.Builder request = new SearchRequest.Builder()
                .index(index.alias())
                .from(offset)
                .size(limit)
                .source(source -> source.fetch(false))
                .trackTotalHits(total -> total.enabled(true))
                .query(matching(query, reader, words))
                .postFilter(filter -> filter.bool(bool -> bool.filter(narrowed(query, null))));
        if (order == SearchOrder.RELEVANCE && !query.words().isEmpty()) {
            request.sort(sort -> sort.score(score -> score.order(SortOrder.Desc)));
        } else {
            request.sort(sort -> sort.field(field -> field.field("updatedAt").order(SortOrder.Desc)));
        }
        request.sort(sort -> sort.field(field -> field.field("code").order(SortOrder.Asc)));
        if (!query.words().isEmpty()) {
            request.highlight(highlight(words.fields()));
        }
        for (Facet facet : Facet.values()) {
            request.aggregations(facet.parameter(), counted(facet, query));
        }
        return answer(index.search(request.build()));
    }

    /** Only documents with a label the reader may see are looked at, so that counts tell of nothing else. */
    private static Query matching(CatalogQuery query, Caller reader, SearchWords words) {
        List<FieldValue> labels =
                Readers.of(reader).stream().map(FieldValue::of).toList();
        return Query.of(all -> all.bool(bool -> {
            bool.filter(filter -> filter.terms(terms -> terms.field("readers").terms(values -> values.value(labels))));
            query.words().forEach(word -> bool.must(words.word(word)));
            return query.words().isEmpty() ? bool : bool.should(words.title(query.words()));
        }));
    }

    /** The conditions of the sides narrowed, but of one. */
    private static List<Query> narrowed(CatalogQuery query, @Nullable Facet but) {
        List<Query> conditions = new ArrayList<>();
        query.only().forEach((facet, values) -> {
            if (facet != but) {
                List<FieldValue> wanted = values.stream().map(FieldValue::of).toList();
                conditions.add(Query.of(each -> each.terms(
                        terms -> terms.field("facets." + facet.parameter()).terms(in -> in.value(wanted)))));
            }
        });
        return conditions;
    }

    /** Counts by one side what all the others let through: so that another of its values can be chosen. */
    private static Aggregation counted(Facet facet, CatalogQuery query) {
        return new Aggregation.Builder()
                .filter(filter -> filter.bool(bool -> bool.filter(narrowed(query, facet))))
                .aggregations(
                        VALUES,
                        values -> values.terms(terms ->
                                terms.field("facets." + facet.parameter()).size(FACET_VALUES)))
                .build();
    }

    private static Highlight highlight(Set<String> fields) {
        Highlight.Builder highlight = new Highlight.Builder()
                .type(HighlighterType.Unified)
                .preTags(String.valueOf(Highlights.BEGIN))
                .postTags(String.valueOf(Highlights.END));
        for (String field : fields) {
            boolean whole = field.equals("title") || field.equals("departmentTitle");
            highlight.fields(NamedValue.of(
                    field,
                    HighlightField.of(each ->
                            each.numberOfFragments(whole ? 0 : FIELDS_SHOWN).fragmentSize(FRAGMENT))));
        }
        return highlight.build();
    }

    private static Answer answer(SearchResponse<JsonNode> found) {
        Map<String, Map<String, List<String>>> codes = new LinkedHashMap<>();
        found.hits().hits().forEach(hit -> codes.put(String.valueOf(hit.id()), hit.highlight()));
        Map<Facet, Map<String, Long>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Aggregate counted = Objects.requireNonNull(found.aggregations().get(facet.parameter()), facet.parameter());
            Map<String, Long> values = new LinkedHashMap<>();
            Objects.requireNonNull(counted.filter().aggregations().get(VALUES), VALUES)
                    .sterms()
                    .buckets()
                    .array()
                    .forEach(bucket -> values.put(bucket.key().stringValue(), bucket.docCount()));
            facets.put(facet, values);
        }
        TotalHits total = found.hits().total();
        return new Answer(total == null ? codes.size() : total.value(), codes, facets);
    }
}
