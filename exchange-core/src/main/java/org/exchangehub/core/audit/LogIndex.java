package org.exchangehub.core.audit;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import org.exchangehub.core.search.SearchEngine;
import org.exchangehub.core.search.SearchIndex;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The entries of the log as the search engine holds them, see {@link SearchDocument}. */
@Component
class LogIndex extends SearchIndex {

    private static final int VERSION = 2;

    LogIndex(SearchEngine engine) {
        super(engine, "audit", VERSION, LogIndex.class, "log-index.json");
    }

    @Override
    protected ElasticsearchClient client() {
        return super.client();
    }

    /** Documents with an index from {@code first} to before {@code end}, in order of index. */
    SearchResponse<JsonNode> documents(long first, long end, int most) throws IOException {
        return search(SearchRequest.of(search -> search.index(alias())
                .size(most)
                .trackTotalHits(total -> total.enabled(false))
                .query(indexes(first, end))
                .sort(sort -> sort.field(field -> field.field("index").order(SortOrder.Asc)))));
    }

    static Query indexes(long first, long end) {
        return Query.of(query -> query.range(range -> range.untyped(
                index -> index.field("index").gte(JsonData.of(first)).lt(JsonData.of(end)))));
    }
}
