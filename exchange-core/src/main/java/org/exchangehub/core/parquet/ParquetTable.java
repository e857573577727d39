package org.exchangehub.core.parquet;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file as text, one in memory at a time. What the process that reads the file says is believed no more than the
 * file itself. For one thread.
 */
public final class ParquetTable implements Closeable {

    private final ReadingProcess process;
    private final DataInputStream in;
    private final Runnable whenClosed;
    private final long longest;
    private final List<String> columns;
    private long bytes;
    private long rows;
    private boolean ended;

    /**
     * Waits for the columns.
     *
     * @param longest bytes of all values together, in UTF-8
     * @throws ParquetRefused when the file cannot be read; the caller closes the process
     */
    ParquetTable(ReadingProcess process, long longest, Runnable whenClosed) throws IOException {
        this.process = process;
        this.in = new DataInputStream(new BufferedInputStream(process, 1 << 16));
        this.longest = longest;
        this.whenClosed = whenClosed;
        try {
            expect(TableStream.COLUMNS, in.readUnsignedByte());
            this.columns = TableStream.columns(in, ParquetLimits.STANDARD.columns());
        } catch (EOFException e) {
            throw process.broken();
        }
    }

    public List<String> columns() {
        return columns;
    }

    /**
     * The next row, null after the last: whole numbers and decimals without an exponent, {@code true} and {@code false}, days and
     * times by ISO 8601, bytes in base64, everything nested as JSON.
     *
     * @throws ParquetRefused when the file is damaged or costs more than it may; nothing comes after it
     */
    public @Nullable List<@Nullable String> next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            int what = in.readUnsignedByte();
            if (what == TableStream.END) {
                ended = true;
                return null;
            }
            expect(TableStream.ROW, what);
            List<@Nullable String> row = TableStream.texts(in, columns.size());
            rows++;
            for (String text : row) {
                bytes += Integer.BYTES + (text == null ? 0 : text.length());
            }
            if (bytes > longest) {
                throw new ParquetRefused("expected at most " + longest + " bytes of values, found more by row " + rows);
            }
            return row;
        } catch (EOFException e) {
            throw process.broken();
        }
    }

    private void expect(int wanted, int found) throws IOException {
        if (found == TableStream.REFUSED) {
            throw new ParquetRefused(
                    String.valueOf(TableStream.texts(in, 1).getFirst()) + (rows == 0 ? "" : ", after row " + rows));
        }
        if (found != wanted) {
            throw new ParquetRefused("the Parquet file is damaged: what reads it said " + found);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            process.close();
        } finally {
            whenClosed.run();
        }
    }
}
