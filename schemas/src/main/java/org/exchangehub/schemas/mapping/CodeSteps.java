package org.exchangehub.schemas.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.exchangehub.schemas.codes.CodeList;
import org.exchangehub.schemas.codes.CodeLists;

/** Steps from a source's words to codes. */
final class CodeSteps {

    private static final Set<String> FORMS = Set.of("code", "zh", "en");

    private CodeSteps() {}

    /** By a table, letter by letter. */
    static Transform codes(Argument argument) {
        Map<String, String> codes = Map.copyOf(argument.table("an object from the source's words to codes"));
        return Transform.ofText(text -> codes.getOrDefault(text, text));
    }

    /** By a table that does not mind width, blanks and punctuation, then by words the text contains, in their order. */
    static Transform fold(Argument argument) {
        argument.only("equals", "contains");
        if (!argument.has("equals") && !argument.has("contains")) {
            argument.refuse("at least one of equals and contains");
        }
        Map<String, String> equals = folded(argument, "equals");
        Map<String, String> contains = folded(argument, "contains");
        return Transform.ofText(text -> {
            String key = CodeNames.folded(text);
            String code = equals.get(key);
            return code != null
                    ? code
                    : contains.entrySet().stream()
                            .filter(word -> key.contains(word.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(text);
        });
    }

    private static Map<String, String> folded(Argument argument, String name) {
        Map<String, String> folded = new LinkedHashMap<>();
        if (argument.has(name)) {
            argument.at(name)
                    .table("an object from the source's words to codes")
                    .forEach((word, code) -> folded.putIfAbsent(CodeNames.folded(word), code));
        }
        return folded;
    }

    /** Between the codes of a list and their names. */
    static Transform lookup(Argument argument) {
        if (argument.node().isTextual()) {
            return names(argument, "code");
        }
        argument.only("list", "to");
        String to = argument.has("to") ? argument.at("to").text("code, zh or en") : "code";
        if (!FORMS.contains(to)) {
            argument.at("to").refuse("code, zh or en");
        }
        return names(argument.at("list"), to);
    }

    private static Transform names(Argument argument, String to) {
        CodeList list = CodeLists.find(argument.text("the name of a code list")).orElse(null);
        if (list == null) {
            argument.refuse("one of the code lists " + CodeLists.names());
            return text -> text;
        }
        CodeNames names = CodeNames.of(list);
        return switch (to) {
            case "zh" ->
                Transform.ofText(
                        text -> names.meaning(text).map(meaning -> meaning.zh()).orElse(text));
            case "en" ->
                Transform.ofText(
                        text -> names.meaning(text).map(meaning -> meaning.en()).orElse(text));
            default -> Transform.ofText(text -> names.code(text).orElse(text));
        };
    }
}
