package org.exchangehub.nifi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.nifi.serialization.MalformedRecordException;
import org.apache.nifi.serialization.RecordReader;
import org.apache.nifi.serialization.record.Record;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.mapping.NewestRows;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Reads a source's rows and writes them mapped. No row is lost: one that cannot be read is written as such. */
final class RowMapper {

    private static final String SURPLUS = "unknown_field_index_";
    private static final char NOT_DECODED = '\uFFFD';
    private static final int SAME_FAILURES = 3;

    /**
     * What was done.
     *
     * @param rows all rows written, unreadable ones too
     * @param unreadable those whose values are not known
     * @param superseded rows left out, for the content has a newer one of their key
     * @param unfilled fields that no column could fill
     */
    record Counts(long rows, long unreadable, long superseded, List<String> unfilled) {}

    private final Mapping mapping;
    private final Schema schema;
    private final boolean incompleteRefused;

    /**
     * Maps with one mapping.
     *
     * @param incompleteRefused whether a row must have a value, be it empty, for every column the reader knows
     */
    RowMapper(Mapping mapping, boolean incompleteRefused) {
        this.mapping = mapping;
        this.schema = MappedRows.schema(mapping.targets(), mapping.namesOperation());
        this.incompleteRefused = incompleteRefused;
    }

    /** Whether the content is to be looked through once before it is mapped. */
    boolean keepsNewestOnly() {
        return mapping.newest().isPresent();
    }

    /**
     * Looks through all rows for the newest of each key.
     *
     * @throws UnreadableContent when the reader cannot go on, or there are more keys than can be held
     */
    @Nullable
    NewestRows newest(RecordReader reader) {
        NewestRows newest = mapping.newest().orElse(null);
        if (newest == null) {
            return null;
        }
        Trouble trouble = new Trouble();
        long row = 0;
        while (true) {
            try {
                Record record = next(reader);
                row++;
                if (record == null) {
                    return newest;
                }
                Map<String, @Nullable String> values = values(record);
                newest.offer(values, mapping.apply(values));
            } catch (MalformedRecordException e) {
                row++;
                trouble.at(row, e);
            } catch (NewestRows.TooManyKeys e) {
                throw UnreadableContent.because(e);
            }
        }
    }

    /**
     * Maps all rows.
     *
     * @param newest what {@link #newest} found, if the mapping wants it
     * @throws UnreadableContent when the reader cannot go on
     */
    Counts map(RecordReader reader, OutputStream out, @Nullable NewestRows newest) throws IOException {
        try (MappedRows rows = new MappedRows(schema, out)) {
            long row = 0;
            long readable = 0;
            long unreadable = 0;
            List<String> unfilled = null;
            Trouble trouble = new Trouble();
            while (true) {
                try {
                    Record record = next(reader);
                    if (record == null) {
                        long superseded = newest == null ? 0 : newest.superseded();
                        return new Counts(
                                row - superseded, unreadable, superseded, unfilled == null ? List.of() : unfilled);
                    }
                    row++;
                    if (unfilled == null) {
                        unfilled = mapping.unfilled(record.getSchema().getFieldNames());
                    }
                    if (newest == null || newest.keeps(readable)) {
                        map(row, record, rows);
                    }
                    readable++;
                } catch (MalformedRecordException e) {
                    row++;
                    unreadable++;
                    rows.append(row, null, Map.of(), Faults.unreadable(trouble.at(row, e)));
                }
            }
        }
    }

    private static Map<String, @Nullable String> values(Record record) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (String column : record.getRawFieldNames()) {
            if (!column.startsWith(SURPLUS)) {
                values.put(column, TextValues.of(record.getValue(column)));
            }
        }
        return values;
    }

    private static @Nullable Record next(RecordReader reader) throws MalformedRecordException {
        try {
            return reader.nextRecord(false, false);
        } catch (IOException | RuntimeException e) {
            throw UnreadableContent.because(e);
        }
    }

    private void map(long row, Record record, MappedRows rows) throws IOException {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        Finding fault = null;
        int surplus = 0;
        for (String column : record.getRawFieldNames()) {
            String value = TextValues.of(record.getValue(column));
            if (column.startsWith(SURPLUS)) {
                // Empty cells beyond the last named column are how spreadsheets end a row, and belong nowhere.
                surplus += value == null || value.isBlank() ? 0 : 1;
            } else {
                values.put(column, value);
            }
            if (fault == null && value != null && value.indexOf(NOT_DECODED) >= 0) {
                fault = Faults.characters(column);
            }
        }
        int columns = record.getSchema().getFieldCount();
        if (surplus > 0 || (incompleteRefused && values.size() < columns)) {
            fault = Faults.columns(columns, values.size() + surplus);
        }
        rows.append(row, mapping.operation(values), mapping.apply(values), fault);
    }

    /** A reader that says the same again and again does not move on: then the rest is not rows. */
    private static final class Trouble {
        private LocalizedText last = new LocalizedText("", "");
        private int times;

        LocalizedText at(long row, MalformedRecordException e) {
            LocalizedText reason = UnreadableContent.reason(e);
            times = reason.equals(last) ? times + 1 : 1;
            last = reason;
            if (times >= SAME_FAILURES) {
                long from = row - SAME_FAILURES + 1;
                throw new UnreadableContent(
                        new LocalizedText(
                                "内容自第 " + from + " 行起无法读取：" + reason.zh(),
                                "the content cannot be read from row " + from + " on: " + reason.en()),
                        e);
            }
            return reason;
        }
    }
}
