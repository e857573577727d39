package org.exchangehub.schemas.mapping;

import java.util.List;

/**
 * Of the rows of a batch with the same key only the newest counts.
 *
 * @param by fields the mapping fills that make the key
 * @param order what rows are ordered by, the weightiest first
 */
record Newest(List<String> by, List<Order> order) {

    Newest {
        by = List.copyOf(by);
        order = List.copyOf(order);
    }

    /** A field the mapping fills, or a way through the source's own columns. */
    sealed interface Order {
        record Field(String name) implements Order {}

        record Own(FieldMapping.Way way) implements Order {}
    }
}
