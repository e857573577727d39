package org.exchangehub.core.parquet;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs in the process of its own: reads the file named first in the shape named second and writes its rows to standard output as
 * {@link TableStream} has them. Ends when its standard input does, which is when the hub is gone.
 */
public final class ParquetProgram {

    private ParquetProgram() {}

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(ParquetProgram::endWithTheHub);
        int status = 1;
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16))) {
            write(Path.of(arguments[0]), Shape.valueOf(arguments[1]), out);
            status = 0;
        } catch (IOException hubClosedTheStream) {
            status = 2;
        } finally {
            // The library's threads do not matter any more.
            Runtime.getRuntime().halt(status);
        }
    }

    private static void write(Path file, Shape shape, DataOutputStream out) throws IOException {
        try (ParquetRows rows = ParquetRows.open(file, ParquetLimits.STANDARD)) {
            // It stays mapped; nothing of it is left on disk however this ends.
            Files.delete(file);
            ParquetTexts texts = new ParquetTexts(rows.columns(), shape);
            TableStream.write(out, TableStream.COLUMNS, texts.columns());
            out.flush();
            long number = 0;
            for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
                number++;
                TableStream.write(out, TableStream.ROW, bounded(texts.of(row), texts.columns(), number));
            }
            TableStream.write(out, TableStream.END, List.of());
        } catch (ParquetRefused refused) {
            TableStream.refuse(out, String.valueOf(refused.getMessage()));
        } catch (RuntimeException damaged) {
            TableStream.refuse(out, "the Parquet file is damaged: " + damaged);
        }
        out.flush();
    }

    /** UTF-8 has at most three bytes for a char: a shorter row need not be measured. */
    private static List<@Nullable String> bounded(List<@Nullable String> row, List<String> columns, long number)
            throws ParquetRefused {
        long chars = 0;
        for (int i = 0; i < row.size(); i++) {
            String text = row.get(i);
            chars += text == null ? 0 : text.length();
            if (chars > TableStream.LONGEST_ROW) {
                throw new ParquetRefused("row " + number + ": expected at most " + TableStream.LONGEST_ROW
                        + " bytes, found more by column " + columns.get(i));
            }
        }
        return row;
    }

    private static void endWithTheHub() {
        try (FileInputStream in = new FileInputStream(FileDescriptor.in)) {
            while (in.read() >= 0) {
                // nothing is said to this program
            }
        } catch (IOException gone) {
            Runtime.getRuntime().halt(2);
        }
        Runtime.getRuntime().halt(2);
    }
}
