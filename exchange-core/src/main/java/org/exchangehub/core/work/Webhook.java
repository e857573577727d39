package org.exchangehub.core.work;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a department takes its notices besides the inbox.
 *
 * @param kinds of notices, none for all
 * @param enabled false once its owner's server said that it is gone
 * @param generation counts its secrets, from 1
 * @param rotatedAt when its secret was replaced last
 */
record Webhook(
        UUID id,
        String department,
        URI url,
        List<String> kinds,
        boolean enabled,
        int generation,
        @Nullable Instant rotatedAt,
        String createdBy,
        Instant createdAt) {

    Webhook {
        kinds = List.copyOf(kinds);
    }
}
