package org.exchangehub.core.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/** CSV in UTF-8 with a byte order mark, which spreadsheets need to read Chinese; the values are those that came, unchanged. */
final class QuarantineCsv implements QuarantineFile {

    private final CsvWriter csv;
    private final StandardSchema schema;

    QuarantineCsv(OutputStream out, StandardSchema schema) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        this.csv = CsvWriter.builder().build(writer);
        this.schema = schema;
        csv.writeRecord(QuarantineFile.header(schema));
    }

    @Override
    public void add(QuarantinedRow row) {
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(Long.toString(row.row()));
        for (StandardField field : schema.fields()) {
            cells.add(row.values().get(field.name()));
        }
        cells.add(QuarantineFile.why(row.findings()));
        csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
