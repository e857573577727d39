package org.exchangehub.schemas.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Lines of cells as people write tables, taken for rows once the header among the first of them is found; blank ones are passed over. */
final class HeadedLines {

    /** Lines held to find the header and to see which columns without a name are in use. */
    private static final int LOOKED_AT = 1_000;
    /** Characters of them, after which no more are read ahead. */
    private static final int CHARACTERS = 4 << 20;

    /** Where lines come from. */
    interface Lines {
        @Nullable
        Line next() throws IOException;
    }

    /**
     * A line.
     *
     * @param fault why its cells cannot be trusted; null when they can
     */
    record Line(List<String> cells, @Nullable LocalizedText fault) {}

    private final Lines lines;
    private final boolean complete;
    private final Queue<Line> ahead = new ArrayDeque<>();
    private final List<String> names;
    private final int rowsAhead;

    /** @param complete whether every line has a cell for each column, be it empty */
    HeadedLines(Lines lines, boolean complete) throws IOException {
        this.lines = lines;
        this.complete = complete;
        List<Line> first = first(lines);
        List<List<String>> cells = first.stream().map(Line::cells).toList();
        int header = TextTable.header(cells);
        this.names = TextTable.names(cells, header);
        ahead.addAll(first.subList(Math.min(header + 1, first.size()), first.size()));
        this.rowsAhead = ahead.size();
    }

    private static List<Line> first(Lines lines) throws IOException {
        List<Line> first = new ArrayList<>();
        long characters = 0;
        while (first.size() < LOOKED_AT && characters < CHARACTERS) {
            Line line = lines.next();
            if (line == null) {
                break;
            }
            characters += line.cells().stream().mapToLong(String::length).sum();
            first.add(line);
        }
        return first;
    }

    /** Whether it looks like a table: a header of several columns, and a row. */
    boolean tabular() {
        return rowsAhead > 0 && names.size() > 1;
    }

    /** Whether there is a header and a row. */
    boolean hasRows() {
        return rowsAhead > 0;
    }

    @Nullable
    TableRow next() throws IOException {
        while (true) {
            Line line = ahead.isEmpty() ? lines.next() : ahead.remove();
            if (line == null) {
                return null;
            }
            if (line.fault() != null || line.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                return row(line);
            }
        }
    }

    private TableRow row(Line line) {
        Map<String, String> values = LinkedHashMap.newLinkedHashMap(names.size());
        List<String> cells = line.cells();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                values.put(names.get(i), i < cells.size() ? cells.get(i) : "");
            }
        }
        return new TableRow(values, line.fault() == null ? misfit(cells) : line.fault());
    }

    private @Nullable LocalizedText misfit(List<String> cells) {
        int columns = names.size();
        boolean surplus = cells.stream().skip(columns).anyMatch(cell -> !cell.isBlank());
        return surplus || (complete && cells.size() < columns)
                ? new LocalizedText(
                        "应有" + columns + "列，实有" + cells.size() + "列",
                        "Expected " + columns + " values, found " + cells.size())
                : null;
    }
}
