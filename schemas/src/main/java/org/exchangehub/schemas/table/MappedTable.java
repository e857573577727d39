package org.exchangehub.schemas.table;

import java.io.IOException;
import java.util.Map;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.RecordReader;
import org.exchangehub.schemas.encoding.SourceRow;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.mapping.NewestRows;
import org.jspecify.annotations.Nullable;

/** Rows of an owner's table as rows of a dataset's schema. */
public final class MappedTable implements RecordReader {

    private final SourceTable table;
    private final Mapping mapping;
    private final StandardSchema schema;

    /** @param mapping fills fields of the schema only ({@link Mapping#against}) */
    public MappedTable(SourceTable table, Mapping mapping, StandardSchema schema) {
        this.table = table;
        this.mapping = mapping;
        this.schema = schema;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        TableRow row = table.next();
        return row == null ? null : row(row);
    }

    /** Reads all rows to find the newest of each key, instead of {@link #next}; those with a fault have none. */
    public void offerTo(NewestRows newest) throws IOException {
        for (TableRow row = table.next(); row != null; row = table.next()) {
            if (row.fault() == null) {
                newest.offer(row.values(), mapping.apply(row.values()));
            }
        }
    }

    private SourceRow row(TableRow row) {
        if (row.fault() != null) {
            return new SourceRow.Unparsed(null, row.fault());
        }
        Map<String, @Nullable String> mapped = mapping.apply(row.values());
        @Nullable Object[] values = new @Nullable Object[schema.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = mapped.get(schema.fields().get(i).name());
        }
        return SourceRow.of(null, mapping.operation(row.values()), values);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
