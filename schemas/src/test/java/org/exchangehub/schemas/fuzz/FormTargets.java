package org.exchangehub.schemas.fuzz;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.forms.AddressChain;
import org.exchangehub.schemas.forms.AddressElement;
import org.exchangehub.schemas.forms.Amounts;
import org.exchangehub.schemas.forms.DatePattern;
import org.exchangehub.schemas.forms.PhoneNumbers;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.identifiers.Dates;

/** Values as people write them. What is read and written out again is read as the same. */
final class FormTargets {

    private static final List<DatePattern> PATTERNS = List.of(
            DatePattern.compile("excelSerial"),
            DatePattern.compile("chinese"),
            DatePattern.compile("yyyy年M月d日"),
            DatePattern.compile("yy/M/d"),
            DatePattern.compile("yyyy-MM-dd'T'HH:mm:ss.SX"));
    private static final List<Map<String, BigDecimal>> UNITS = List.of(
            Amounts.units(),
            Amounts.into("万元").orElseThrow(),
            Amounts.into("平方米").orElseThrow(),
            Amounts.into("km").orElseThrow());
    /** Units and thousands add a few digits to the hundred a number may have. */
    private static final int MOST_DIGITS = 120;

    private FormTargets() {}

    /** The first line is a pattern where it compiles; every line is read by it and by the fixed ones. */
    static void dates(String text) {
        String[] lines = text.split("\n", 2);
        for (String line : lines) {
            LocalDate day = Dates.parse(line);
            if (day != null) {
                Broken.unlessEqual(Dates.parse(day.toString()), day, "a day read, written and read");
            }
            PATTERNS.forEach(pattern -> date(pattern, line));
        }
        try {
            DatePattern pattern = DatePattern.compile(lines[0]);
            Broken.unlessEqual(pattern.toString(), lines[0], "a pattern is what was written");
            date(pattern, lines[lines.length - 1]);
        } catch (IllegalArgumentException e) {
            Broken.unlessShort(e.getMessage(), 200);
        }
    }

    private static void date(DatePattern pattern, String text) {
        LocalDateTime time = pattern.parse(text);
        if (time == null) {
            return;
        }
        Broken.unless(time.getYear() >= 1 && time.getYear() <= 9999, "a year of four digits, found …", time);
        LocalDate day = time.toLocalDate();
        Broken.unlessEqual(Dates.parse(day.toString()), day, "a day read, written and read");
        boolean offset = pattern.toString().endsWith("X");
        Broken.unless(!offset || pattern.offsetOf(text) != null, "… has an offset, … none", pattern, text);
    }

    static void amounts(String text) {
        for (Map<String, BigDecimal> units : UNITS) {
            Amounts.Amount amount = Amounts.read(text, units);
            Broken.unlessEqual(Amounts.read(Widths.narrow(text), units), amount, "width decides");
            if (amount instanceof Amounts.Amount.Value(BigDecimal value)) {
                Broken.unless(value.precision() <= MOST_DIGITS && value.scale() <= MOST_DIGITS, "too long: …", value);
                String plain = value.toPlainString();
                Broken.unless(
                        plain.length() > 100
                                || (Amounts.read(plain, units) instanceof Amounts.Amount.Value(BigDecimal again)
                                        && again.compareTo(value) == 0),
                        "… is not read as itself",
                        plain);
            }
        }
    }

    static void phones(String text) {
        List<PhoneNumbers.PhoneNumber> numbers = PhoneNumbers.in(text);
        Broken.unlessEqual(PhoneNumbers.in(Widths.wide(text)), PhoneNumbers.in(Widths.narrow(text)), "width decides");
        Broken.unless(numbers.size() <= text.length() / 7, "more numbers than … holds", text);
        for (PhoneNumbers.PhoneNumber number : numbers) {
            Broken.unlessEqual(PhoneNumbers.in(number.text()), List.of(number), "a number is itself");
        }
    }

    /** Nothing is invented: below the county every part stands in the text, in the order of the chain, each but once. */
    static void addresses(String text) {
        AddressChain chain = AddressChain.of(text);
        Broken.unlessEqual(AddressChain.of(Widths.narrow(text)).parts(), chain.parts(), "width decides on an address");
        String bare = Characters.halfWidth(text).replace(" ", "");
        int at = 0;
        for (AddressElement element : AddressElement.values()) {
            String part = chain.part(element).orElse(null);
            if (part == null || element.compareTo(AddressElement.COUNTY) <= 0) {
                continue;
            }
            int found = bare.indexOf(part, at);
            Broken.unless(found >= 0, "… … is not in … behind …", element, part, bare, at);
            at = found + part.length();
        }
    }
}
