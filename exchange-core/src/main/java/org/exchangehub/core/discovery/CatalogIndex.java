package org.exchangehub.core.discovery;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.util.List;
import org.exchangehub.core.search.SearchEngine;
import org.exchangehub.core.search.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The datasets of the catalog as the search engine holds them, see {@link CatalogDocuments}. */
@Component
class CatalogIndex extends SearchIndex {

    private static final int VERSION = 1;

    CatalogIndex(SearchEngine engine) {
        super(engine, "catalog", VERSION, CatalogIndex.class, "catalog-index.json");
    }

    @Override
    protected ElasticsearchClient client() {
        return super.client();
    }

    /** Up to {@code most} documents with a code after one and, unless that is null, up to another, in order of code. */
    List<Hit<JsonNode>> documents(String after, @Nullable String last, int most) throws IOException {
        return search(SearchRequest.of(search -> search.index(alias())
                        .size(most)
                        .trackTotalHits(total -> total.enabled(false))
                        .query(query -> query.range(range -> range.term(code -> {
                            code.field("code").gt(after);
                            return last == null ? code : code.lte(last);
                        })))
                        .sort(sort -> sort.field(field -> field.field("code").order(SortOrder.Asc)))))
                .hits()
                .hits();
    }
}
