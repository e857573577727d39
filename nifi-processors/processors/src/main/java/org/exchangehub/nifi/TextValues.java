package org.exchangehub.nifi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.nifi.serialization.record.Record;
import org.jspecify.annotations.Nullable;

/** Values of a record reader as text, the one shape in which a mapping works. */
final class TextValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TextValues() {}

    /**
     * The text of one value: dates and times as in RFC 3339 (a timestamp with the offset of this JVM's zone, which is what
     * JDBC read it with), numbers without exponent, bytes in base64, anything nested as JSON.
     */
    static @Nullable String of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Double number -> decimal(number);
            case Float number -> decimal(number);
            case BigDecimal number -> number.toPlainString();
            case java.sql.Date date -> date.toLocalDate().toString();
            case java.sql.Time time -> time.toLocalTime().toString();
            case Timestamp instant ->
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.toLocalDateTime().atZone(ZoneId.systemDefault()));
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            case Object[] array when array.length > 0 && array[0] instanceof Byte -> base64(array);
            case Record record -> json(plain(record));
            case Object[] array -> json(plain(array));
            case Collection<?> list -> json(plain(list));
            case Map<?, ?> map -> json(plain(map));
            default -> value.toString();
        };
    }

    private static String decimal(Number number) {
        double value = number.doubleValue();
        return Double.isFinite(value) ? new BigDecimal(number.toString()).toPlainString() : number.toString();
    }

    private static String base64(Object[] array) {
        byte[] bytes = new byte[array.length];
        for (int i = 0; i < array.length; i++) {
            bytes[i] = (Byte) array[i];
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Record record -> plain(record.toMap());
            case Object[] array -> Arrays.stream(array).map(TextValues::plain).toList();
            case Collection<?> list -> list.stream().map(TextValues::plain).toList();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()), entry -> plain(entry.getValue())));
            case Number number -> number;
            case Boolean bool -> bool;
            default -> of(value);
        };
    }

    private static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
