package org.exchangehub.core.ingest;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/** How a part is compressed (RFC 9110, 8.4): what {@code Content-Encoding} says of it. */
enum ContentCoding {
    IDENTITY {
        @Override
        InputStream decoded(InputStream in) {
            return in;
        }
    },
    /** RFC 1952. */
    GZIP {
        @Override
        InputStream decoded(InputStream in) throws IOException {
            return new GZIPInputStream(in, BUFFER);
        }
    },
    /** RFC 8878; a window of more than 8 MB is refused, as RFC 9659 asks of content codings. */
    ZSTD {
        @Override
        InputStream decoded(InputStream in) throws IOException {
            return new ZstdInputStream(in).setLongMax(WINDOW_LOG);
        }
    };

    private static final int BUFFER = 1 << 16;
    private static final int WINDOW_LOG = 23;

    /** The bytes as they were before. */
    abstract InputStream decoded(InputStream in) throws IOException;

    /** Refuses with {@code MEDIA_TYPE_UNSUPPORTED} what parts are not taken in; several codings at once, too. */
    static ContentCoding of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return IDENTITY;
        }
        String name = header.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(coding -> coding.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                        "Parts are taken with the Content-Encoding "
                                + Arrays.stream(values())
                                        .map(coding -> coding.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + ", found " + header));
    }
}
