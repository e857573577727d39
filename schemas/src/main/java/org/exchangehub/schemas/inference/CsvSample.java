package org.exchangehub.schemas.inference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Reads text with separated values: finds character set, separator and header. */
final class CsvSample {

    private static final char[] SEPARATORS = {',', '\t', ';', '|'};

    private CsvSample() {}

    static Sample read(byte[] bytes, boolean more, Sample.Limits limits) {
        Charset charset = TextEncoding.of(bytes);
        char separator = separator(bytes, charset);
        String form = "CSV, " + charset.name() + ", " + (separator == '\t' ? "TAB" : "\"" + separator + "\"");
        Rows rows = new Rows(limits);
        try {
            List<List<String>> lines = lines(bytes, charset, separator, limits.rows() + TextTable.LOOKED_AT, more);
            TextTable.take(lines, rows);
            if (more) {
                rows.cut();
            }
            return rows.sample(form);
        } catch (CsvParseException | UncheckedIOException e) {
            throw new Sample.Unreadable("the text cannot be read as " + form + ": " + e.getMessage(), e);
        }
    }

    private static List<List<String>> lines(byte[] bytes, Charset charset, char separator, int most, boolean more) {
        List<List<String>> lines = new ArrayList<>();
        Reader reader = new InputStreamReader(new ByteArrayInputStream(bytes), charset);
        Iterator<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(reader)
                .iterator();
        try {
            while (lines.size() < most && records.hasNext()) {
                lines.add(records.next().getFields());
            }
        } catch (CsvParseException e) {
            if (lines.size() < 2) {
                throw e; // otherwise a sample ends where it cannot be read on
            }
        }
        if (more && lines.size() < most && !lines.isEmpty()) {
            lines.removeLast(); // cut within
        }
        return lines;
    }

    /** The separator that parts most lines into the same number of cells, more cells going first. */
    private static char separator(byte[] bytes, Charset charset) {
        byte[] beginning = bytes.length > 200_000 ? Arrays.copyOf(bytes, 200_000) : bytes;
        char best = SEPARATORS[0];
        double bestScore = 0;
        for (char separator : SEPARATORS) {
            double score = 0;
            try {
                List<List<String>> lines = lines(beginning, charset, separator, TextTable.LOOKED_AT, false);
                int usual = TextTable.usual(lines, List::size);
                long same = lines.stream().filter(line -> line.size() == usual).count();
                score = usual < 2 ? 0 : (double) same / lines.size() * Math.min(usual, 8);
            } catch (CsvParseException | UncheckedIOException e) {
                score = 0;
            }
            if (score > bestScore) {
                bestScore = score;
                best = separator;
            }
        }
        return best;
    }
}
