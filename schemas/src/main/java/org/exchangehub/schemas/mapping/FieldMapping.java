package org.exchangehub.schemas.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one field is filled. */
record FieldMapping(String to, Source source, List<Transform> transforms) {

    /** Where the value comes from. Headers are normalised. */
    sealed interface Source {

        @Nullable
        String value(Map<String, @Nullable String> row);

        boolean filledBy(Collection<String> headers);
    }

    /** The first of these headers that the row has. */
    record Column(List<String> headers) implements Source {
        @Override
        public @Nullable String value(Map<String, @Nullable String> row) {
            for (String header : headers) {
                String value = row.get(header);
                if (value != null || row.containsKey(header)) {
                    return value;
                }
            }
            return null;
        }

        @Override
        public boolean filledBy(Collection<String> present) {
            return headers.stream().anyMatch(present::contains);
        }
    }

    /** Several columns joined; empty ones leave no separator. */
    record Concat(List<Column> columns, String with) implements Source {
        @Override
        public @Nullable String value(Map<String, @Nullable String> row) {
            StringBuilder joined = new StringBuilder();
            for (Column column : columns) {
                String value = column.value(row);
                if (value != null && !value.isBlank()) {
                    joined.append(joined.isEmpty() ? "" : with).append(value.strip());
                }
            }
            return joined.isEmpty() ? null : joined.toString();
        }

        @Override
        public boolean filledBy(Collection<String> present) {
            return columns.stream().anyMatch(column -> column.filledBy(present));
        }
    }

    /** The same for every row. */
    record Constant(String value) implements Source {
        @Override
        public String value(Map<String, @Nullable String> row) {
            return value;
        }

        @Override
        public boolean filledBy(Collection<String> present) {
            return true;
        }
    }

    @Nullable
    String value(Map<String, @Nullable String> row) {
        String value = source.value(row);
        for (Transform transform : transforms) {
            value = transform.apply(value);
        }
        return value == null || value.isEmpty() ? null : value;
    }
}
