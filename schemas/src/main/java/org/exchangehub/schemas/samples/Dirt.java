package org.exchangehub.schemas.samples;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The ways in which sources write what the standard writes in one. */
final class Dirt {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_CHANGE = LocalDate.of(2026, 1, 1);

    private Dirt() {}

    /** 20210305, 2021-03-05, 2021/3/5 or 2021年3月5日. */
    static String date(LocalDate day, Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> day.format(DateTimeFormatter.BASIC_ISO_DATE);
            case 1 -> day.toString();
            case 2 -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
            default -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        };
    }

    /** The number of days since 1899-12-30, as a workbook keeps a day. */
    static String serial(LocalDate day) {
        return Long.toString(EXCEL_ZERO.until(day, ChronoUnit.DAYS));
    }

    /** The text with blanks around it, of half or full width, as often as not. */
    static String padded(String text, Dice dice) {
        return dice.pick(text, text, " " + text, text + "\u3000");
    }

    /** Capital in 万元: 500, 1,200.50, 3000万元 or 2亿元. */
    static String capital(Dice dice) {
        int amount = dice.between(1, 900);
        return switch (dice.below(4)) {
            case 0 -> Integer.toString(amount);
            case 1 -> amount + "," + Integer.toString(1_000 + dice.below(1_000)).substring(1) + ".50";
            case 2 -> amount * 10 + "万元";
            default -> dice.between(1, 9) + "亿元";
        };
    }

    /** The moment a row was written: one second after the row before. */
    static String changeTime(long number) {
        return FIRST_CHANGE.atStartOfDay().plusSeconds(number).format(TIME);
    }

    /** Digits and letters of ASCII in full width. */
    static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder(text.length());
        text.chars().forEach(c -> wide.append((char) (c > ' ' && c <= '~' ? c + '！' - '!' : c)));
        return wide.toString();
    }

    /** The last character exchanged for another of the alphabet of social credit codes. */
    static String wrongCheck(String code) {
        char last = code.charAt(code.length() - 1);
        return code.substring(0, code.length() - 1) + next(last);
    }

    private static char next(char last) {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        return alphabet.charAt((alphabet.indexOf(last) + 1) % alphabet.length());
    }
}
