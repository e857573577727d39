package org.exchangehub.core.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.exchangehub.schemas.value.FieldType;

/** Values written as text in conditions and keys, in the form JSON answers show them. */
public final class TypedText {

    private TypedText() {}

    /**
     * The value in the type records hold it in: String, Long, Double, BigDecimal, Boolean, LocalDate or Instant; empty when the
     * text is not of that type, holds what PostgreSQL cannot store, or the type cannot be compared (JSON, bytes).
     */
    public static Optional<Object> parse(FieldType type, String text) {
        try {
            return switch (type.kind()) {
                case STRING -> storable(text) ? Optional.of(text) : Optional.empty();
                case LONG, INTEGER -> Optional.of(Long.valueOf(text));
                case DOUBLE -> Optional.of(Double.valueOf(text));
                case DECIMAL -> decimal(text);
                case BOOLEAN -> truth(text);
                case DATE -> Optional.of(LocalDate.parse(text));
                case TIMESTAMP -> Optional.of(Instant.parse(text));
                case BYTES, JSON -> Optional.empty();
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether text can be stored and decoded without change: no NUL, no half of a surrogate pair. */
    public static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Bounded, because a short text such as 1e999999999 may stand for a gigabyte of digits. */
    private static Optional<Object> decimal(String text) {
        if (text.length() > 100) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text);
        return Math.abs((long) value.precision() - value.scale()) > 1_000 || Math.abs((long) value.scale()) > 1_000
                ? Optional.empty()
                : Optional.of(value);
    }

    private static Optional<Object> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
