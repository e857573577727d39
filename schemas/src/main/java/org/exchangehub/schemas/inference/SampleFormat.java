package org.exchangehub.schemas.inference;

import java.util.Locale;
import java.util.Optional;

/** Formats a sample is read from without large libraries. */
public enum SampleFormat {
    /** Text with separated values, in UTF-8, UTF-16, GBK or GB18030. */
    CSV,
    /** An array of objects, perhaps within an object, or one object per line. */
    JSON,
    XML,
    /** An Avro object container. */
    AVRO;

    /** By the ending of a file's name. */
    public static Optional<SampleFormat> ofFileName(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "csv", "tsv", "txt", "tab" -> Optional.of(CSV);
            case "json", "ndjson", "jsonl" -> Optional.of(JSON);
            case "xml" -> Optional.of(XML);
            case "avro" -> Optional.of(AVRO);
            default -> Optional.empty();
        };
    }
}
