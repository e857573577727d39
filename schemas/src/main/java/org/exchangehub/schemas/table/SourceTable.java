package org.exchangehub.schemas.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.exchangehub.schemas.encoding.Limits;
import org.exchangehub.schemas.encoding.MalformedRecords;
import org.exchangehub.schemas.workbook.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table one after the other, whatever its owner calls the columns. Content from anyone is taken: one row is in memory, and
 * what cannot be read on is {@link MalformedRecords}. For one thread.
 */
public interface SourceTable extends Closeable {

    /** How it is written, for people, e.g. {@code CSV, GB18030, ","}. */
    String form();

    /** The next row; null behind the last. */
    @Nullable
    TableRow next() throws IOException;

    /**
     * Text with separated values. Separator and header, perhaps behind lines of explanation, are found from its first lines.
     *
     * @param charset of the text; null to find it from its beginning
     */
    static SourceTable csv(InputStream in, @Nullable Charset charset, Limits limits) throws IOException {
        return CsvTable.open(in, charset, limits);
    }

    /** An array of objects, such an array within an object, or objects one behind the other; nested values by their path. */
    static SourceTable json(InputStream in, Limits limits) throws IOException {
        return JsonTable.open(in, limits);
    }

    /** One JSON object per line; a line that is none spoils itself only. */
    static SourceTable jsonLines(InputStream in, Limits limits) {
        return new JsonLinesTable(in, limits);
    }

    /** An Avro object container of records; nested records by their path, lists and maps as JSON, bytes in base64. */
    static SourceTable avro(InputStream in, Limits limits) throws IOException {
        return new AvroTable(in, limits);
    }

    /**
     * The first visible sheet of a workbook that holds a header and a row. Cells with an error, or with a number of which Excel has
     * lost digits, spoil their row.
     */
    static SourceTable workbook(Workbook workbook) throws IOException {
        return SheetTable.open(workbook);
    }
}
