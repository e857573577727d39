package org.exchangehub.core.correction;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department is told that a record it received was corrected, so that it corrects its own copies.
 *
 * @param grant under which it received the record
 * @param release the dataset's release that holds the correction
 */
record CorrectionNotice(
        UUID correction,
        UUID grant,
        String dataset,
        Map<String, String> key,
        String field,
        long release,
        Instant noticedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt) {}
