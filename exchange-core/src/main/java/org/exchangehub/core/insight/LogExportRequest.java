package org.exchangehub.core.insight;

import jakarta.validation.constraints.NotNull;
import org.exchangehub.core.audit.LogFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the log are wanted, and how.
 *
 * @param filter what to look for; all entries if it is not there
 */
record LogExportRequest(@Nullable LogFilter filter, @NotNull ExcerptFormat format) {

    /** What an excerpt is written as. */
    enum ExcerptFormat {
        /** A JSON object per line, gzipped: index, leaf hash and the entry as the log holds it. */
        NDJSON,
        /** Comma-separated values (RFC 4180) in UTF-8 with a byte order mark, for spreadsheets. */
        CSV
    }

    LogFilter wanted() {
        return filter == null
                ? new LogFilter(null, null, null, null, null, null, null, null, null, null, null, null)
                : filter;
    }
}
