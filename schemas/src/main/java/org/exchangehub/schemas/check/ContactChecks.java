package org.exchangehub.schemas.check;

import java.time.LocalDate;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.identifiers.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Checks of ways to reach somebody. */
final class ContactChecks {

    private static final Verdict PHONE = Verdict.error(
            "一个手机号（11位）、带区号的固定电话（如0553-3832100）或400/800电话",
            "one mobile number (11 digits), a landline with area code (as 0553-3832100) or a 400/800 number");
    private static final Verdict MOBILE =
            Verdict.error("一个手机号（11位，1后为3至9）", "one mobile number (11 digits, 1 and then 3 to 9)");
    private static final Verdict LANDLINE =
            Verdict.error("一个带区号的固定电话（如0553-3832100）", "one landline with its area code (as 0553-3832100)");
    private static final Verdict EMAIL =
            Verdict.error("电子邮箱地址（如 name@example.cn）", "an e-mail address (as name@example.cn)");
    private static final Verdict POSTCODE =
            Verdict.error("6位数字的邮政编码（前两位不为00）", "a postcode of 6 digits that does not begin with 00");
    private static final int POSTCODE_LENGTH = 6;

    private ContactChecks() {}

    static @Nullable Verdict phone(Object value, LocalDate today) {
        String text = (String) value;
        int start = PhoneNumber.start(text);
        boolean right = PhoneNumber.isMobile(text, start)
                || PhoneNumber.isLandline(text, start)
                || PhoneNumber.isService(text, start);
        return right ? null : PHONE;
    }

    static @Nullable Verdict mobile(Object value, LocalDate today) {
        String text = (String) value;
        return PhoneNumber.isMobile(text, PhoneNumber.start(text)) ? null : MOBILE;
    }

    static @Nullable Verdict landline(Object value, LocalDate today) {
        String text = (String) value;
        return PhoneNumber.isLandline(text, PhoneNumber.start(text)) ? null : LANDLINE;
    }

    /** Six digits, the first two the postal province; none begins with 00. */
    static @Nullable Verdict postcode(Object value, LocalDate today) {
        String text = (String) value;
        boolean right = text.length() == POSTCODE_LENGTH
                && Characters.areDigits(text, 0, POSTCODE_LENGTH)
                && !text.startsWith("00");
        return right ? null : POSTCODE;
    }

    static @Nullable Verdict email(Object value, LocalDate today) {
        String text = (String) value;
        int at = text.indexOf('@');
        int dot = text.lastIndexOf('.');
        boolean right = at > 0
                && at <= 64
                && text.length() <= 254
                && text.indexOf('@', at + 1) < 0
                && dot > at + 1
                && dot < text.length() - 1
                && !text.contains("..")
                && text.chars().allMatch(c -> c > ' ' && c != 127 && c != ',' && c != ';');
        return right ? null : EMAIL;
    }
}
