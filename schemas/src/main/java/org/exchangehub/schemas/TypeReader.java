package org.exchangehub.schemas;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.exchangehub.schemas.identifiers.Dates;
import org.exchangehub.schemas.value.FieldType;
import org.exchangehub.schemas.value.Texts;
import org.jspecify.annotations.Nullable;

/** Reads text and typed Avro values into the one Java type of a field. */
final class TypeReader {

    /** Days of four-digit years: what every database and every text form can hold. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST_INSTANT =
            FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant LAST_INSTANT =
            LAST_DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000);

    private final FieldType type;
    private final Schema schema;

    /** @param schema the field's own, without null */
    TypeReader(FieldType type, Schema schema) {
        this.type = type;
        this.schema = schema;
    }

    /** Null when the value is not of the type. */
    @Nullable
    Object read(Object raw) {
        return switch (type.kind()) {
            case STRING -> raw instanceof CharSequence text ? text(text.toString()) : null;
            case LONG -> whole(raw, Long.MIN_VALUE, Long.MAX_VALUE);
            case INTEGER -> whole(raw, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case DOUBLE -> floating(raw);
            case DECIMAL -> decimal(raw);
            case BOOLEAN -> bool(raw);
            case DATE -> day(raw);
            case TIMESTAMP -> instant(raw);
            case BYTES -> bytes(raw);
            case JSON -> NestedShape.read(raw, schema);
        };
    }

    private static @Nullable String text(String text) {
        return Texts.storable(text) ? text : null;
    }

    private static @Nullable Long whole(Object raw, long low, long high) {
        Long value =
                switch (raw) {
                    case CharSequence text -> Texts.whole(text);
                    case Long number -> number;
                    case Integer number -> Long.valueOf(number);
                    default -> null;
                };
        return value == null || value < low || value > high ? null : value;
    }

    /** Rounded to 32 bits where the schema has no more, so that a value is the same whichever way it came. */
    private @Nullable Double floating(Object raw) {
        Double value =
                switch (raw) {
                    case CharSequence text -> Texts.floating(text);
                    case Double number -> number;
                    case Float number -> Double.valueOf(number);
                    case Long number -> Double.valueOf(number);
                    case Integer number -> Double.valueOf(number);
                    default -> null;
                };
        if (value != null && schema.getType() == Schema.Type.FLOAT) {
            value = (double) value.floatValue();
        }
        return value == null || !Double.isFinite(value) ? null : value;
    }

    private @Nullable BigDecimal decimal(Object raw) {
        BigDecimal value =
                switch (raw) {
                    case CharSequence text -> Texts.decimal(text);
                    case BigDecimal number -> number;
                    case ByteBuffer unscaled -> new BigDecimal(new BigInteger(copy(unscaled)), type.scale());
                    case Long number -> BigDecimal.valueOf(number);
                    case Integer number -> BigDecimal.valueOf(number);
                    case Double number -> Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
                    default -> null;
                };
        return value == null ? null : fitted(value);
    }

    private @Nullable BigDecimal fitted(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO.setScale(type.scale());
        }
        boolean whole = value.precision() - (long) value.scale() <= type.precision() - type.scale();
        if (!whole
                || (value.scale() > type.scale() && value.stripTrailingZeros().scale() > type.scale())) {
            return null;
        }
        return value.setScale(type.scale());
    }

    private static @Nullable Boolean bool(Object raw) {
        if (raw instanceof CharSequence text) {
            boolean yes = "true".contentEquals(text);
            return (yes || "false".contentEquals(text)) ? Boolean.valueOf(yes) : null;
        }
        return raw instanceof Boolean flag ? flag : null;
    }

    private static @Nullable LocalDate day(Object raw) {
        LocalDate day =
                switch (raw) {
                    case CharSequence text -> Dates.parse(text);
                    case LocalDate date -> date;
                    case Integer days -> LocalDate.ofEpochDay(days);
                    default -> null;
                };
        return day == null || day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY) ? null : day;
    }

    private @Nullable Instant instant(Object raw) {
        Instant instant =
                switch (raw) {
                    case CharSequence text -> instantOf(text);
                    case Instant time -> time;
                    case Long number ->
                        micros() ? Instant.EPOCH.plus(number, ChronoUnit.MICROS) : Instant.ofEpochMilli(number);
                    default -> null;
                };
        if (instant == null || instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT)) {
            return null;
        }
        return instant.truncatedTo(micros() ? ChronoUnit.MICROS : ChronoUnit.MILLIS);
    }

    private boolean micros() {
        return schema.getLogicalType() instanceof LogicalTypes.TimestampMicros;
    }

    private static @Nullable Instant instantOf(CharSequence text) {
        if (text.length() < 17 || text.length() > 40 || text.charAt(10) != 'T') {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static byte @Nullable [] bytes(Object raw) {
        return switch (raw) {
            case ByteBuffer buffer -> copy(buffer);
            case byte[] bytes -> bytes.clone();
            case CharSequence text -> base64(text.toString());
            default -> null;
        };
    }

    /** Base64 of either alphabet, padded or not (RFC 4648 §4 and §5). */
    private static byte @Nullable [] base64(String text) {
        try {
            return Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] copy(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
