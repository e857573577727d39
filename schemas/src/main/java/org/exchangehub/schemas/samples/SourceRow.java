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
        values[columns.indexOf(column)] = value;
        return this;
    }

    String get(String column) {
        return values[columns.indexOf(column)];
    }

    void swap(String one, String other) {
        String kept = get(one);
        set(one, get(other)).set(other, kept);
    }

    List<String> values() {
        return List.of(values);
    }
}
