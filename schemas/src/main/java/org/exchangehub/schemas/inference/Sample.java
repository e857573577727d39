package org.exchangehub.schemas.inference;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.exchangehub.schemas.workbook.Workbook;

/**
 * Rows of a source as text under its headers, as far as the limits allow.
 *
 * @param headers each once, without byte order mark and outer blanks; nested values by their path (a.b.c)
 * @param rows values in the order of the headers; empty text where a row has nothing
 * @param truncated whether the source has more than was read
 * @param form how it was written, for people, e.g. {@code CSV, GB18030, ","}
 */
public record Sample(List<String> headers, List<List<String>> rows, boolean truncated, String form) {

    /**
     * How much of a source is read.
     *
     * @param rows at most, counted from the first
     * @param columns at most; further ones are left out
     * @param bytes at most
     */
    public record Limits(int rows, int columns, int bytes) {

        /** 1 000 rows, 500 columns, 20 MiB. */
        public static final Limits STANDARD = new Limits(1_000, 500, 20 << 20);

        public Limits {
            if (rows < 1 || columns < 1 || bytes < 1) {
                throw new IllegalArgumentException(
                        "limits must be at least 1, found " + rows + ", " + columns + ", " + bytes);
            }
        }
    }

    /** The content is not what its format promises. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unreadable(String message) {
            super(message);
        }

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    public Sample {
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
        Set<String> names = new HashSet<>();
        for (String header : headers) {
            if (header.isBlank() || !names.add(header.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("headers must be there and differ, found " + headers);
            }
        }
    }

    /**
     * Reads the beginning of a source. Does not close the stream.
     *
     * @throws Unreadable when the content is not of the format or holds no rows
     */
    public static Sample read(InputStream in, SampleFormat format, Limits limits) throws IOException {
        byte[] bytes = in.readNBytes(limits.bytes());
        boolean more = bytes.length == limits.bytes() && in.read() >= 0;
        return format == SampleFormat.XML
                ? XmlSample.read(bytes, more, limits)
                : TableSample.read(bytes, format, more, limits);
    }

    /**
     * Reads the beginning of a workbook's first visible sheet that holds a table. Cells with an error, or with a number of which
     * Excel has lost digits, count as empty. Does not close the workbook.
     *
     * @throws Unreadable when a sheet cannot be read or none holds rows
     */
    public static Sample read(Workbook workbook, Limits limits) {
        return TableSample.read(workbook, limits);
    }

    /** The values of one column that are not blank, outer blanks removed. */
    List<String> column(int index) {
        List<String> values = new ArrayList<>();
        for (List<String> row : rows) {
            String value = row.get(index).strip();
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }
}
