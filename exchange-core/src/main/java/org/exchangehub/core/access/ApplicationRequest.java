package org.exchangehub.core.access;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.exchangehub.core.contract.RowCondition;
import org.jspecify.annotations.Nullable;

/**
 * An application as it is handed in; {@link ApplicationRules} say what it must state.
 *
 * @param client the application that will call, {@code app-<code>}
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
        @Nullable List<RowCondition> rowFilter) {

    /** One field wanted and what for. */
    record FieldWish(@Nullable String field, @Nullable FieldAccess access) {}

    ApplicationRequest {
        modes = modes == null ? null : Collections.unmodifiableSet(new TreeSet<>(modes));
        fields = fields == null ? null : List.copyOf(fields);
        rowFilter = rowFilter == null ? null : List.copyOf(rowFilter);
    }
}
