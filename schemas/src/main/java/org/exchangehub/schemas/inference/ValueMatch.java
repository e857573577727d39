package org.exchangehub.schemas.inference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.check.Checks;
import org.exchangehub.schemas.check.FieldCheck;
import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.check.Verdict;
import org.exchangehub.schemas.codes.CodeList;
import org.exchangehub.schemas.codes.CodeLists;
import org.exchangehub.schemas.forms.Amounts;
import org.exchangehub.schemas.forms.PhoneNumbers;
import org.exchangehub.schemas.forms.ValueKind;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.exchangehub.schemas.mapping.CodeNames;
import org.exchangehub.schemas.value.FieldType;
import org.jspecify.annotations.Nullable;

/** How much a column's values speak for a field, or against it. */
final class ValueMatch {

    /**
     * What was found.
     *
     * @param share of the values that fit, 0 to 1
     * @param telling how much it tells when they fit, 0 to 1: an identifier much, any text nothing
     * @param against whether the values cannot be the field's, whatever it is called
     * @param by rule id, {@code code-list}, type or kind that was tried; empty when there was nothing to try
     */
    record Match(double share, double telling, boolean against, String by) {

        /** Whether there was no value to try. */
        boolean nothing() {
            return by.equals(NO_VALUES);
        }
    }

    private static final String NO_VALUES = "no-values";
    private static final Match EMPTY = new Match(0, 0, false, NO_VALUES);

    /** More different values than this, none of them of the list, are of another list. */
    private static final int MANY_CODES = 5;

    private static final Match NOTHING = new Match(0, 0, false, "");
    /** How telling a passed check is: by how unlikely it is to pass by chance. */
    private static final Map<String, Double> TELLING = Map.ofEntries(
            Map.entry("citizen-id", 0.95),
            Map.entry("residence-permit", 0.9),
            Map.entry("uscc", 0.95),
            Map.entry("organisation-code", 0.8),
            Map.entry("registration-number", 0.85),
            Map.entry("licence-id", 0.98),
            Map.entry("real-estate-unit", 0.97),
            Map.entry("division", 0.75),
            Map.entry("phone", 0.75),
            Map.entry("mobile", 0.8),
            Map.entry("landline", 0.8),
            Map.entry("email", 0.9),
            Map.entry("bank-card", 0.8),
            Map.entry("lei", 0.95),
            Map.entry("postcode", 0.3),
            Map.entry("pattern", 0.5),
            Map.entry("one-of", 0.2));

    private static final List<String> IDENTIFIERS = List.of("编码", "代码", "号码", "注册号", "ID", "标识", "证件号");
    private static final List<String> WORDS = List.of(
            "名称", "姓名", "单位", "机构", "地址", "坐落", "位置", "场所", "范围", "人", "街道", "社区（村）", "类型", "性质", "街路巷", "街路巷村");

    private static final LocalDate TODAY = LocalDate.of(2100, 1, 1); // no rule used here speaks of today

    private ValueMatch() {}

    static Match of(Column column, StandardField field) {
        if (column.empty()) {
            return EMPTY;
        }
        return switch (field.type().kind()) {
            case DATE, TIMESTAMP -> typed(column.days().isEmpty() ? 0 : 1, 0.35, "date");
            case LONG, INTEGER, DOUBLE, DECIMAL ->
                typed(numbers(column, field), field.unit() == null ? 0.15 : 0.2, "number");
            case BOOLEAN -> typed(column.booleans(), 0.3, "boolean");
            case STRING -> text(column, field);
            case BYTES, JSON -> NOTHING;
        };
    }

    private static double numbers(Column column, StandardField field) {
        if (!column.days().isEmpty() && column.numbers() < 1) {
            return 0;
        }
        double outside = outside(column, field);
        if (outside > 0.5) {
            return 1 - outside;
        }
        String unit = field.unit();
        return Math.max(
                column.numbers(),
                unit == null
                        ? 0
                        : Amounts.into(unit)
                                .map(units -> column.share(value -> Amounts.read(value, units) != null))
                                .orElse(0.0));
    }

    /** The share of values outside the field's range: a longitude of America is none of China. */
    private static double outside(Column column, StandardField field) {
        double most = 0;
        for (String spec : field.checks()) {
            if (Checks.id(spec).equals("range")) {
                FieldCheck check = Checks.compile(spec, field.type());
                most = Math.max(most, column.share(value -> beyond(check, value)));
            }
        }
        return most;
    }

    private static boolean beyond(FieldCheck check, String value) {
        if (!(Amounts.read(value, Amounts.units()) instanceof Amounts.Amount.Value amount)) {
            return false;
        }
        Verdict verdict = check.verdict(amount.value(), TODAY);
        return verdict != null && verdict.severity() == Severity.ERROR;
    }

