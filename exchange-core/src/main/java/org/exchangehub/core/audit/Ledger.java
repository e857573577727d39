package org.exchangehub.core.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.exchangehub.core.audit.PublishedHistory.Evaluation;
import org.exchangehub.core.audit.PublishedHistory.Extent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who looked at somebody's data, when and why: the entries that hold the subject's token of any year, and those of large
 * accesses that, held against history, included a record of the subject.
 */
@Component
class Ledger {

    /** Entries looked at for one page, so that its time is bounded however many large accesses there were. */
    static final int LOOKED_AT = 1_000;

    private final SubjectTokens tokens;
    private final SubjectIndex index;
    private final PublishedHistory history;
    private final JsonMapper json;

    Ledger(SubjectTokens tokens, SubjectIndex index, PublishedHistory history, JsonMapper json) {
        this.tokens = tokens;
        this.index = index;
        this.history = history;
        this.json = json;
    }

    /** How an access is known to have concerned the subject. */
    enum Found {
        /** The entry holds the subject's token. */
        NAMED,
        /** The entry holds a digest of more tokens than have room in it, and the index lists the subject's among them. */
        INDEXED,
        /** The entry holds a range of changes, and history says that it included the subject. */
        EVALUATED,
        /** The entry holds a range of changes that cannot be held against history any more. */
        UNDECIDED
    }

    /**
     * One access.
     *
     * @param evaluated what was held against history, and what was found; null when the entry names the subject
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Access(
            long index, byte[] leaf, Found found, @Nullable Evaluated evaluated) {}

    /**
     * An evaluation as a reader sees it.
     *
     * @param after number of the change in the dataset's sequence behind which the access began; null when it took a release
     * @param until number of the last change it looked at; null when it took a release
     * @param release the release whose rows it took; null when it took changes
     * @param changes how many of these changes or rows concerned the subject and were visible to the receiver, at most if that is
     *     not decided; null when nothing can be said of it
     */
    record Evaluated(
            String dataset,
            @Nullable String grant,
            @Nullable Long after,
            @Nullable Long until,
            @Nullable Long release,
            @Nullable Long changes) {

        static Evaluated of(Extent extent, @Nullable Long changes) {
            String grant = extent.grant() == null ? null : extent.grant().toString();
            return switch (extent) {
                case Extent.Changes range ->
                    new Evaluated(range.dataset(), grant, range.after(), range.until(), null, changes);
                case Extent.Rows rows -> new Evaluated(rows.dataset(), grant, null, null, rows.release(), changes);
            };
        }
    }

    /**
     * A part of a ledger, in the order of the log.
     *
     * @param next where it goes on; null when all there is was looked at
     */
    record Page(
            List<String> tokens,
            List<Access> accesses,
            @Nullable Long next) {}

    /**
     * The accesses behind an index of the log.
     *
     * @param after the last index known, -1 for none
     * @param limit accesses at most; there may be fewer although it goes on
     */
    Page of(DataSubject subject, long after, int limit) {
        List<String> named = tokens.ofEveryYear(history.names(subject));
        List<String> extents =
                history.datasets(subject).stream().map(Extents::token).toList();
        List<Long> naming = index.entries(named, after, LOOKED_AT);
        Set<Long> looked = new TreeSet<>(naming);
        looked.addAll(index.entries(extents, after, LOOKED_AT));
        List<Long> candidates = looked.stream().limit(LOOKED_AT).toList();
        Map<Long, byte[]> leaves = index.leaves(candidates);
        Set<Long> names = Set.copyOf(naming);
        List<Access> accesses = new ArrayList<>();
        for (Long each : candidates) {
            byte[] leaf = leaves.get(each);
            Access access = leaf == null ? null : access(subject, each, leaf, names.contains(each) ? named : List.of());
            if (access != null) {
                accesses.add(access);
            }
            if (accesses.size() == limit) {
                return new Page(named, accesses, each);
            }
        }
        return new Page(named, accesses, candidates.size() == LOOKED_AT ? candidates.getLast() : null);
    }

    /** @param named the subject's tokens if the index names one of them for the entry; the index alone proves nothing */
    private @Nullable Access access(DataSubject subject, long at, byte[] leaf, List<String> named) {
        JsonNode entry = json.readTree(leaf);
        if (!named.isEmpty() && concerns(subject, entry)) {
            Found found = named(entry, named);
            if (found != null) {
                return new Access(at, leaf, found, null);
            }
        }
        Extent extent = Extents.of(entry).orElse(null);
        if (extent == null) {
            return null;
        }
        Evaluation evaluation = history.evaluated(subject, extent);
        if (Long.valueOf(0).equals(evaluation.changes())) {
            return null;
        }
        Evaluated evaluated = Evaluated.of(extent, evaluation.changes());
        return new Access(at, leaf, evaluation.known() ? Found.EVALUATED : Found.UNDECIDED, evaluated);
    }

    /** What the leaf itself says; null when it does not bear the index out. */
    private static @Nullable Found named(JsonNode leaf, List<String> tokens) {
        List<String> held =
                leaf.path("subjects").values().stream().map(JsonNode::asString).toList();
        if (held.stream().anyMatch(tokens::contains)) {
            return Found.NAMED;
        }
        return held.size() == 1 && held.getFirst().startsWith(LogEntries.DIGEST) ? Found.INDEXED : null;
    }

    /** The same key may stand in two datasets, so a record's token counts in its own only. */
    private static boolean concerns(DataSubject subject, JsonNode leaf) {
        return switch (subject) {
            case DataSubject.Person person -> true;
            case DataSubject.Enterprise enterprise -> true;
            case DataSubject.Keyed record ->
                record.dataset().equals(leaf.path("dataset").asString(""));
        };
    }
}
