package org.exchangehub.schemas.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.exchangehub.schemas.encoding.Limits;
import org.exchangehub.schemas.encoding.MalformedRecords;
import org.exchangehub.schemas.encoding.MarkedText;
import org.jspecify.annotations.Nullable;

/** Reads text with separated values: finds character set, separator and header. */
final class CsvTable implements SourceTable {

    private static final char[] SEPARATORS = {',', '\t', ';', '|'};
    /** Bytes from the beginning by which the character set is found. */
    private static final int HEAD = 1 << 20;
    /** Of them, those by which the separator is found. */
    private static final int BEGINNING = 200_000;

    private static final int MOST_COLUMNS = 2_000;
    /** The parser reads at least so many characters at once. */
    private static final int LEAST_BUFFER = 1 << 14;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final String form;
    private final HeadedLines lines;

    private CsvTable(InputStream in, Charset charset, char separator, Limits limits) throws IOException {
        this.reader = reader(in, charset, separator, limits);
        this.records = reader.iterator();
        this.form = "CSV, " + charset.name() + ", " + (separator == '\t' ? "TAB" : "\"" + separator + "\"");
        this.lines = new HeadedLines(this::line, true);
    }

    static CsvTable open(InputStream in, @Nullable Charset charset, Limits limits) throws IOException {
        BufferedInputStream marked = new BufferedInputStream(in, 1 << 16);
        marked.mark(HEAD);
        byte[] head = marked.readNBytes(HEAD);
        marked.reset();
        Charset found = charset == null ? TextEncoding.of(head) : charset;
        return new CsvTable(marked, found, separator(head, found), limits);
    }

    private static CsvReader<CsvRecord> reader(InputStream in, Charset charset, char separator, Limits limits)
            throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .maxBufferSize(Math.max(limits.recordBytes(), LEAST_BUFFER))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        CsvRecordHandler.of(each -> each.maxFields(MOST_COLUMNS)
                                .maxFieldSize(limits.recordBytes())
                                .maxRecordSize(limits.recordBytes())),
                        new MarkedText(in, charset));
    }

    /** The separator that parts most lines into the same number of cells, more cells going first. */
    private static char separator(byte[] head, Charset charset) throws IOException {
        byte[] beginning = head.length > BEGINNING ? Arrays.copyOf(head, BEGINNING) : head;
        char best = SEPARATORS[0];
        double bestScore = 0;
        for (char separator : SEPARATORS) {
            List<List<String>> lines = beginning(beginning, charset, separator);
            int usual = TextTable.usual(lines, List::size);
            long same = lines.stream().filter(line -> line.size() == usual).count();
            double score = usual < 2 ? 0 : (double) same / lines.size() * Math.min(usual, 8);
            if (score > bestScore) {
                bestScore = score;
                best = separator;
            }
        }
        return best;
    }

    /** The first lines as they are with this separator; none when they cannot be read so. */
    private static List<List<String>> beginning(byte[] bytes, Charset charset, char separator) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                reader(new ByteArrayInputStream(bytes), charset, separator, Limits.STANDARD)) {
            Iterator<CsvRecord> records = reader.iterator();
            while (lines.size() < TextTable.LOOKED_AT && records.hasNext()) {
                lines.add(records.next().getFields());
            }
        } catch (CsvParseException | UncheckedIOException e) {
            return lines.size() < 2 ? List.of() : lines;
        }
        return lines;
    }

    private HeadedLines.@Nullable Line line() throws IOException {
        try {
            return records.hasNext() ? new HeadedLines.Line(records.next().getFields(), null) : null;
        } catch (CsvParseException e) {
            throw e.getCause() instanceof MalformedRecords refused
                    ? refused
                    : new MalformedRecords("Not " + form + ": " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public String form() {
        return form;
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        return lines.next();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
