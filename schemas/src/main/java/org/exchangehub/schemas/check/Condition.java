package org.exchangehub.schemas.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.schemas.codes.CodeList;
import org.exchangehub.schemas.codes.CodeLists;
import org.exchangehub.schemas.value.FieldType.Kind;
import org.exchangehub.schemas.value.LocalizedText;

/** {@code field=code|code}: whether another field holds one of some codes. */
record Condition(String field, Set<String> codes, LocalizedText words) {

    Condition {
        codes = Set.copyOf(codes);
    }

    /** @throws IllegalArgumentException whose message says what was expected instead */
    static Condition parse(String argument, FieldShape own, Map<String, FieldShape> fields) {
        int equals = argument.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("behind the colon field=code or field=code|code");
        }
        if (!own.nullable()) {
            throw new IllegalArgumentException("a field that may be empty for this check");
        }
        FieldShape other = CrossChecks.other(argument.substring(0, equals), own, fields, Kind.STRING, Kind.BOOLEAN);
        List<String> codes = List.of(argument.substring(equals + 1).split("\\|", -1));
        for (String code : codes) {
            refuseUnknown(code, other);
        }
        if (Set.copyOf(codes).size() != codes.size()) {
            throw new IllegalArgumentException("each code once");
        }
        return new Condition(other.name(), Set.copyOf(codes), words(other, String.join(", ", codes)));
    }

    private static void refuseUnknown(String code, FieldShape other) {
        if (code.isEmpty()) {
            throw new IllegalArgumentException("behind the equals sign codes between bars");
        }
        if (other.type().kind() == Kind.BOOLEAN && !code.equals("true") && !code.equals("false")) {
            throw new IllegalArgumentException("true or false behind the equals sign");
        }
        CodeList list =
                other.codes() == null ? null : CodeLists.find(other.codes()).orElse(null);
        if (list != null && !list.contains(code)) {
            throw new IllegalArgumentException(
                    "behind the equals sign codes of the list \"" + list.name() + "\", not " + code);
        }
    }

    private static LocalizedText words(FieldShape other, String codes) {
        return new LocalizedText(
                "“" + other.title().zh() + "”为 " + codes, "\"" + other.title().en() + "\" is " + codes);
    }

    boolean holds(Object other) {
        return codes.contains(other instanceof String text ? text : other.toString());
    }
}
