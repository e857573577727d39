package org.exchangehub.core.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a record was from one release to another.
 *
 * @param release number of the release it came with
 * @param until number of the release that replaced or deleted it; null while it is current
 * @param deleted whether that release deleted it
 */
public record RecordVersion(
        PublishedRecord record,
        long release,
        Instant publishedAt,
        @Nullable Long until,
        @Nullable Instant endedAt,
        boolean deleted) {}
