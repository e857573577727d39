package org.exchangehub.core.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.encoding.AvroCodec;
import org.springframework.http.MediaType;

/** How rows are written in a part. */
enum PartFormat {
    /** Avro object container in any codec {@link AvroCodec} knows. */
    AVRO("application/avro"),
    /** One JSON object per line, UTF-8. */
    NDJSON("application/x-ndjson"),
    /** Comma-separated, quoted by RFC 4180, with a header of field names, UTF-8. */
    CSV("text/csv"),
    /** One JSON array of objects, UTF-8; mapped ones may also lie within an object or one behind the other. */
    JSON("application/json"),
    /** An Excel workbook, of batches that bring a mapping. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Apache Parquet; rows of text, numbers, days and times, with nested values as JSON. */
    PARQUET("application/vnd.apache.parquet"),
    /** Messages of the Confluent wire format, each behind its length as four bytes, big-endian. */
    AVRO_WIRE("application/vnd.exchange-hub.avro-wire");

    private final String mediaType;

    PartFormat(String mediaType) {
        this.mediaType = mediaType;
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
