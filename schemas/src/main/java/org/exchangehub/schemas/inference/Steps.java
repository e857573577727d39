package org.exchangehub.schemas.inference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.check.Checks;
import org.exchangehub.schemas.codes.CodeList;
import org.exchangehub.schemas.codes.CodeLists;
import org.exchangehub.schemas.forms.Amounts;
import org.exchangehub.schemas.forms.DatePattern;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.mapping.CodeNames;

/** The transforms a column needs to become a field, as its sample shows. */
final class Steps {

    private static final Set<String> UPPER =
            Set.of("uscc", "organisation-code", "licence-id", "real-estate-unit", "lei");
    private static final Set<String> PHONES = Set.of("phone", "mobile", "landline");
    private static final Set<String> NO_END =
            Set.of("长期", "永久", "无固定期限", "长期有效", "9999-12-31", "99991231", "2999-12-31");
    private static final Pattern UNIT = Pattern.compile("[(（\\[]([^)）\\]]{1,6})[)）\\]]\\s*$");

    private Steps() {}

    static ArrayNode of(Column column, StandardField field) {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        steps.add("trim");
        if (column.values().stream().anyMatch(Steps::wide) && !freeText(field)) {
            steps.add("halfWidth");
        }
        nothing(column, field, steps);
        switch (field.type().kind()) {
            case DATE -> days(column, steps, "date");
            case TIMESTAMP -> days(column, steps, "timestamp");
            case LONG, INTEGER, DOUBLE, DECIMAL -> number(column, field, steps);
            case BOOLEAN -> booleans(column, steps);
            case STRING -> text(column, field, steps);
            case BYTES, JSON -> {}
        }
        return steps;
    }

    private static boolean wide(String value) {
        return !Characters.halfWidth(value).equals(value);
    }

    private static boolean freeText(StandardField field) {
        return field.codes() == null
                && field.type().kind() == org.exchangehub.schemas.value.FieldType.Kind.STRING
                && field.checks().stream()
                        .allMatch(spec -> Set.of("length", "address-in").contains(Checks.id(spec)));
    }

    private static void nothing(Column column, StandardField field, ArrayNode steps) {
        ArrayNode words = JsonNodeFactory.instance.arrayNode();
        column.nothing().forEach(words::add);
        switch (field.type().kind()) {
            case DATE, TIMESTAMP ->
                column.distinct().stream().filter(NO_END::contains).forEach(words::add);
            default -> {}
        }
        if (!words.isEmpty()) {
            steps.add(one("nullIf", words));
        }
    }

    private static ObjectNode one(String name, com.fasterxml.jackson.databind.JsonNode argument) {
        ObjectNode step = JsonNodeFactory.instance.objectNode();
        step.set(name, argument);
        return step;
    }

    private static void days(Column column, ArrayNode steps, String step) {
        List<DatePattern> forms = column.days();
        if (forms.isEmpty()) {
            return;
        }
        ArrayNode patterns = JsonNodeFactory.instance.arrayNode();
        forms.forEach(form -> patterns.add(form.toString()));
        if (step.equals("date")) {
            steps.add(one("date", patterns));
        } else {
            ObjectNode argument = JsonNodeFactory.instance.objectNode();
            argument.set("patterns", patterns);
            argument.put("zone", "Asia/Shanghai");
            steps.add(one("timestamp", argument));
        }
    }

    /** Into the field's unit, from the one the header names in brackets. */
    private static void number(Column column, StandardField field, ArrayNode steps) {
        String unit = field.unit();
        if (unit == null || Amounts.into(unit).isEmpty()) {
            steps.add("number");
            return;
        }
        ObjectNode in = JsonNodeFactory.instance.objectNode().put("in", unit);
        Matcher named = UNIT.matcher(column.header());
        if (named.find()
                && !named.group(1).equals(unit)
                && Amounts.into(unit)
                        .filter(units -> units.containsKey(named.group(1)))
                        .isPresent()) {
            in.put("plain", named.group(1));
        }
        steps.add(one("number", in));
    }

    private static void booleans(Column column, ArrayNode steps) {
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        for (String value : column.distinct()) {
            boolean yes = Set.of("true", "是", "y", "yes", "1", "有").contains(value.toLowerCase(Locale.ROOT));
            words.put(value, Boolean.toString(yes));
        }
        if (!words.isEmpty() && column.booleans() == 1) {
            steps.add(one("codes", words));
        }
    }

    private static void text(Column column, StandardField field, ArrayNode steps) {
        Optional<CodeList> list = Optional.ofNullable(field.codes()).flatMap(CodeLists::find);
        if (list.isPresent()) {
            CodeNames names = CodeNames.of(list.get());
            boolean translated = column.values().stream()
                    .anyMatch(value ->
                            !list.get().contains(value) && names.code(value).isPresent());
            if (translated) {
                steps.add(one(
                        "lookup", JsonNodeFactory.instance.textNode(list.get().name())));
            }
            return;
        }
        for (String spec : field.checks()) {
            String id = Checks.id(spec);
            if (id.equals("citizen-id")) {
                steps.add("citizenId");
            } else if (UPPER.contains(id)) {
                steps.add("upper");
            } else if (PHONES.contains(id)) {
                ObjectNode argument = JsonNodeFactory.instance.objectNode();
                if (!id.equals("phone")) {
                    argument.put("kind", id);
                }
                steps.add(one("phone", argument));
            }
        }
    }
}
