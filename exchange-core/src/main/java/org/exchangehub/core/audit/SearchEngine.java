package org.exchangehub.core.audit;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.util.BinaryData;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Elasticsearch, through its own client, by what the projection needs of it. Documents lie in one index behind an alias, and
 * are only written through the alias: so the engine never makes an index of its own when ours was removed.
 */
@Component
class SearchEngine {

    /** Counted up whenever {@code log-index.json} changes: an index of another version is made anew. */
    private static final int VERSION = 2;

    private static final int NOT_FOUND = 404;
    private static final Timeout CONNECT = Timeout.ofSeconds(2);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);

    private final SearchSettings settings;
    private final @Nullable Rest5Client transport;
    private final @Nullable ElasticsearchClient client;

    SearchEngine(SearchSettings settings) {
        this.settings = settings;
        URI url = settings.url();
        this.transport = url == null ? null : transport(url);
        this.client = transport == null
                ? null
                : new ElasticsearchClient(new Rest5ClientTransport(transport, new Jackson3JsonpMapper()));
    }

    private Rest5Client transport(URI url) {
        return Rest5Client.builder(url)
                .setConnectionConfigCallback(connection -> connection.setConnectTimeout(CONNECT))
                .setRequestConfigCallback(request -> request.setResponseTimeout(ANSWER))
                .setHttpClientConfigCallback(http -> http.addRequestInterceptorFirst((request, entity, context) -> {
                    String credentials = credentials();
                    if (credentials != null) {
                        request.setHeader("Authorization", credentials);
                    }
                }))
                .build();
    }

    /** Read for every request, so that a new password needs no new start. */
    private @Nullable String credentials() throws IOException {
        Path file = settings.passwordFile();
        if (settings.username() == null || file == null) {
            return null;
        }
        String login = settings.username() + ":" + Files.readString(file).strip();
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    boolean configured() {
        return client != null;
    }

    /** The engine's client, for tests that do to the documents what nobody should. */
    ElasticsearchClient client() {
        return Objects.requireNonNull(client, "no search engine is configured");
    }

    /** The name under which documents are written and searched. */
    String alias() {
        return settings.index();
    }

    private String index() {
        return settings.index() + "-v" + VERSION;
    }

    /** Something asked of the engine; what it refuses is an {@link IOException} like everything else that goes wrong. */
    @FunctionalInterface
    interface Request<T> {
        T send() throws IOException;
    }

    static <T> T ask(Request<T> request) throws IOException {
        try {
            return request.send();
        } catch (ElasticsearchException refused) {
            throw new IOException("Elasticsearch answered " + refused.status() + ": " + refused.getMessage(), refused);
        }
    }

    /** Whether the index is there as we make it. */
    boolean ready() throws IOException {
        try {
            var found = client().indices()
                    .getMapping(request -> request.index(alias()))
                    .mappings();
            var ours = found.size() == 1 ? found.get(index()) : null;
            JsonData version = ours == null ? null : ours.mappings().meta().get("version");
            return version != null && version.to(Integer.class) == VERSION;
        } catch (ElasticsearchException refused) {
            if (refused.status() == NOT_FOUND) {
                return false;
            }
            throw new IOException(refused.getMessage(), refused);
        }
    }

    /** Removes whatever lies under our names and makes the index, empty. */
    void create() throws IOException {
        try (InputStream definition =
                Objects.requireNonNull(SearchEngine.class.getResourceAsStream("log-index.json"), "log-index.json")) {
            ask(() -> {
                for (String each : behind()) {
                    client().indices().delete(request -> request.index(each));
                }
                return client().indices()
                        .create(request -> request.withJson(definition)
                                .index(index())
                                .aliases(alias(), alias -> alias.isWriteIndex(true)));
            });
        }
    }

    private Collection<String> behind() throws IOException {
        return Stream.concat(named(alias()), named(index())).collect(Collectors.toSet());
    }

    private Stream<String> named(String name) throws IOException {
        return client()
                .indices()
                .get(request -> request.index(name).ignoreUnavailable(true))
                .indices()
                .keySet()
                .stream();
    }

    /** Writes documents over what is there under their ids, and removes the documents with some other ids. */
    void write(List<SearchDocument> documents, Collection<String> removed) throws IOException {
        List<BulkOperation> operations = Stream.concat(
                        removed.stream().map(id -> BulkOperation.of(each -> each.delete(delete -> delete.id(id)))),
                        documents.stream().map(SearchEngine::indexed))
                .toList();
        BulkResponse answer = ask(() -> client().bulk(
                        request -> request.index(alias()).requireAlias(true).operations(operations)));
        if (answer.errors()) {
            throw new IOException("Elasticsearch refused "
                    + answer.items().stream()
                            .map(BulkResponseItem::error)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .map(error -> error.type() + ": " + error.reason())
                            .orElse("something"));
        }
    }

    private static BulkOperation indexed(SearchDocument document) {
        BinaryData json = BinaryData.of(document.json(), "application/json");
        return BulkOperation.of(each ->
                each.index(index -> index.id(Long.toString(document.index())).document(json)));
    }

    SearchResponse<JsonNode> search(SearchRequest request) throws IOException {
        return ask(() -> client().search(request, JsonNode.class));
    }

    /** Documents with an index from {@code first} to before {@code end}, in order of index. */
    SearchResponse<JsonNode> documents(long first, long end, int most) throws IOException {
        return search(SearchRequest.of(search -> search.index(alias())
                .size(most)
                .trackTotalHits(total -> total.enabled(false))
                .query(indexes(first, end))
                .sort(sort -> sort.field(field -> field.field("index").order(SortOrder.Asc)))));
    }

    long count(Query query) throws IOException {
        return ask(() ->
                client().count(request -> request.index(alias()).query(query)).count());
    }

    /** Makes what was written so far visible to the requests that follow. */
    void refresh() throws IOException {
        ask(() -> client().indices().refresh(request -> request.index(alias())));
    }

    static Query indexes(long first, long end) {
        return Query.of(query -> query.range(range -> range.untyped(
                index -> index.field("index").gte(JsonData.of(first)).lt(JsonData.of(end)))));
    }

    @PreDestroy
    void close() throws IOException {
        if (transport != null) {
            transport.close();
        }
    }
}
