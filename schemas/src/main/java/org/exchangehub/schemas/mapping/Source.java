package org.exchangehub.schemas.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a value comes from. Headers are normalised. */
sealed interface Source {

    @Nullable
    String value(Map<String, @Nullable String> row);

    /** Whether these headers can give it anything. */
    boolean filledBy(Collection<String> headers);

    /** All headers it may read. */
    Stream<String> headersRead();

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

        @Override
        public Stream<String> headersRead() {
            return headers.stream();
        }

        /** The header the row has, if any. */
        @Nullable
        String in(Map<String, @Nullable String> row) {
            for (String header : headers) {
                if (row.containsKey(header)) {
                    return header;
                }
            }
            return null;
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

        @Override
        public Stream<String> headersRead() {
            return columns.stream().flatMap(Column::headersRead);
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

        @Override
        public Stream<String> headersRead() {
            return Stream.empty();
        }
    }

    /** What an expression makes of several columns. */
    record Computed(Computation computation, Map<String, Column> columns) implements Source {
        @Override
        public @Nullable String value(Map<String, @Nullable String> row) {
            return computation.value(name -> {
                Column column = columns.get(name);
                return column == null ? null : column.value(row);
            });
        }

        @Override
        public boolean filledBy(Collection<String> present) {
            return columns.isEmpty() || columns.values().stream().anyMatch(column -> column.filledBy(present));
        }

        @Override
        public Stream<String> headersRead() {
            return columns.values().stream().flatMap(Column::headersRead);
        }
    }
}
