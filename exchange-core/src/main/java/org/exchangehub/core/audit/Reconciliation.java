package org.exchangehub.core.audit;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.tlog.Frontier;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.Tile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Compares the search engine's documents with the log and mends what differs. Two ways: once a minute by count, which finds
 * what was removed or added and, by halving, where; and all the time, a few tiles a second, by hash: the leaves in a tile's
 * documents lead to the same node of the log's own tree, or a document was altered. What is found is itself an entry.
 */
@Component
class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int WIDTH = Tile.WIDTH;
    private static final int MOST_DOCUMENTS = 2_000;
    private static final int MOST_TILES_BY_COUNT = 64;
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(60);

    private final LogIndex engine;
    private final LogStore store;
    private final ProjectionState state;
    private final AuditLog log;
    private final Clock clock;
    private final int tilesPerSecond;
    private volatile Instant next = Instant.MIN;

    Reconciliation(
            LogIndex engine, LogStore store, ProjectionState state, AuditLog log, Clock clock, AuditSettings settings) {
        this.engine = engine;
        this.store = store;
        this.state = state;
        this.log = log;
        this.clock = clock;
        this.tilesPerSecond = settings.tilesPerSecond();
    }

    /** Whether the round of comparison may go on now. */
    boolean due() {
        return !clock.instant().isBefore(next);
    }

    /** Goes on with the round of comparison by a second's worth of tiles; a new round begins a minute after the last. */
    void compareSome(Lease.Held lease) throws IOException {
        ProjectionState.Standing standing = state.standing();
        long end = standing.next();
        long at = Math.max(standing.compared(), state.lowest());
        for (int tiles = 0; tiles < tilesPerSecond && at < end; tiles++) {
            compareTile(at / WIDTH, end);
            at = Math.min((at / WIDTH + 1) * WIDTH, end);
        }
        if (at < end) {
            state.compared(lease, at);
            next = clock.instant().plusSeconds(1);
        } else {
            state.roundEnded(lease);
            next = clock.instant().plus(BETWEEN_ROUNDS);
        }
    }

    /** Begins comparing at once, instead of when it would be due. */
    void hasten() {
        next = Instant.MIN;
    }

    /**
     * Counts the engine's documents and mends the tiles that hold too few or too many.
     *
     * @param end the engine has everything before this index
     * @param size the log's size: documents that belong to no entry of it are foreign
     * @return whether so many are missing that copying all of it anew is quicker
     */
    boolean count(long end, long size) throws IOException {
        engine.refresh();
        removeForeign(size);
        long lowest = state.lowest();
        long missing = Math.max(0, end - lowest) - engine.count(LogIndex.indexes(lowest, end));
        if (missing > (long) MOST_TILES_BY_COUNT * WIDTH) {
            tell(lowest, missing, 0, 0);
            return true;
        }
        List<Long> tiles = new ArrayList<>();
        differing(lowest, end, tiles);
        for (long tile : tiles) {
            compareTile(tile, end);
        }
        return false;
    }

    /** Finds tiles that hold too few or too many documents, by halving the range. */
    private void differing(long first, long end, List<Long> tiles) throws IOException {
        if (first >= end
                || tiles.size() >= MOST_TILES_BY_COUNT
                || engine.count(LogIndex.indexes(first, end)) == end - first) {
            return;
        }
        if (first / WIDTH == (end - 1) / WIDTH) {
            tiles.add(first / WIDTH);
            return;
        }
        long middle = (first / WIDTH + (end - 1) / WIDTH + 1) / 2 * WIDTH;
        differing(first, middle, tiles);
        differing(middle, end, tiles);
    }

    private void removeForeign(long size) throws IOException {
        Query foreign = Query.of(query -> query.bool(bool -> bool.mustNot(LogIndex.indexes(0, size))));
        List<String> ids = engine
                .search(SearchRequest.of(search ->
                        search.index(engine.alias()).size(MOST_DOCUMENTS).query(foreign)))
                .hits()
                .hits()
                .stream()
                .map(Hit::id)
                .toList();
        if (!ids.isEmpty()) {
            tell(size, 0, 0, ids.size());
            engine.write(List.of(), ids);
        }
    }

    /** Compares the documents of a tile, up to an index, with the log's tree, and mends it if they differ. */
    private void compareTile(long tile, long end) throws IOException {
        long first = Math.max(tile * WIDTH, state.lowest());
        long after = Math.min((tile + 1) * WIDTH, end);
        List<Hit<JsonNode>> found =
                engine.documents(first, after, MOST_DOCUMENTS).hits().hits();
        if (!same(first, after, found)) {
            // It may only not be visible yet.
            engine.refresh();
            found = engine.documents(first, after, MOST_DOCUMENTS).hits().hits();
            if (!same(first, after, found)) {
                mend(first, after, found);
            }
        }
    }

    private boolean same(long first, long after, List<Hit<JsonNode>> found) {
        if (found.size() != after - first) {
            return false;
        }
        List<Hash> leaves = new ArrayList<>();
        for (Hit<JsonNode> hit : found) {
            long index = first + leaves.size();
            if (!Long.toString(index).equals(hit.id())) {
                return false;
            }
            leaves.add(hash(hit.source(), index));
        }
        if (leaves.size() < WIDTH) {
            return leaves.equals(store.nodes(0, first, leaves.size()));
        }
        Frontier subtree = new Frontier();
        leaves.forEach(subtree::append);
        return store.nodes(1, first / WIDTH, 1).equals(List.of(subtree.root()));
    }

    private static Hash hash(@Nullable JsonNode source, long index) {
        return source == null ? Hash.OF_NOTHING : SearchDocument.leafHash(source, index);
    }

    private void mend(long first, long after, List<Hit<JsonNode>> found) throws IOException {
        Map<String, @Nullable JsonNode> byId = new TreeMap<>();
        found.forEach(hit -> byId.put(String.valueOf(hit.id()), hit.source()));
        List<LogStore.Stored> wrong = new ArrayList<>();
        int missing = 0;
        for (LogStore.Stored entry : store.entries(first, (int) (after - first))) {
            String id = Long.toString(entry.index());
            boolean there = byId.containsKey(id);
            JsonNode source = byId.remove(id);
            missing += there ? 0 : 1;
            if (!Hash.ofLeaf(entry.entry()).equals(hash(source, entry.index()))) {
                wrong.add(entry);
            }
        }
        Set<String> foreign = byId.keySet().stream().collect(Collectors.toUnmodifiableSet());
        if (wrong.isEmpty() && foreign.isEmpty()) {
            return;
        }
        tell(wrong.isEmpty() ? first : wrong.getFirst().index(), missing, wrong.size() - missing, foreign.size());
        engine.write(wrong.stream().map(SearchDocument::of).toList(), foreign);
    }

    /** First the log is told, then it is mended: nothing is put right in silence. */
    private void tell(long index, long missing, long altered, long foreign) {
        LOG.warn(
                "The search engine's documents differ from the log from entry {} on: {} missing, {} altered, {} foreign",
                index,
                missing,
                altered,
                foreign);
        log.append(AuditFact.of(Auditable.LOG_PROJECTION_REPAIRED, Who.HUB)
                .detail("index", index)
                .detail("missing", missing)
                .detail("altered", altered)
                .detail("foreign", foreign)
                .build());
        state.differed(missing + altered + foreign, index);
    }
}
