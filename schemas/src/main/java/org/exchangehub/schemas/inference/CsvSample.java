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
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads text with separated values: finds character set and separator, and the header behind lines of explanation. The header is
 * the first line about as full as most lines are.
 */
final class CsvSample {

    private static final char[] SEPARATORS = {',', '\t', ';', '|'};
    /** Lines looked at to find separator and header. */
    private static final int LOOKED_AT = 60;

    private CsvSample() {}

    static Sample read(byte[] bytes, boolean more, Sample.Limits limits) {
        Charset charset = TextEncoding.of(bytes);
        char separator = separator(bytes, charset);
        String form = "CSV, " + charset.name() + ", " + (separator == '\t' ? "TAB" : "\"" + separator + "\"");
        Rows rows = new Rows(limits);
        try {
            List<List<String>> lines = lines(bytes, charset, separator, limits.rows() + LOOKED_AT, more);
            int header = header(lines);
            List<String> names = names(lines, header);
            for (List<String> line : lines.subList(Math.min(header + 1, lines.size()), lines.size())) {
                if (rows.full()) {
                    rows.cut();
                    break;
                }
                if (line.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row(names, line));
                }
            }
            if (more) {
                rows.cut();
            }
            return rows.sample(form);
        } catch (CsvParseException | UncheckedIOException e) {
            throw new Sample.Unreadable("the text cannot be read as " + form + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> row(List<String> names, List<String> line) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                row.put(names.get(i), i < line.size() ? line.get(i) : "");
            }
        }
        return row;
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
                List<List<String>> lines = lines(beginning, charset, separator, LOOKED_AT, false);
                int usual = usual(lines, List::size);
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

    private static int header(List<List<String>> lines) {
        List<List<String>> looked = lines.subList(0, Math.min(lines.size(), LOOKED_AT));
        int usual = usual(looked, CsvSample::filled);
        for (int i = 0; i < looked.size(); i++) {
            List<String> line = looked.get(i);
            boolean words = line.stream().noneMatch(cell -> cell.length() > 200);
            if (words && filled(line) >= Math.max(1, Math.ceil(usual * 0.7))) {
                return i;
            }
        }
        return 0;
    }

    private static int filled(List<String> line) {
        return (int) line.stream().filter(cell -> !cell.isBlank()).count();
    }

    private static int usual(List<List<String>> lines, java.util.function.ToIntFunction<List<String>> size) {
        Map<Integer, Integer> counts = new HashMap<>();
        lines.forEach(line -> counts.merge(size.applyAsInt(line), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Nameless columns with values get a name of their own; nameless and empty ones none. */
    private static List<String> names(List<List<String>> lines, int header) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        List<String> cells = lines.isEmpty() ? List.of() : lines.get(header);
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String name = (cell.startsWith("\uFEFF") ? cell.substring(1) : cell).strip();
            int column = i;
            boolean used = lines.subList(header + 1, lines.size()).stream()
                    .anyMatch(line -> column < line.size() && !line.get(column).isBlank());
            if (name.isEmpty() && used) {
                name = "column_" + (i + 1);
            }
            int before = name.isEmpty() ? 0 : times.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum) - 1;
            names.add(before == 0 ? name : name + "_" + (before + 1));
        }
        return names;
    }
}
