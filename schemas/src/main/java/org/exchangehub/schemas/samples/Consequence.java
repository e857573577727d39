package org.exchangehub.schemas.samples;

import java.util.List;

/** The findings an injected error leads to, by the ids of their rules. */
record Consequence(List<String> rules, List<String> warnings) {

    static final Consequence NONE = new Consequence(List.of(), List.of());

    Consequence {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    /** The record is refused, one finding by each rule. */
    static Consequence refusedBy(String... rules) {
        return new Consequence(List.of(rules), List.of());
    }

    /** The record is accepted with a warning. */
    static Consequence warnedBy(String rule) {
        return new Consequence(List.of(), List.of(rule));
    }
}
