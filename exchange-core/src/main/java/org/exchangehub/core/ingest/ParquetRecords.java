package org.exchangehub.core.ingest;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.core.parquet.ParquetRefused;
import org.exchangehub.core.parquet.ParquetTable;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.MalformedRecords;
import org.exchangehub.schemas.encoding.RecordReader;
import org.exchangehub.schemas.encoding.SourceRow;
import org.jspecify.annotations.Nullable;

/** Rows of a Parquet file as rows of a schema: columns go by field name or alias, as Avro's do. */
final class ParquetRecords implements RecordReader {

    private static final int NUMBER = -1;
    private static final int OPERATION = -2;
    private static final int LONGEST_NAME = 60;

    private final ParquetTable table;
    private final int fields;
    private final int[] places;

    /** Refuses columns that are not the schema's; the table is closed then, and otherwise with this. */
    ParquetRecords(ParquetTable table, StandardSchema schema) throws IOException {
        this.table = table;
        this.fields = schema.fields().size();
        try {
            this.places = places(table.columns(), schema);
        } catch (MalformedRecords malformed) {
            table.close();
            throw malformed;
        }
    }

    static MalformedRecords malformed(ParquetRefused refused) {
        return new MalformedRecords(String.valueOf(refused.getMessage()));
    }

    private static int[] places(List<String> columns, StandardSchema schema) {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < schema.fields().size(); i++) {
            int place = i;
            StandardField field = schema.fields().get(i);
            byName.put(field.name(), i);
            field.aliases().forEach(alias -> byName.putIfAbsent(alias, place));
        }
        byName.put(SourceRow.ROW, NUMBER);
        byName.put(SourceRow.OP, OPERATION);
        Set<Integer> seen = new HashSet<>();
        for (String column : columns) {
            Integer place = byName.get(column);
            if (place == null || !seen.add(place)) {
                throw new MalformedRecords("The Parquet file has the column \"" + shortened(column) + "\""
                        + (place == null ? ", which " + schema.dataset() + " has not" : " twice"));
            }
        }
        for (int i = 0; i < schema.fields().size(); i++) {
            if (!schema.fields().get(i).nullable() && !seen.contains(i)) {
                throw new MalformedRecords("The Parquet file lacks the required column "
                        + schema.fields().get(i).name());
            }
        }
        return columns.stream().mapToInt(byName::get).toArray();
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        List<@Nullable String> row;
        try {
            row = table.next();
        } catch (ParquetRefused refused) {
            throw malformed(refused);
        }
        if (row == null) {
            return null;
        }
        String number = null;
        String op = null;
        @Nullable Object[] values = new @Nullable Object[fields];
        for (int i = 0; i < places.length; i++) {
            switch (places[i]) {
                case NUMBER -> number = row.get(i);
                case OPERATION -> op = row.get(i);
                default -> values[places[i]] = row.get(i);
            }
        }
        return SourceRow.of(SourceRow.number(number), op, values);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
