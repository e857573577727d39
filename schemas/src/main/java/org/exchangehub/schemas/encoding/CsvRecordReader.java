package org.exchangehub.schemas.encoding;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Reads CSV with a header of field names; a row with too few or too many values spoils itself only. */
final class CsvRecordReader implements RecordReader {

    private static final int LONGEST_NAME = 60;
    private static final int MOST_COLUMNS = 2_000;
    /** The parser reads at least so many characters at once. */
    private static final int LEAST_BUFFER = 1 << 14;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> rows;
    private final FieldPlaces places;
    private final int[] columns;

    CsvRecordReader(InputStream in, Charset charset, StandardSchema schema, Limits limits) throws IOException {
        this.reader = CsvReader.builder()
                .maxBufferSize(Math.max(limits.recordBytes(), LEAST_BUFFER))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        CsvRecordHandler.of(each -> each.maxFields(MOST_COLUMNS)
                                .maxFieldSize(limits.recordBytes())
                                .maxRecordSize(limits.recordBytes())),
                        new MarkedText(in, charset));
        this.rows = reader.iterator();
        this.places = new FieldPlaces(schema, false);
        CsvRecord first = nextRecord();
        if (first == null) {
            throw new MalformedRecords("Expected a header of field names, found an empty file");
        }
        this.columns = first.getFields().stream().mapToInt(places::of).toArray();
        check(first.getFields(), schema);
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        CsvRecord record = nextRecord();
        if (record == null) {
            return null;
        }
        int found = record.getFieldCount();
        if (found != columns.length) {
            return new SourceRow.Unparsed(
                    null,
                    new LocalizedText(
                            "应有" + columns.length + "列，实有" + found + "列",
                            "Expected " + columns.length + " values, found " + found));
        }
        String number = null;
        String op = null;
        @Nullable Object[] values = new @Nullable Object[places.fields()];
        for (int i = 0; i < found; i++) {
            String cell = record.getField(i);
            String value = cell.isEmpty() ? null : cell;
            switch (columns[i]) {
                case FieldPlaces.NUMBER -> number = value;
                case FieldPlaces.OPERATION -> op = value;
                case FieldPlaces.UNKNOWN -> {} // _why, by the check of the header
                default -> values[columns[i]] = value;
            }
        }
        return SourceRow.of(SourceRow.number(number), op, values);
    }

    private @Nullable CsvRecord nextRecord() throws IOException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException e) {
            throw e.getCause() instanceof MalformedRecords refused
                    ? refused
                    : new MalformedRecords("Not CSV: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void check(List<String> header, StandardSchema schema) {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            boolean known = name.equals(SourceRow.ROW)
                    || name.equals(SourceRow.OP)
                    || name.equals(SourceRow.WHY)
                    || schema.field(name).isPresent();
            if (!known || !seen.add(name)) {
                throw new MalformedRecords("The header names "
                        + (known
                                ? name + " twice"
                                : "\"" + shortened(name) + "\", which " + schema.dataset() + " has not"));
            }
        }
        schema.fields().stream()
                .filter(field -> !field.nullable())
                .map(StandardField::name)
                .filter(name -> !seen.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new MalformedRecords("The header lacks the required field " + name);
                });
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
