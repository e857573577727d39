package org.exchangehub.schemas.samples;

import java.util.Arrays;
import java.util.List;

/** A row while it is being made. */
final class SourceRow {

    private final List<String> columns;
    private final String[] values;

    SourceRow(List<String> columns) {
        this.columns = columns;
        this.values = new String[columns.size()];
        Arrays.fill(values, "");
    }

    SourceRow set(String column, String value) {
        values[at(column)] = value;
        return this;
    }

    String get(String column) {
        return values[at(column)];
    }

    private int at(String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("expected a column of " + columns + ", found " + column);
        }
        return at;
    }

    /** Exchanges two columns; the record is refused by these rules then. */
    Consequence swapped(String one, String other, String... rules) {
        String kept = get(one);
        set(one, get(other)).set(other, kept);
        return Consequence.refusedBy(rules);
    }

    /** Puts a wrong value in; the record is refused by these rules then. */
    Consequence spoilt(String column, String value, String... rules) {
        set(column, value);
        return Consequence.refusedBy(rules);
    }

    /** Puts a doubtful value in; the record is accepted with a warning then. */
    Consequence doubtful(String column, String value, String rule) {
        set(column, value);
        return Consequence.warnedBy(rule);
    }

    /** Digits and letters of these columns in full width, which the mapping heals. */
    Consequence widened(String... columns) {
        for (String column : columns) {
            set(column, Dirt.fullWidth(get(column)));
        }
        return Consequence.NONE;
    }

    List<String> values() {
        return List.of(values);
    }
}
