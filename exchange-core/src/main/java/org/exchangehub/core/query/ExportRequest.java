package org.exchangehub.core.query;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be exported.
 *
 * @param fields names; none means all that may be shown
 * @param filters {@code field:op:value}, op one of eq, in, prefix, ge, le; all must hold
 * @param asOf the moment at which the records are wanted; now when absent
 */
record ExportRequest(
        @NotNull ExportFormat format,
        @Nullable @Size(max = 1_000) List<String> fields,

        @Schema(description = "field:op:value, op one of eq, in, prefix, ge, le; all must hold")
        @Nullable
        @Size(max = 50)
        List<String> filters,

        @Nullable Instant asOf) {

    List<String> wanted() {
        return fields == null
                ? List.of()
                : fields.stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
    }

    List<Filter> narrowed() {
        return filters == null ? List.of() : filters.stream().map(Filter::parse).toList();
    }
}
