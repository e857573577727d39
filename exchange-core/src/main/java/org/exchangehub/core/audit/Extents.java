package org.exchangehub.core.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.exchangehub.core.audit.PublishedHistory.Extent;
import tools.jackson.databind.JsonNode;

/**
 * Accesses that name nobody, because they take whole datasets: their leaf holds the grant and the range of changes or the release,
 * and they are indexed by the dataset, beside the subjects' tokens, so that a ledger finds them without a scan.
 */
final class Extents {

    private static final Set<Auditable> KINDS = EnumSet.of(Auditable.CHANGES_READ, Auditable.RECORDS_EXPORTED);
    private static final String PREFIX = "extent:";

    private Extents() {}

    /** How the index names the large accesses to a dataset. */
    static String token(String dataset) {
        return PREFIX + dataset;
    }

    /** The tokens an entry is indexed by: its subjects', or that of the dataset it read much of. */
    static List<String> index(List<String> subjects, AuditFact fact) {
        String dataset = fact.dataset();
        if (dataset == null
                || !subjects.isEmpty()
                || !KINDS.contains(fact.kind())
                || fact.outcome() != Outcome.ALLOWED) {
            return subjects;
        }
        return List.of(token(dataset));
    }

    /** What the leaf says of its extent; empty when it is none. */
    static Optional<Extent> of(JsonNode leaf) {
        String dataset = leaf.path("dataset").asString("");
        if (dataset.isEmpty() || leaf.path("rows").asLong(1) == 0) {
            return Optional.empty();
        }
        String text = leaf.path("grant").asString("");
        UUID grant = text.isEmpty() ? null : UUID.fromString(text);
        JsonNode after = leaf.at("/details/after");
        JsonNode next = leaf.at("/details/next");
        if (!after.isMissingNode() && !next.isMissingNode()) {
            return Optional.of(new Extent.Changes(
                    dataset, grant, Long.parseLong(after.asString()), Long.parseLong(next.asString())));
        }
        JsonNode release = leaf.at("/details/release");
        boolean export = leaf.path("kind").asString("").equals(Auditable.RECORDS_EXPORTED.name());
        return !export || leaf.has("subjects") || release.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Extent.Rows(dataset, grant, Long.parseLong(release.asString()), leaf.has("filter")));
    }
}
