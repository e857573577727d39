package org.exchangehub.core.catalog;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A row of the catalog as a table: a dataset's first item beside the dataset, or a further item of it.
 *
 * @param number as the file counts it, from 1
 * @param cells what is not empty
 */
record TableRow(int number, Map<EntryColumn, String> cells) {

    TableRow {
        cells = new EnumMap<>(cells.isEmpty() ? new EnumMap<>(EntryColumn.class) : cells);
    }

    String cell(EntryColumn column) {
        return cells.getOrDefault(column, "");
    }

    /** Whether it goes on with the dataset of a row before: it names none, or the same in every cell it fills. */
    boolean goesOn(TableRow first) {
        return cells.entrySet().stream()
                .filter(each -> !each.getKey().ofAnItem())
                .allMatch(each -> Objects.equals(each.getValue(), first.cells().get(each.getKey())));
    }
}
