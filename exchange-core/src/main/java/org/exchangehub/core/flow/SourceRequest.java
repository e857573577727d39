package org.exchangehub.core.flow;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a steward says of a source, as it arrives; {@link SourceDraft} is what is left when all of it is right.
 *
 * @param settings by kind; a DATABASE_TABLE's {@code password} goes to NiFi and is never kept or shown
 */
record SourceRequest(
        @Nullable String code,
        @Nullable SourceTitle title,
        @Nullable String kind,
        @Nullable String mode,
        @Nullable JsonNode settings,
        @Nullable JsonNode mapping) {

    record SourceTitle(@Nullable String zh, @Nullable String en) {}
}
