package org.exchangehub.core.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.exchangehub.core.audit.PublishedHistory.Extent;
import tools.jackson.databind.JsonNode;

/**
 * Accesses that name nobody, because a subscriber reads whole datasets: their leaf holds the grant and the range of changes,
 * and they are indexed by the dataset, beside the subjects' tokens, so that a ledger finds them without a scan.
 */
final class Extents {

    private static final Set<Auditable> KINDS = EnumSet.of(Auditable.CHANGES_READ);
    private static final String PREFIX = "extent:";

    private Extents() {}

    /** How the index names the large accesses to a dataset. */
    static String token(String dataset) {
        return PREFIX + dataset;
    }

    /** The tokens an entry is indexed by: its subjects', or that of the dataset it read much of. */
    static List<String> index(List<String> subjects, AuditFact fact) {
        String dataset = fact.dataset();
        if (dataset == null || !KINDS.contains(fact.kind()) || fact.outcome() != Outcome.ALLOWED) {
            return subjects;
        }
        return Stream.concat(subjects.stream(), Stream.of(token(dataset))).toList();
    }

    /** What the leaf says of its extent; empty when it is none. */
    static Optional<Extent> of(JsonNode leaf) {
        JsonNode after = leaf.at("/details/after");
        JsonNode next = leaf.at("/details/next");
        String dataset = leaf.path("dataset").asString("");
        if (after.isMissingNode() || next.isMissingNode() || dataset.isEmpty()) {
            return Optional.empty();
        }
        String grant = leaf.path("grant").asString("");
        return Optional.of(new Extent(
                dataset,
                grant.isEmpty() ? null : UUID.fromString(grant),
                Long.parseLong(after.asString()),
                Long.parseLong(next.asString())));
    }
}
