package org.exchangehub.core.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.exchangehub.core.contract.RowCondition;
import org.jspecify.annotations.Nullable;

/**
 * An application as it is handed in; {@link ApplicationRules} say what it must state.
 *
 * @param client the application that will call, {@code app-<code>}
 * @param maxLevel up to which level fields are shown as they are, 1 to 4; 2 when it is not stated
 * @param entitled names of fields shown as they are although above the level
 * @param masks by name of field, a mask stricter than the schema's
 */
record ApplicationRequest(
        @Nullable String dataset,
        @Nullable String client,
        @Nullable String basis,
        @Nullable String scenario,
        @Nullable String scope,
        @Nullable String purpose,
        @Nullable Set<Mode> modes,
        @Nullable LocalDate until,
        @Nullable List<FieldWish> fields,
        @Nullable List<RowCondition> rowFilter,
        @Nullable Integer maxLevel,
        @Nullable List<String> entitled,
        @Nullable Map<String, String> masks) {

    /** One field wanted and what for. */
    record FieldWish(@Nullable String field, @Nullable FieldAccess access) {}

    ApplicationRequest {
        modes = modes == null ? null : Collections.unmodifiableSet(new TreeSet<>(modes));
        fields = fields == null ? null : List.copyOf(fields);
        rowFilter = rowFilter == null ? null : List.copyOf(rowFilter);
        entitled = entitled == null ? null : Collections.unmodifiableList(new ArrayList<>(entitled));
        masks = masks == null ? null : Collections.unmodifiableMap(new TreeMap<>(masks));
    }
}
