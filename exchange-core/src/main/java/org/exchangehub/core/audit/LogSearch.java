package org.exchangehub.core.audit;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramAggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.FieldDateMath;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.exchangehub.core.audit.LogOverview.LogBar;
import org.exchangehub.core.audit.LogOverview.LogFacet;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds entries in the search projection, newest first. */
@Component
class LogSearch {

    private static final int FACET_VALUES = 30;
    private static final String HISTOGRAM = "histogram";
    private static final String REFUSED = "refused";
    private static final Map<String, String> FACETS = Map.of(
            "kind", "leaf.kind",
            "outcome", "leaf.outcome",
            "dataset", "leaf.dataset",
            "department", "leaf.who.department",
            "client", "leaf.who.client");

    private final LogIndex engine;
    private final LogStore store;
    private final ProjectionState state;
    private final ZoneId zone;
    private final Clock clock;

    LogSearch(LogIndex engine, LogStore store, ProjectionState state, ZoneId zone, Clock clock) {
        this.engine = engine;
        this.store = store;
        this.state = state;
        this.zone = zone;
        this.clock = clock;
    }

    /** Entries found, and what all that were found are like, if that was asked for. */
    record Found(List<EntryView> entries, @Nullable LogOverview overview) {}

    /** The range the bars of a histogram cover. */
    private record Range(Instant from, Instant to, BarWidth width) {}

    /**
     * The newest matching entries below an index.
     *
     * @param overview whether to count all that match, too
     */
    Found find(LogFilter filter, int limit, @Nullable Long below, boolean overview) {
        LogCriteria criteria = filter.understood(zone);
        if (!engine.configured()) {
            throw unavailable(null);
        }
        SearchRequest.Builder request = new SearchRequest.Builder()
                .index(engine.alias())
                .size(limit)
                .trackTotalHits(total -> total.enabled(false))
                .source(source -> source.filter(fields -> fields.includes("index", "leaf")))
                .sort(sort -> sort.field(field -> field.field("index").order(SortOrder.Desc)))
                .query(query -> query.bool(bool -> bool.filter(published()).filter(filters(criteria))));
        if (below != null) {
            request.searchAfter(after -> after.longValue(below));
        }
        Range range = overview ? range(criteria) : null;
        if (range != null) {
            FACETS.forEach((name, field) -> request.aggregations(
                    name, facet -> facet.terms(terms -> terms.field(field).size(FACET_VALUES))));
            request.aggregations(HISTOGRAM, histogram(range));
        }
        try {
            SearchResponse<JsonNode> answer = engine.search(request.build());
            return new Found(
                    answer.hits().hits().stream().map(LogSearch::view).toList(),
                    range == null ? null : overview(answer.aggregations(), range));
        } catch (IOException unreachable) {
            throw unavailable(unreachable);
        }
    }

    private static EntryView view(Hit<JsonNode> hit) {
        JsonNode source = hit.source();
        if (source == null) {
            throw new IllegalStateException("document " + hit.id() + " has no source");
        }
        return EntryView.of(source.path("index").asLong(), source.path("leaf"), null);
    }

    private static HubProblem unavailable(@Nullable IOException cause) {
        HubProblem problem = new HubProblem(
                ErrorCode.SEARCH_UNAVAILABLE,
                "The log cannot be searched now; it goes on being written, and can be verified, exported and read by"
                        + " index.");
        if (cause != null) {
            problem.initCause(cause);
        }
        return problem;
    }

    /** Entries of a pruned shard stay in the index and are not found any more (decision 0015). */
    private Query published() {
        long minimum = store.minimumIndex();
        return minimum == 0 ? Query.of(query -> query.matchAll(all -> all)) : LogIndex.indexes(minimum, Long.MAX_VALUE);
    }

    private static List<Query> filters(LogCriteria criteria) {
        List<Query> filters = new ArrayList<>();
        Instant from = criteria.from();
        Instant to = criteria.to();
        if (from != null || to != null) {
            filters.add(Query.of(query -> query.range(range -> range.date(at -> {
                at.field("leaf.at");
                if (from != null) {
                    at.gte(from.toString());
                }
                if (to != null) {
                    at.lt(to.toString());
                }
                return at;
            }))));
        }
        criteria.equal()
                .forEach((member, value) -> filters.add(Query.of(query -> query.term(
                        term -> term.field("leaf." + LogCriteria.path(member)).value(value)))));
        criteria.purpose().forEach(word -> filters.add(phrase("leaf.purpose", word)));
        criteria.words().forEach(word -> filters.add(phrase("words", word)));
        return filters;
    }

    /** Chinese is indexed by single characters, so that a phrase of them is found wherever it stands. */
    private static Query phrase(String field, String word) {
        return Query.of(query -> query.matchPhrase(phrase -> phrase.field(field).query(word)));
    }

    private Range range(LogCriteria criteria) {
        Instant to = criteria.to() == null ? clock.instant() : criteria.to();
        Instant from = criteria.from();
        if (from == null) {
            OffsetDateTime oldest = state.at(state.lowest());
            from = oldest == null ? to : oldest.toInstant();
        }
        from = from.isBefore(to) ? from : to.minusSeconds(1);
        return new Range(from, to, BarWidth.of(Duration.between(from, to)));
    }

    private Aggregation histogram(Range range) {
        DateHistogramAggregation.Builder bars = new DateHistogramAggregation.Builder()
                .field("leaf.at")
                .timeZone(zone.getId())
                .minDocCount(0)
                .extendedBounds(bounds ->
                        bounds.min(bound(range.from())).max(bound(range.to().minusMillis(1))));
        range.width().set(bars);
        return new Aggregation.Builder()
                .dateHistogram(bars.build())
                .aggregations(
                        REFUSED,
                        refused -> refused.filter(outcome -> outcome.bool(bool -> bool.mustNot(allowed ->
                                allowed.term(term -> term.field("leaf.outcome").value(Outcome.ALLOWED.name()))))))
                .build();
    }

    private static FieldDateMath bound(Instant at) {
        return FieldDateMath.of(bound -> bound.expr(at.toString()));
    }

    private static LogOverview overview(Map<String, Aggregate> answer, Range range) {
        List<LogBar> bars = new ArrayList<>();
        for (DateHistogramBucket bar :
                got(answer, HISTOGRAM).dateHistogram().buckets().array()) {
            bars.add(new LogBar(
                    Instant.ofEpochMilli(bar.key()),
                    bar.docCount(),
                    got(bar.aggregations(), REFUSED).filter().docCount()));
        }
        SortedMap<String, List<LogFacet>> facets = new TreeMap<>();
        FACETS.keySet()
                .forEach(name -> facets.put(
                        name,
                        got(answer, name).sterms().buckets().array().stream()
                                .map(bucket -> new LogFacet(bucket.key().stringValue(), bucket.docCount()))
                                .toList()));
        return new LogOverview(
                bars.stream().mapToLong(LogBar::count).sum(), range.width().iso(), bars, facets);
    }

    private static Aggregate got(Map<String, Aggregate> answer, String name) {
        return Objects.requireNonNull(answer.get(name), name);
    }
}
