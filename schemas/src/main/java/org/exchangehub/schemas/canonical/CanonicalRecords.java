package org.exchangehub.schemas.canonical;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.FieldType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Canonical bytes and digests of the records of one schema, as docs/canonical-records.md defines them: RFC 8785 JSON of an object
 * from field id to value, fields without a value left out. Safe for use by many threads.
 */
public final class CanonicalRecords {

    private static final String DOMAIN = "exchange-hub record v1\n";

    private final Member[] members;
    private final int fields;

    private CanonicalRecords(Member[] members, int fields) {
        this.members = members;
        this.fields = fields;
    }

    /** One field, with what comes before its value. */
    private record Member(int position, String field, String name, Kind kind, Schema type) {}

    /** Of records with this schema's fields. */
    public static CanonicalRecords of(StandardSchema schema) {
        List<StandardField> all = schema.fields();
        Member[] members = IntStream.range(0, all.size())
                .boxed()
                .sorted((a, b) -> Integer.toString(all.get(a).id())
                        .compareTo(Integer.toString(all.get(b).id())))
                .map(i -> member(schema, i))
                .toArray(Member[]::new);
        return new CanonicalRecords(members, all.size());
    }

    private static Member member(StandardSchema schema, int position) {
        StandardField field = schema.fields().get(position);
        String name = "\"" + field.id() + "\":";
        return new Member(position, field.name(), name, field.type().kind(), schema.valueSchema(field));
    }

    /**
     * The record's bytes.
     *
     * @param values typed and in field order, as {@code CheckedRecord.Accepted} has them
     * @throws IllegalArgumentException when there are more or fewer values than fields, or one is not of its field's type
     */
    public byte[] bytes(List<? extends @Nullable Object> values) {
        if (values.size() != fields) {
            throw new IllegalArgumentException("expected " + fields + " values, one per field, found " + values.size());
        }
        JsonBytes json = new JsonBytes(32 * fields + 64);
        char before = '{';
        for (Member member : members) {
            Object value = values.get(member.position());
            if (value == null || empty(value)) {
                continue;
            }
            json.put(before);
            json.ascii(member.name());
            try {
                write(member, value, json);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(member.field() + ": " + e.getMessage(), e);
            }
            before = ',';
        }
        if (before == '{') {
            json.put('{');
        }
        json.put('}');
        return json.toArray();
    }

    /** SHA-256 of {@code "exchange-hub record v1\n"} and the record's bytes; otherwise as {@link #bytes}. */
    public Digest digest(List<? extends @Nullable Object> values) {
        return Digest.of(DOMAIN, bytes(values));
    }

    private static boolean empty(Object value) {
        return (value instanceof String text && text.isEmpty()) || (value instanceof byte[] bytes && bytes.length == 0);
    }

    private static void write(Member member, Object value, JsonBytes json) {
        switch (member.kind()) {
            case STRING, DECIMAL, DATE, LONG, INTEGER, BYTES -> json.quoted(ValueText.of(of(member, value)));
            case TIMESTAMP -> json.quoted(ValueText.of(timestamp(member, value)));
            case BOOLEAN -> json.ascii(ValueText.of(of(member, value)));
            case DOUBLE -> json.ascii(EcmaNumber.text(floating(member, value)));
            case JSON -> CanonicalNested.write((String) of(member, value), member.type(), json);
        }
    }

    /** The value, if it is of the Java type the field's values have. */
    private static Object of(Member member, Object value) {
        Class<?> type =
                switch (member.kind()) {
                    case STRING, JSON -> String.class;
                    case LONG, INTEGER -> Long.class;
                    case DOUBLE -> Double.class;
                    case DECIMAL -> java.math.BigDecimal.class;
                    case BOOLEAN -> Boolean.class;
                    case DATE -> java.time.LocalDate.class;
                    case TIMESTAMP -> Instant.class;
                    case BYTES -> byte[].class;
                };
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("expected a " + type.getSimpleName() + ", found a " + value.getClass());
        }
        return value;
    }

    /** Cut down to the unit of the field. */
    private static Instant timestamp(Member member, Object value) {
        boolean micros = member.type().getLogicalType() instanceof LogicalTypes.TimestampMicros;
        return ((Instant) of(member, value)).truncatedTo(micros ? ChronoUnit.MICROS : ChronoUnit.MILLIS);
    }

    /** Rounded to the width of the field. */
    private static double floating(Member member, Object value) {
        double number = (Double) of(member, value);
        return member.type().getType() == Schema.Type.FLOAT ? (float) number : number;
    }
}
