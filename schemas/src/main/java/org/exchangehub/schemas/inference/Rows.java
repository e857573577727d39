package org.exchangehub.schemas.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects rows whose columns become known as they come, within the limits. */
final class Rows {

    private static final int LONGEST_VALUE = 4_000;

    private final Sample.Limits limits;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> headers = new ArrayList<>();
    private final List<Map<Integer, String>> rows = new ArrayList<>();
    private boolean cut;

    Rows(Sample.Limits limits) {
        this.limits = limits;
    }

    boolean full() {
        return rows.size() >= limits.rows();
    }

    /** Of a column that comes twice in one row the first value counts. */
    void add(Map<String, String> row) {
        Map<Integer, String> values = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            String header = name.strip();
            String key = header.toLowerCase(Locale.ROOT);
            Integer column = columns.get(key);
            if (column == null && columns.size() < limits.columns() && !header.isEmpty()) {
                column = columns.size();
                columns.put(key, column);
                headers.add(header);
            }
            if (column != null) {
                values.putIfAbsent(column, value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value);
            }
        });
        rows.add(values);
    }

    /** There is more than was read. */
    void cut() {
        cut = true;
    }

    Sample sample(String form) {
        if (rows.isEmpty() || headers.isEmpty()) {
            throw new Sample.Unreadable("expected at least one row with named values (" + form + "), found none");
        }
        List<List<String>> all = new ArrayList<>();
        for (Map<Integer, String> row : rows) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < headers.size(); i++) {
                values.add(row.getOrDefault(i, ""));
            }
            all.add(values);
        }
        return new Sample(headers, all, cut, form);
    }
}