    private static Match typed(double share, double telling, String by) {
        return new Match(share, telling, share < 0.5, by);
    }

    private static Match text(Column column, StandardField field) {
        String codes = field.codes();
        if (codes != null) {
            return codes(column, CodeLists.find(codes).orElseThrow());
        }
        for (String spec : field.checks()) {
            Double telling = TELLING.get(Checks.id(spec));
            if (telling != null) {
                FieldCheck check = Checks.compile(spec, field.type());
                return new Match(column.share(value -> passes(check, spec, value)), telling, false, Checks.id(spec));
            }
        }
        ValueKind kind = wording(field);
        if (kind != null && column.share(value -> value.chars().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF)) > 0.8) {
            return new Match(column.share(kind::fits), 0.45, false, kind.word());
        }
        boolean day = !column.days().isEmpty() && column.numbers() < 1;
        return day ? new Match(0, 0.3, true, "text") : shape(column, field);
    }

    /** What a text field's title lets expect of its values: an identifier has no blanks, a name is not a number. */
    private static Match shape(Column column, StandardField field) {
        String title = field.title().zh();
        if (IDENTIFIERS.stream().anyMatch(title::endsWith)) {
            double share = column.share(ValueMatch::identifier);
            return new Match(share, 0.15, share < 0.2, "identifier");
        }
        if (WORDS.stream().anyMatch(title::endsWith)) {
            double share = column.share(
                    value -> value.chars().filter(Character::isLetter).count() >= 2);
            return new Match(share, 0.1, share < 0.2, "words");
        }
        return NOTHING;
    }

    private static boolean identifier(String value) {
        return value.length() <= 40
                && value.chars().noneMatch(c -> c >= 0x4E00 && c <= 0x9FFF)
                && (value.chars().anyMatch(c -> c >= '0' && c <= '9') || value.equals(value.toUpperCase(Locale.ROOT)))
                && value.chars().filter(Character::isWhitespace).count() <= 1
                && value.chars().filter(Character::isLetter).count() <= 12;
    }

    /** Codes tell little when they are short digits, names of codes much. */
    private static Match codes(Column column, CodeList list) {
        CodeNames names = CodeNames.of(list);
        double asCodes = column.share(list::contains);
        double asNames =
                column.share(value -> !list.contains(value) && names.code(value).isPresent());
        double telling = asNames > 0.3
                ? 0.85
                : list.codes().size() > 300 ? 0.5 : list.codes().size() > 30 ? 0.4 : 0.3;
        if (asCodes + asNames < 0.05 && column.distinct().size() > MANY_CODES) {
            return new Match(asCodes + asNames, 0.7, false, "code-list");
        }
        return new Match(asCodes + asNames, column.distinct().size() == 1 ? telling / 2 : telling, false, "code-list");
    }

    /** The share of a column's values that pass a check of texts. */
    static double passing(Column column, String id) {
        FieldCheck check = Checks.compile(id, FieldType.STRING);
        return column.share(value -> passes(check, id, value));
    }

    private static boolean passes(FieldCheck check, String spec, String value) {
        String text = Characters.halfWidth(value);
        String tried =
                switch (Checks.id(spec)) {
                    case "citizen-id" -> CitizenId.canonical(text);
                    case "phone", "mobile", "landline" -> firstNumber(text);
                    default -> text.toUpperCase(Locale.ROOT);
                };
        Verdict verdict = check.verdict(tried, TODAY);
        return verdict == null || verdict.severity() == Severity.WARNING;
    }

    private static String firstNumber(String text) {
        List<PhoneNumbers.PhoneNumber> numbers = PhoneNumbers.in(text);
        return numbers.isEmpty() ? text : numbers.getFirst().text();
    }

    /** What kind of words a field without check wants, by its title and mask. */
    private static @Nullable ValueKind wording(StandardField field) {
        String title = field.title().zh();
        List<String> mask = new ArrayList<>();
        if (field.mask() != null) {
            mask.add(field.mask().mask().word());
        }
        if (mask.contains("address")
                || Set.of("地址", "坐落", "场所", "住所", "位置").stream().anyMatch(title::endsWith)) {
            return ValueKind.ADDRESS;
        }
        if (mask.contains("name") || title.endsWith("姓名")) {
            return ValueKind.PERSON_NAME;
        }
        boolean organisation = Set.of("机构名称", "单位名称", "部门名称", "单位", "主体名称", "机构", "登记机构").stream()
                .anyMatch(title::endsWith);
        return organisation ? ValueKind.ORGANISATION_NAME : null;
    }
}
