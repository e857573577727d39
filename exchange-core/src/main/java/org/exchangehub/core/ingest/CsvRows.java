package org.exchangehub.core.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Reads CSV with a header of field names; a row with too few or too many values spoils itself only. */
final class CsvRows implements RowReader {

    private static final int LONGEST_ROW = 1 << 20;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> rows;
    private final List<String> header;

    CsvRows(InputStream in, StandardSchema schema) throws IOException {
        this.reader = CsvReader.builder()
                .detectBomHeader(true)
                .maxBufferSize(LONGEST_ROW)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(in, StandardCharsets.UTF_8);
        this.rows = reader.iterator();
        CsvRecord first = nextRecord();
        if (first == null) {
            throw new MalformedPart("Expected a header of field names, found an empty file");
        }
        this.header = List.copyOf(first.getFields());
        check(schema);
    }

    @Override
    public @Nullable SourceRow next() {
        CsvRecord record = nextRecord();
        if (record == null) {
            return null;
        }
        int found = record.getFieldCount();
        if (found != header.size()) {
            return new SourceRow.Unparsed(
                    null,
                    new LocalizedText(
                            "应有" + header.size() + "列，实有" + found + "列",
                            "Expected " + header.size() + " values, found " + found));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < found; i++) {
            String value = record.getField(i);
            values.put(header.get(i), value.isEmpty() ? null : value);
        }
        Object number = values.remove(SourceRow.ROW);
        Object op = values.remove(SourceRow.OP);
        values.remove(QuarantineFile.WHY);
        boolean numbered = number != null && number.toString().matches("[0-9]{1,18}");
        return new SourceRow.Parsed(
                numbered ? Long.valueOf(String.valueOf(number)) : null, op == null ? null : op.toString(), values);
    }

    private @Nullable CsvRecord nextRecord() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException e) {
            throw new MalformedPart("Not CSV: " + e.getMessage());
        }
    }

    private void check(StandardSchema schema) {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            boolean known = name.equals(SourceRow.ROW)
                    || name.equals(SourceRow.OP)
                    || name.equals(QuarantineFile.WHY)
                    || schema.field(name).isPresent();
            if (!known || !seen.add(name)) {
                throw new MalformedPart("The header names "
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
                    throw new MalformedPart("The header lacks the required field " + name);
                });
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
