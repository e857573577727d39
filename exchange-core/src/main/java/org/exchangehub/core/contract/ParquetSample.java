package org.exchangehub.core.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.exchangehub.core.parquet.ParquetTable;
import org.exchangehub.schemas.inference.Sample;
import org.jspecify.annotations.Nullable;

/** The first rows of a Parquet file under the names of its columns. */
final class ParquetSample {

    private static final int LONGEST_VALUE = 4_000;

    private ParquetSample() {}

    static Sample read(ParquetTable table, Sample.Limits limits) throws IOException {
        int[] taken = taken(table.columns(), limits.columns());
        List<List<String>> rows = new ArrayList<>();
        List<@Nullable String> row = table.next();
        for (; row != null && rows.size() < limits.rows(); row = table.next()) {
            List<@Nullable String> values = row;
            rows.add(IntStream.of(taken).mapToObj(i -> shown(values.get(i))).toList());
        }
        if (rows.isEmpty() || taken.length == 0) {
            throw new Sample.Unreadable("expected at least one row with named values (Parquet), found none");
        }
        return new Sample(
                IntStream.of(taken)
                        .mapToObj(i -> table.columns().get(i).strip())
                        .toList(),
                rows,
                row != null,
                "Parquet");
    }

    /** Columns with a name that none before them has. */
    private static int[] taken(List<String> columns, int most) {
        Set<String> names = new HashSet<>();
        return IntStream.range(0, columns.size())
                .filter(i -> !columns.get(i).isBlank()
                        && names.add(columns.get(i).strip().toLowerCase(Locale.ROOT)))
                .limit(most)
                .toArray();
    }

    private static String shown(@Nullable String value) {
        return value == null ? "" : value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
    }
}
