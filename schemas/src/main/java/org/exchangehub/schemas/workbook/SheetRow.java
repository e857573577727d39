package org.exchangehub.schemas.workbook;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet.
 *
 * @param number as the sheet numbers it, from 1
 * @param values text of the cells that are not empty, by column counted from 0
 * @param fault what is wrong with a cell whose value cannot be told; null when all can
 */
public record SheetRow(
        int number,
        SortedMap<Integer, String> values,
        @Nullable WorkbookRefused fault) {

    /** A column's letters, as in {@code AB}. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
