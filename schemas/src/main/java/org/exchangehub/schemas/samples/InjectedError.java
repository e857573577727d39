package org.exchangehub.schemas.samples;

import java.util.List;

/** What is wrong with a sample row, on purpose. */
public enum InjectedError {
    WRONG_CHECK_DIGIT("uscc"),
    IMPOSSIBLE_DATE("type"),
    UNKNOWN_DIVISION("division"),
    MISSING_MANDATORY("required"),
    GLUED_PHONES("phone"),
    SWAPPED_COLUMNS("uscc", "registration-number"),
    UNKNOWN_CODE("code-list"),
    TEXT_TOO_LONG("length"),
    APPROVED_BEFORE_ESTABLISHED("approval-after-establishment"),
    /** The key of an earlier row again; each row alone conforms, the batch does not. */
    DUPLICATE_KEY(),
    /** Full-width digits and letters; the mapping heals them, the record conforms. */
    FULL_WIDTH();

    @SuppressWarnings("ImmutableEnumChecker") // List.of copies
    private final List<String> rules;

    InjectedError(String... rules) {
        this.rules = List.of(rules);
    }

    /** The rules that find it, one finding each; empty when the mapping heals it or only the batch shows it. */
    public List<String> rules() {
        return rules;
    }

    /** Whether {@link org.exchangehub.schemas.RecordChecker} refuses the row. */
    public boolean refused() {
        return !rules.isEmpty();
    }
}
