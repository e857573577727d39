package org.exchangehub.schemas.forms;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.exchangehub.schemas.identifiers.Dates;
import org.jspecify.annotations.Nullable;

/** A day in Chinese numerals: the year digit by digit, month and day with 十, 廿 and 卅 (二〇二一年三月五日, 一九九八年十二月廿三日). */
final class ChineseDay {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String ZEROS = "零○0";

    private ChineseDay() {}

    static @Nullable LocalDateTime parse(String text) {
        int year = text.indexOf('年');
        int month = text.indexOf('月');
        int day = Math.max(text.indexOf('日'), text.indexOf('号'));
        if (year != 4 || month < year || day != text.length() - 1) {
            return null;
        }
        LocalDate found =
                Dates.of(year(text), upToNinetyNine(text, year + 1, month), upToNinetyNine(text, month + 1, day));
        return found == null ? null : found.atStartOfDay();
    }

    private static int year(String text) {
        int year = 0;
        for (int i = 0; i < 4; i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            year = year * 10 + digit;
        }
        return year;
    }

    /** -1 when it is no number of 1 to 39. */
    private static int upToNinetyNine(String text, int from, int to) {
        int value = 0;
        boolean tens = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int ten = "十廿卅".indexOf(c) + 1;
            if (ten > 0 && !tens) {
                value = (ten == 1 ? Math.max(value, 1) : ten) * 10;
                tens = true;
            } else if (digit(c) > 0 && (tens ? value % 10 == 0 : value == 0)) {
                value += digit(c);
            } else {
                return -1;
            }
        }
        return value == 0 ? -1 : value;
    }

    private static int digit(char c) {
        return ZEROS.indexOf(c) >= 0 ? 0 : DIGITS.indexOf(c);
    }
}
