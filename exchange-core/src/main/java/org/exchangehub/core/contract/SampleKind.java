package org.exchangehub.core.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/** What a sample file is written in. */
enum SampleKind {
    CSV,
    JSON,
    XML,
    AVRO,
    XLSX,
    PARQUET;

    private static final int LOOKED_AT = 4_096;
    private static final Set<SampleKind> TEXT = Set.of(CSV, JSON, XML);

    /**
     * Finds out, by the first bytes where a format has its mark, then by the file's name, its media type, and its first character.
     *
     * @param fileName may be empty
     * @throws HubProblem {@code MEDIA_TYPE_UNSUPPORTED}
     */
    static SampleKind of(byte[] content, String fileName, @Nullable String mediaType) {
        if (begins(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw unsupported("an old .xls or a workbook with a password; save it as .xlsx without one");
        }
        Optional<SampleKind> marked = marked(content);
        if (marked.isPresent()) {
            return marked.get();
        }
        int dot = fileName.lastIndexOf('.');
        String ending = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        String type =
                mediaType == null ? "" : mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        Optional<SampleKind> named = ending.isEmpty() ? typed(type) : ending(ending);
        if (named.isEmpty() && !ending.isEmpty()) {
            throw unsupported("a file ending in ." + ending);
        }
        if (!text(content)) {
            throw unsupported(
                    named.map(kind -> "a file called " + kind + " that is none").orElse("bytes of no known kind"));
        }
        return named.filter(TEXT::contains).orElseGet(() -> worded(content));
    }

    private static Optional<SampleKind> ending(String ending) {
        return switch (ending) {
            case "csv", "tsv", "tab", "txt" -> Optional.of(CSV);
            case "json", "ndjson", "jsonl" -> Optional.of(JSON);
            case "xml" -> Optional.of(XML);
            case "avro" -> Optional.of(AVRO);
            case "xlsx" -> Optional.of(XLSX);
            case "parquet" -> Optional.of(PARQUET);
            default -> Optional.empty();
        };
    }

    private static Optional<SampleKind> typed(String mediaType) {
        return switch (mediaType) {
            case "text/csv", "text/tab-separated-values" -> Optional.of(CSV);
            case "application/json", "application/x-ndjson" -> Optional.of(JSON);
            case "application/xml", "text/xml" -> Optional.of(XML);
            default -> Optional.empty();
        };
    }

    private static Optional<SampleKind> marked(byte[] content) {
        if (begins(content, 'P', 'A', 'R', '1')) {
            return Optional.of(PARQUET);
        }
        if (begins(content, 'O', 'b', 'j', 1)) {
            return Optional.of(AVRO);
        }
        return begins(content, 'P', 'K', 3, 4) ? Optional.of(XLSX) : Optional.empty();
    }

    private static SampleKind worded(byte[] content) {
        String begin = new String(content, 0, Math.min(LOOKED_AT, content.length), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
        return begin.startsWith("<") ? XML : begin.startsWith("{") || begin.startsWith("[") ? JSON : CSV;
    }

    /** Text in one of our encodings has no zero bytes, unless it begins with the mark of UTF-16. */
    private static boolean text(byte[] content) {
        if (begins(content, 0xFF, 0xFE) || begins(content, 0xFE, 0xFF)) {
            return true;
        }
        for (int i = 0; i < Math.min(LOOKED_AT, content.length); i++) {
            if (content[i] >= 0 && content[i] < 9) {
                return false;
            }
        }
        return true;
    }

    private static boolean begins(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static HubProblem unsupported(String found) {
        return new HubProblem(
                ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                "Expected a sample in " + Arrays.toString(values()) + ", found " + found + ".");
    }
}
