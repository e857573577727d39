package org.exchangehub.core.discovery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * How much a find counts by where it is, each from 0, which is not looked at, to 100.
 *
 * @param exactTitle the title is what was typed
 * @param code the code or resource code begins with the word
 * @param title the word is in the title
 * @param pinyin title, keywords or department are spelled so
 * @param keywords the word is in a keyword
 * @param department the word is in the department's title
 * @param fields the word is in a field's name or title
 * @param summary the word is in the summary
 */
record Ranking(
        @Nullable Double exactTitle,
        @Nullable Double code,
        @Nullable Double title,
        @Nullable Double pinyin,
        @Nullable Double keywords,
        @Nullable Double department,
        @Nullable Double fields,
        @Nullable Double summary) {

    private static final double MOST = 100;

    /** The weights by name, those not stated as 0. */
    Map<String, Float> weights() {
        Map<String, Float> weights = new LinkedHashMap<>();
        members().forEach((name, weight) -> weights.put(name, weight == null ? 0 : weight.floatValue()));
        return weights;
    }

    private Map<String, @Nullable Double> members() {
        Map<String, @Nullable Double> members = new LinkedHashMap<>();
        members.put("exactTitle", exactTitle);
        members.put("code", code);
        members.put("title", title);
        members.put("pinyin", pinyin);
        members.put("keywords", keywords);
        members.put("department", department);
        members.put("fields", fields);
        members.put("summary", summary);
        return members;
    }

    /** Refuses weights that are missing or out of range, and a title that is not looked at. */
    void require() {
        Violations found = new Violations();
        members().forEach((name, weight) -> {
            double least = name.equals("title") ? Double.MIN_VALUE : 0;
            if (weight == null || !(weight >= least && weight <= MOST)) {
                found.add(
                        "/" + name,
                        (name.equals("title") ? "more than 0" : "0") + " to 100",
                        weight == null ? null : weight.toString());
            }
        });
        found.refuse("These weights are not valid.");
    }
}
