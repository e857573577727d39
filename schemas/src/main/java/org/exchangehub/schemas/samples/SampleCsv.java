package org.exchangehub.schemas.samples;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/** Writes sample rows as CSV (RFC 4180, header line, CRLF). */
public final class SampleCsv {

    private SampleCsv() {}

    /**
     * Writes all rows and flushes; does not close.
     *
     * @throws java.nio.charset.CharacterCodingException when the charset lacks a character
     */
    public static void write(Samples samples, OutputStream out, Charset charset) throws IOException {
        Writer writer = new BufferedWriter(
                new OutputStreamWriter(
                        out,
                        charset.newEncoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
        line(writer, samples.columns());
        for (SampleRow row : samples) {
            line(writer, row.values());
        }
        writer.flush();
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                writer.write(',');
            }
            cell(writer, cells.get(i));
        }
        writer.write("\r\n");
    }

    private static void cell(Writer writer, String text) throws IOException {
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        writer.write(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
}
