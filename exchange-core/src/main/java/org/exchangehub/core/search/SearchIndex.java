package org.exchangehub.core.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An index as its owner defines it, in a resource beside the owner's class. Documents lie in one index behind an alias, and
 * are only written through the alias: so the engine never makes an index of its own when ours was removed.
 */
public class SearchIndex {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final SearchEngine engine;
    private final String alias;
    private final int version;
    private final Class<?> owner;
    private final String definition;

    /**
     * An index.
     *
     * @param purpose how its name ends, such as {@code audit}
     * @param version counted up whenever the definition changes: an index of another version is made anew
     * @param owner beside which the definition lies
     * @param definition name of the resource that holds settings and mappings; {@code mappings._meta.version} is the version
     */
    protected SearchIndex(SearchEngine engine, String purpose, int version, Class<?> owner, String definition) {
        this.engine = engine;
        this.alias = engine.named(purpose);
        this.version = version;
        this.owner = owner;
        this.definition = definition;
    }

    /**
     * A document.
     *
     * @param json an object
     * @param version a document of a lower one never replaces it; null where the last to write is right
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Document(String id, byte[] json, @Nullable Long version) {}

    /** Whether there is an engine at all. */
    public boolean configured() {
        return engine.configured();
    }

    /** The engine's client, for tests that do to the documents what nobody should. */
    protected ElasticsearchClient client() {
        return engine.client();
    }

    /** The name under which documents are written and searched. */
    public String alias() {
        return alias;
    }

    private String index() {
        return alias + "-v" + version;
    }

    /** Something asked of the engine; what it refuses is an {@link IOException} like everything else that goes wrong. */
    @FunctionalInterface
    private interface Request<T> {
        T send() throws IOException;
    }

    private static <T> T ask(Request<T> request) throws IOException {
        try {
            return request.send();
        } catch (ElasticsearchException refused) {
            throw new IOException("Elasticsearch answered " + refused.status() + ": " + refused.getMessage(), refused);
        }
    }

    /** Whether the index is there as we make it. */
    public boolean ready() throws IOException {
        try {
            var found = client().indices()
                    .getMapping(request -> request.index(alias))
                    .mappings();
            var ours = found.size() == 1 ? found.get(index()) : null;
            JsonData made = ours == null ? null : ours.mappings().meta().get("version");
            return made != null && made.to(Integer.class) == version;
        } catch (ElasticsearchException refused) {
            if (refused.status() == NOT_FOUND) {
                return false;
            }
            throw new IOException(refused.getMessage(), refused);
        }
    }

    /** Removes whatever lies under our names and makes the index, empty. */
    public void create() throws IOException {
        try (InputStream json = Objects.requireNonNull(owner.getResourceAsStream(definition), definition)) {
            ask(() -> {
                for (String each : behind()) {
                    client().indices().delete(request -> request.index(each));
                }
                return client().indices()
                        .create(request ->
                                request.withJson(json).index(index()).aliases(alias, made -> made.isWriteIndex(true)));
            });
        }
    }

    private Collection<String> behind() throws IOException {
        return Stream.concat(named(alias), named(index())).collect(Collectors.toSet());
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
    public void write(List<Document> documents, Collection<String> removed) throws IOException {
        List<BulkOperation> operations = Stream.concat(
                        removed.stream().map(id -> BulkOperation.of(each -> each.delete(delete -> delete.id(id)))),
                        documents.stream().map(SearchIndex::indexed))
                .toList();
        BulkResponse answer = ask(() ->
                client().bulk(request -> request.index(alias).requireAlias(true).operations(operations)));
        if (answer.errors()) {
            for (BulkResponseItem item : answer.items()) {
                ErrorCause error = item.error();
                if (error != null && item.status() != CONFLICT) {
                    throw new IOException("Elasticsearch refused " + error.type() + ": " + error.reason());
                }
            }
        }
    }

    private static BulkOperation indexed(Document document) {
        BinaryData json = BinaryData.of(document.json(), "application/json");
        Long version = document.version();
        return BulkOperation.of(each -> each.index(index -> {
            index.id(document.id()).document(json);
            return version == null ? index : index.version(version).versionType(VersionType.ExternalGte);
        }));
    }

    public SearchResponse<JsonNode> search(SearchRequest request) throws IOException {
        return ask(() -> client().search(request, JsonNode.class));
    }

    public long count(Query query) throws IOException {
        return ask(() ->
                client().count(request -> request.index(alias).query(query)).count());
    }

    /** Makes what was written so far visible to the requests that follow. */
    public void refresh() throws IOException {
        ask(() -> client().indices().refresh(request -> request.index(alias)));
    }
}
