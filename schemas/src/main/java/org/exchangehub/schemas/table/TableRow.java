package org.exchangehub.schemas.table;

import java.util.Map;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A row of an owner's table.
 *
 * @param values text by column name; empty where the row has nothing
 * @param fault why the values cannot be trusted, e.g. more of them than columns; null when they can
 */
public record TableRow(Map<String, String> values, @Nullable LocalizedText fault) {

    static TableRow of(Map<String, String> values) {
        return new TableRow(values, null);
    }

    static TableRow faulty(LocalizedText fault) {
        return new TableRow(Map.of(), fault);
    }
}
