package org.exchangehub.core.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.StandardSchema;
import org.springframework.http.MediaType;

/** How rows are written in a part. */
enum PartFormat {
    /** Avro object container, codec null or deflate. */
    AVRO("application/avro") {
        @Override
        RowReader read(InputStream in, StandardSchema schema) throws IOException {
            return new AvroRows(in, schema);
        }

        @Override
        void inspect(InputStream in, StandardSchema schema) throws IOException {
            AvroRows.inspect(in, schema);
        }
    },
    /** One JSON object per line, UTF-8. */
    NDJSON("application/x-ndjson") {
        @Override
        RowReader read(InputStream in, StandardSchema schema) {
            return new NdjsonRows(in);
        }
    },
    /** Comma-separated, quoted by RFC 4180, with a header of field names, UTF-8. */
    CSV("text/csv") {
        @Override
        RowReader read(InputStream in, StandardSchema schema) throws IOException {
            return new CsvRows(in, schema);
        }
    };

    private static final int BUFFER = 1 << 16;

    private final String mediaType;

    PartFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract RowReader read(InputStream in, StandardSchema schema) throws IOException;

    /** Looks for what can be told at once; by default, whether a first row can be read. */
    void inspect(InputStream in, StandardSchema schema) throws IOException {
        try (RowReader rows = read(in, schema)) {
            rows.next();
        }
    }

    RowReader read(Path file, StandardSchema schema) throws IOException {
        return read(buffered(file), schema);
    }

    void inspect(Path file, StandardSchema schema) throws IOException {
        try (InputStream in = buffered(file)) {
            inspect(in, schema);
        }
    }

    private static InputStream buffered(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    /** Refuses with {@code MEDIA_TYPE_UNSUPPORTED} a type rows are not taken in, and text in another charset than UTF-8. */
    static PartFormat of(String contentType) {
        MediaType type = parsed(contentType);
        boolean utf8 = type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
        return Arrays.stream(values())
                .filter(format ->
                        utf8 && MediaType.parseMediaType(format.mediaType).equalsTypeAndSubtype(type))
                .findFirst()
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                        "Rows are taken as "
                                + Arrays.stream(values())
                                        .map(format -> format.mediaType)
                                        .collect(Collectors.joining(", "))
                                + " in UTF-8, found " + contentType));
    }

    private static MediaType parsed(String contentType) {
        try {
            return MediaType.parseMediaType(contentType);
        } catch (IllegalArgumentException malformed) {
            return MediaType.ALL;
        }
    }
}
