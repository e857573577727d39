package org.exchangehub.core.parquet;

import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.SchemaNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file from the first to the last, some pages of each column in memory at a time. Only {@link ParquetProgram}
 * reads with it: it decompresses in native code.
 */
final class ParquetRows implements Closeable {

    private final HardwoodContext context;
    private final ParquetFileReader reader;
    private final RowReader rows;
    private final List<SchemaNode> columns;

    private ParquetRows(HardwoodContext context, ParquetFileReader reader) {
        this.context = context;
        this.reader = reader;
        this.rows = reader.rowReader();
        this.columns = List.copyOf(reader.getFileSchema().getRootNode().children());
    }

    static ParquetRows open(Path path, ParquetLimits limits) throws ParquetRefused {
        InputFile file = InputFile.of(path);
        HardwoodContext context = HardwoodContext.create(1);
        try {
            file.open();
            ParquetGuard guard = new ParquetGuard(file, limits);
            guard.checkFooter();
            ParquetFileReader reader = ParquetFileReader.open(file, context);
            guard.checkPages(reader.getFileMetaData(), reader.getFileSchema().getColumnCount());
            return new ParquetRows(context, reader);
        } catch (IOException | RuntimeException e) {
            context.close();
            throw refused(e);
        }
    }

    /** The columns; one with inner columns counts once. */
    List<SchemaNode> columns() {
        return columns;
    }

    /**
     * The next row, null after the last.
     *
     * @return values as {@link ParquetValues} makes them, in the order of the columns
     * @throws ParquetRefused when a page is damaged
     */
    @Nullable
    List<@Nullable Object> next() throws ParquetRefused {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            rows.next();
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                row.add(rows.isNull(i) ? null : ParquetValues.plain(rows.getValue(i), columns.get(i)));
            }
            return row;
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    private static ParquetRefused refused(Exception why) {
        return why instanceof ParquetRefused refused
                ? refused
                : new ParquetRefused("the Parquet file is damaged: " + why.getMessage(), why);
    }

    @Override
    public void close() throws IOException {
        try (context;
                reader) {
            rows.close();
        }
    }
}
