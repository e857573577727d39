package org.exchangehub.schemas.forms;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.identifiers.Dates;
import org.jspecify.annotations.Nullable;

/**
 * A form in which sources write days and times: {@code yyyy} four digits, {@code yy} two (70–99 are 19xx), {@code M d H m s} one
 * or two, doubled exactly two, {@code S…} any digits of a fraction, {@code X} at the end an offset ({@code Z}, {@code +08:00}); text between quotes and all but letters of ASCII as they
 * stand; {@code excelSerial} for days counted as spreadsheets do, a fraction being the time of day; {@code chinese} for days in
 * Chinese numerals (二〇二一年三月五日). Reads without exceptions; the whole text must fit.
 */
public final class DatePattern {

    private static final String EXCEL = "excelSerial";
    private static final String CHINESE = "chinese";
    private static final int OFFSET_LENGTH = "+08:00".length();

    /** A letter repeated, or a literal (letter 0). */
    private record Part(char letter, int count, String literal) {}

    private final String pattern;
    private final List<Part> parts;

    private DatePattern(String pattern, List<Part> parts) {
        this.pattern = pattern;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException whose message says what was expected
     */
    public static DatePattern compile(String pattern) {
        if (pattern.equals(EXCEL) || pattern.equals(CHINESE)) {
            return new DatePattern(pattern, List.of());
        }
        List<Part> parts = new ArrayList<>();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            int end = i + 1;
            if (c == '\'') {
                end = pattern.indexOf('\'', i + 1) + 1;
                if (end == 0) {
                    throw new IllegalArgumentException("a closing quote");
                }
                parts.add(new Part('\0', 0, pattern.substring(i + 1, end - 1)));
            } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                while (end < pattern.length() && pattern.charAt(end) == c) {
                    end++;
                }
                parts.add(letters(c, end - i));
            } else {
                parts.add(new Part('\0', 0, String.valueOf(c)));
            }
            i = end;
        }
        boolean day = "yMd".chars().allMatch(c -> parts.stream().anyMatch(part -> part.letter() == c));
        if (!day) {
            throw new IllegalArgumentException("a pattern with year, month and day such as yyyy-MM-dd");
        }
        return new DatePattern(pattern, parts);
    }

    private static Part letters(char letter, int count) {
        boolean known = letter == 'y'
                ? count == 2 || count == 4
                : letter == 'S' || (letter == 'X' && count == 1) || ("MdHms".indexOf(letter) >= 0 && count <= 2);
        if (!known) {
            throw new IllegalArgumentException("yyyy, yy, M, MM, d, dd, H, HH, m, mm, s, ss, S, X or a text in quotes");
        }
        return new Part(letter, count, "");
    }

    /** Null when the text has not this form or there is no such day or time. */
    public @Nullable LocalDateTime parse(String text) {
        return switch (pattern) {
            case EXCEL -> ExcelSerial.parse(text);
            case CHINESE -> ChineseDay.parse(text);
            default -> parsed(text);
        };
    }

    /** The offset from UTC that a text of this form ends with; null when the form has none. */
    public @Nullable ZoneOffset offsetOf(String text) {
        if (!pattern.endsWith("X")) {
            return null;
        }
        int end = text.endsWith("Z") ? text.length() - 1 : text.length() - OFFSET_LENGTH;
        return end < 0 ? null : offset(text.substring(end));
    }

    private static @Nullable ZoneOffset offset(String text) {
        if (text.equals("Z")) {
            return ZoneOffset.UTC;
        }
        boolean offset = text.length() == OFFSET_LENGTH
                && (text.charAt(0) == '+' || text.charAt(0) == '-')
                && text.charAt(3) == ':'
                && Characters.areDigits(text, 1, 3)
                && Characters.areDigits(text, 4, 6);
        int hours = offset ? Integer.parseInt(text, 1, 3, 10) : 99;
        int minutes = offset ? Integer.parseInt(text, 4, 6, 10) : 99;
        if (hours > 17 || minutes > 59) {
            return null;
        }
        int total = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(text.charAt(0) == '-' ? -total : total);
    }

    /** As it was written in the mapping. */
    @Override
    public String toString() {
        return pattern;
    }

    private @Nullable LocalDateTime parsed(String text) {
        int[] found = new int[128];
        int at = 0;
        for (Part part : parts) {
            if (part.letter() == '\0') {
                if (!text.startsWith(part.literal(), at)) {
                    return null;
                }
                at += part.literal().length();
            } else if (part.letter() == 'X') {
                at = offset(text.substring(at)) == null ? -1 : text.length();
                if (at < 0) {
                    return null;
                }
            } else {
                int end = digitsEnd(text, at, part);
                if (end < 0) {
                    return null;
                }
                if (part.letter() != 'S') {
                    found[part.letter()] = Integer.parseInt(text, at, end, 10);
                }
                if (part.letter() == 'y' && part.count() == 2) {
                    found['y'] += found['y'] >= 70 ? 1900 : 2000;
                }
                at = end;
            }
        }
        return at == text.length() ? time(found) : null;
    }

    private static int digitsEnd(String text, int from, Part part) {
        int most = part.letter() == 'S' ? 9 : part.count() == 4 ? 4 : 2;
        int least = part.letter() == 'S' ? 1 : part.count();
        int end = from;
        while (end < text.length() && end - from < most && Characters.isDigit(text.charAt(end))) {
            end++;
        }
        return end - from < least ? -1 : end;
    }

    private static @Nullable LocalDateTime time(int[] found) {
        LocalDate day = Dates.of(found['y'], found['M'], found['d']);
        boolean time = found['H'] <= 23 && found['m'] <= 59 && found['s'] <= 59;
        return day != null && time ? day.atTime(found['H'], found['m'], found['s']) : null;
    }
}
