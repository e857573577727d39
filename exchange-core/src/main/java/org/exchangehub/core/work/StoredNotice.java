package org.exchangehub.core.work;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice to one recipient.
 *
 * @param readBy subject of whoever read it first
 */
record StoredNotice(
        UUID id,
        String kind,
        Map<String, String> arguments,
        Subject subject,
        Recipient recipient,
        Instant at,
        @Nullable Instant readAt,
        @Nullable String readBy) {

    NoticeTexts texts() {
        return NoticeTexts.of(kind, subject, arguments);
    }
}
