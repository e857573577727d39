package org.exchangehub.nifi;

import java.util.Map;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.jspecify.annotations.Nullable;

/**
 * One FlowFile as a piece of a batch.
 *
 * @param key idempotency key of the batch
 * @param place path segment under the batch, {@code parts} or {@code rejects}
 * @param number among the pieces of its kind, from 1
 * @param parts how many parts the batch has in all
 * @param rejects how many files of rejects the batch has in all
 * @param rows rows of the whole batch
 * @param unreadable rows of the whole batch whose values are not known
 * @param schemaVersion null when the rows were checked against none
 */
record Parcel(
        String key,
        String place,
        String contentType,
        int number,
        int parts,
        int rejects,
        long rows,
        long unreadable,
        @Nullable Integer schemaVersion) {

    private static final Map<String, String> TYPES = Map.of(
            "application/avro", "application/avro",
            "application/avro-binary", "application/avro",
            "application/x-ndjson", "application/x-ndjson",
            "text/csv", "text/csv");

    /**
     * Reads a FlowFile's attributes. One that ValidateStandard has not made is a batch of its own, whose key is its UUID.
     *
     * @throws IllegalArgumentException naming the attribute, what was expected and what was found
     */
    static Parcel of(FlowFile flowFile) {
        String mime = flowFile.getAttribute(CoreAttributes.MIME_TYPE.key());
        String type = TYPES.get(String.valueOf(mime));
        if (type == null) {
            throw new IllegalArgumentException(
                    "expected attribute mime.type to be one of application/avro, application/x-ndjson,"
                            + " text/csv, found " + mime);
        }
        boolean rejects = "rejects".equals(flowFile.getAttribute(HubAttributes.BATCH_CONTENT));
        String rows = flowFile.getAttribute(HubAttributes.ROWS) == null ? "record.count" : HubAttributes.ROWS;
        long version = number(flowFile, HubAttributes.SCHEMA_VERSION, 0);
        return new Parcel(
                text(flowFile, HubAttributes.BATCH_KEY, text(flowFile, CoreAttributes.UUID.key(), "")),
                rejects ? "rejects" : "parts",
                type,
                (int) number(flowFile, HubAttributes.BATCH_NUMBER, 1),
                (int) number(flowFile, HubAttributes.BATCH_PARTS, rejects ? 0 : 1),
                (int) number(flowFile, HubAttributes.BATCH_REJECTS, rejects ? 1 : 0),
                number(flowFile, rows, null),
                number(flowFile, HubAttributes.ROWS_UNREADABLE, 0),
                version == 0 ? null : (int) version);
    }

    private static String text(FlowFile flowFile, String name, String other) {
        String value = flowFile.getAttribute(name);
        return value == null ? other : value;
    }

    private static long number(FlowFile flowFile, String name, @Nullable Integer other) {
        String value = flowFile.getAttribute(name);
        if (value == null && other != null) {
            return other;
        }
        if (value == null || !value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("expected attribute " + name + " to be a number, found " + value);
        }
        return Long.parseLong(value);
    }
}
