package org.exchangehub.schemas.encoding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.exchangehub.schemas.CheckedRecord;
import org.exchangehub.schemas.RecordChecker;
import org.exchangehub.schemas.SchemaTexts;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/** Schemas of every type there is, and records of them that are hard to write and to read. */
final class RandomRecords {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<String> PIECES = List.of(
            "a", "Z", "9", " ", ",", ";", "\"", "\"\"", "'", "\n", "\r\n", "\r", "\t", "\\", "/", "=1+1", "-", "@", "#",
            "null", "人", "口", "王小明", "𠮷", "é", "e\u0301", "\uFEFF", "\u2028", "\u0001", "\u007f", "{", "]", "<", "&",
            "\uf9e4");

    private final Random random;

    RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    StandardSchema schema() {
        List<String> fields = new ArrayList<>();
        fields.add(SchemaTexts.field("k", 1, "\"string\""));
        int count = 1 + random.nextInt(12);
        for (int i = 2; i < count + 2; i++) {
            String type = type(i);
            fields.add(SchemaTexts.field("f" + i, i, random.nextInt(3) > 0 ? "[\"null\"," + type + "]" : type));
        }
        return StandardSchema.parse(SchemaTexts.of(fields.toArray(String[]::new)));
    }

    private String type(int i) {
        return switch (random.nextInt(13)) {
            case 0 -> "\"int\"";
            case 1 -> "\"long\"";
            case 2 -> "\"float\"";
            case 3 -> "\"double\"";
            case 4 -> "\"boolean\"";
            case 5 -> "\"bytes\"";
            case 6 -> {
                int precision = 1 + random.nextInt(40);
                yield "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":" + precision + ",\"scale\":"
                        + random.nextInt(precision + 1) + "}";
            }
            case 7 -> "{\"type\":\"int\",\"logicalType\":\"date\"}";
            case 8 -> "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}";
            case 9 -> "{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}";
            case 10 -> "{\"type\":\"array\",\"items\":[\"null\",\"string\"]}";
            case 11 ->
                "{\"type\":\"record\",\"name\":\"N" + i + "\",\"fields\":[{\"name\":\"t\",\"type\":\"string\"},"
                        + "{\"name\":\"n\",\"type\":[\"null\",\"long\",\"double\",\"string\"],\"default\":null},"
                        + "{\"name\":\"f\",\"type\":\"float\",\"default\":1.5}]}";
            default -> "\"string\"";
        };
    }

    /** A record as the check gives it. */
    List<@Nullable Object> record(RecordChecker checker) {
        StandardSchema schema = checker.schema();
        @Nullable Object[] raw = new @Nullable Object[schema.fields().size()];
        for (int i = 0; i < raw.length; i++) {
            StandardField field = schema.fields().get(i);
            raw[i] = field.nullable() && random.nextInt(4) == 0 ? null : value(field, schema);
        }
        return typed(checker, raw);
    }

    static List<@Nullable Object> typed(RecordChecker checker, @Nullable Object[] raw) {
        return switch (checker.check(raw, TODAY)) {
            case CheckedRecord.Accepted accepted -> accepted.values();
            case CheckedRecord.Refused refused ->
                throw new AssertionError(refused.findings().toString());
        };
    }

    private Object value(StandardField field, StandardSchema schema) {
        return switch (field.type().kind()) {
            case STRING -> text(1);
            case LONG -> random.nextLong() >> random.nextInt(64);
            case INTEGER -> random.nextInt() >> random.nextInt(32);
            case DOUBLE -> floating(schema.valueSchema(field).getType() == org.apache.avro.Schema.Type.FLOAT);
            case DECIMAL -> decimal(field.type().precision(), field.type().scale());
            case BOOLEAN -> random.nextBoolean();
            case DATE -> LocalDate.ofEpochDay(random.nextInt(-700_000, 2_900_000));
            case TIMESTAMP ->
                Instant.ofEpochSecond(
                        random.nextLong(-60_000_000_000L, 250_000_000_000L), random.nextInt(1_000_000_000));
            case BYTES -> {
                byte[] bytes = new byte[1 + random.nextInt(40)];
                random.nextBytes(bytes);
                yield ByteBuffer.wrap(bytes);
            }
            case JSON -> json(schema.valueSchema(field).getType() == org.apache.avro.Schema.Type.ARRAY);
        };
    }

    private double floating(boolean narrow) {
        while (true) {
            double number =
                    narrow ? Float.intBitsToFloat(random.nextInt()) : Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number) && number != 0) {
                return random.nextBoolean() ? number : random.nextInt(1_000) + 1;
            }
        }
    }

    private BigDecimal decimal(int precision, int scale) {
        BigInteger digits = new BigInteger(precision * 3, random).mod(BigInteger.TEN.pow(precision));
        return new BigDecimal(random.nextBoolean() ? digits.negate() : digits, scale);
    }

    private String text(int least) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6) + least; i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private String json(boolean array) {
        if (array) {
            List<String> items = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(random.nextInt(4) == 0 ? "null" : quoted(text(0)));
            }
            return "[" + String.join(", ", items) + "]";
        }
        String n =
                switch (random.nextInt(5)) {
                    case 0 -> "";
                    case 1 -> ",\"n\":null";
                    case 2 -> ",\"n\":" + random.nextLong();
                    case 3 -> ",\"n\":" + random.nextDouble();
                    default -> ",\"n\":" + quoted(text(0));
                };
        String f = random.nextBoolean() ? "" : ",\"f\":" + random.nextFloat();
        return "{ \"t\":" + quoted(text(0)) + n + f + "}";
    }

    private static String quoted(String text) {
        return new com.fasterxml.jackson.databind.node.TextNode(text).toString();
    }
}
