package org.exchangehub.schemas.check;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.exchangehub.schemas.check.CrossCheck.Comparison;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.exchangehub.schemas.value.FieldType.Kind;
import org.jspecify.annotations.Nullable;

/** The checks of a field against another field of the record; the argument names the other field. */
final class CrossChecks {

    private static final String CITIZEN_ID = "citizen-id";

    private interface Definition {
        /** @throws IllegalArgumentException whose message says what was expected instead */
        CrossCheck compile(String argument, FieldShape own, Map<String, FieldShape> fields);
    }

    private static final Map<String, Definition> BY_ID = new TreeMap<>(Map.of(
            "birth-date-of", CrossChecks::birthDateOf,
            "sex-of", CrossChecks::sexOf,
            "not-before", CrossChecks::notBefore,
            "address-in", CrossChecks::addressIn,
            "empty-unless", CrossChecks::emptyUnless,
            "required-if", CrossChecks::requiredIf));

    private CrossChecks() {}

    static Set<String> ids() {
        return BY_ID.keySet();
    }

    static CrossCheck compile(String id, String argument, FieldShape own, Map<String, FieldShape> fields) {
        Definition definition = Optional.ofNullable(BY_ID.get(id)).orElseThrow();
        return definition.compile(argument, own, fields);
    }

    private static CrossCheck birthDateOf(String argument, FieldShape own, Map<String, FieldShape> fields) {
        require(own, Kind.DATE);
        FieldShape id = other(argument, own, fields, Kind.STRING);
        Verdict verdict = Verdict.error(
                "“" + id.title().zh() + "”中的出生日期",
                "the birth date within \"" + id.title().en() + "\"");
        boolean checked = id.checks().contains(CITIZEN_ID);
        return new CrossCheck("birth-date-of", id.name(), (value, number) -> {
            String holder = value == null ? null : citizenId((String) number, checked);
            boolean right = holder == null || !(value instanceof LocalDate day) || CitizenId.bornOn(holder, day);
            return right ? null : verdict;
        });
    }

    private static CrossCheck sexOf(String argument, FieldShape own, Map<String, FieldShape> fields) {
        require(own, Kind.STRING);
        if (!"sex".equals(own.codes())) {
            throw new IllegalArgumentException("a field with \"hub.codes\": \"sex\" (GB/T 2261.1) for this check");
        }
        FieldShape id = other(argument, own, fields, Kind.STRING);
        Verdict verdict = Verdict.error(
                "“" + id.title().zh() + "”第17位（奇数为1男，偶数为2女）所示的性别",
                "the sex that digit 17 of \"" + id.title().en() + "\" shows (odd: 1, male; even: 2, female)");
        boolean checked = id.checks().contains(CITIZEN_ID);
        return new CrossCheck("sex-of", id.name(), (value, number) -> {
            // 0 unknown and 9 not stated contradict nothing
            boolean male = "1".equals(value);
            String holder = male || "2".equals(value) ? citizenId((String) number, checked) : null;
            return holder == null || CitizenId.male(holder) == male ? null : verdict;
        });
    }

    /**
     * The number, or null when it is no right number; its own field says so, or holds other documents' numbers too.
     *
     * @param checked whether the number's own field has found it right already
     */
    private static @Nullable String citizenId(String text, boolean checked) {
        if (checked) {
            return text;
        }
        String number = CitizenId.canonical(text);
        return CitizenId.wellFormed(number) && CitizenId.checks(number) ? number : null;
    }

    private static CrossCheck notBefore(String argument, FieldShape own, Map<String, FieldShape> fields) {
        require(own, Kind.DATE);
        FieldShape first = other(argument, own, fields, Kind.DATE);
        Verdict verdict = Verdict.error(
                "不早于“" + first.title().zh() + "”的日期",
                "a day not before \"" + first.title().en() + "\"");
        return new CrossCheck("not-before", first.name(), (value, other) -> {
            boolean before = value instanceof LocalDate day && day.isBefore((LocalDate) other);
            return before ? verdict : null;
        });
    }

    private static CrossCheck addressIn(String argument, FieldShape own, Map<String, FieldShape> fields) {
        require(own, Kind.STRING);
        FieldShape division = other(argument, own, fields, Kind.STRING);
        Verdict verdict = Verdict.warning(
                "位于“" + division.title().zh() + "”所示行政区划内的地址",
                "an address within the division that \"" + division.title().en() + "\" names");
        return new CrossCheck("address-in", division.name(), (value, code) -> {
            boolean elsewhere = value instanceof String address && AddressDivisions.contradict(address, (String) code);
            return elsewhere ? verdict : null;
        });
    }

    private static CrossCheck emptyUnless(String argument, FieldShape own, Map<String, FieldShape> fields) {
        Condition condition = Condition.parse(argument, own, fields);
        Verdict verdict = Verdict.error(
                "空值，除非" + condition.words().zh(),
                "no value unless " + condition.words().en());
        Comparison comparison = (value, other) -> value == null || condition.holds(other) ? null : verdict;
        return new CrossCheck("empty-unless", condition.field(), comparison);
    }

    private static CrossCheck requiredIf(String argument, FieldShape own, Map<String, FieldShape> fields) {
        Condition condition = Condition.parse(argument, own, fields);
        Verdict verdict = Verdict.error(
                "必填值，因为" + condition.words().zh(),
                "a value, for " + condition.words().en());
        Comparison comparison = (value, other) -> value != null || !condition.holds(other) ? null : verdict;
        return new CrossCheck("required-if", condition.field(), comparison);
    }

    private static void require(FieldShape own, Kind kind) {
        if (own.type().kind() != kind) {
            throw new IllegalArgumentException("a field of type " + kind + " for this check, not " + own.type());
        }
    }

    /** The other field, which is there, is another one and has one of these types. */
    static FieldShape other(String name, FieldShape own, Map<String, FieldShape> fields, Kind... kinds) {
        FieldShape other = fields.get(name);
        if (other == null || name.equals(own.name())) {
            throw new IllegalArgumentException("behind the colon the name of another field of this schema");
        }
        if (!Set.of(kinds).contains(other.type().kind())) {
            throw new IllegalArgumentException(
                    "behind the colon a field of type " + String.join(" or ", names(kinds)) + ", not " + other.type());
        }
        return other;
    }

    private static Set<String> names(Kind... kinds) {
        Set<String> names = new TreeSet<>();
        for (Kind kind : kinds) {
            names.add(kind.name());
        }
        return names;
    }
}
