package org.exchangehub.nifi.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.apache.nifi.serialization.RecordReader;
import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.exchangehub.schemas.workbook.SheetRow;
import org.exchangehub.schemas.workbook.SheetRows;
import org.exchangehub.schemas.workbook.Workbook;
import org.exchangehub.schemas.workbook.WorkbookRefused;
import org.jspecify.annotations.Nullable;

/** The rows below a sheet's header as records of text under the header's names. */
final class WorkbookRecords implements RecordReader {

    /** How NiFi's CSV reader, too, names a value beyond the named columns. */
    private static final String SURPLUS = "unknown_field_index_";

    private final Path file;
    private final Workbook workbook;
    private final SheetRows rows;
    private final SortedMap<Integer, String> header;
    private final RecordSchema schema;

    /**
     * Records of a file, which is deleted when they are closed.
     *
     * @param sheet name; empty for the first that is not hidden
     * @param headerRow the sheet's row with the columns' names, from 1
     */
    WorkbookRecords(Path file, String sheet, int headerRow) throws WorkbookRefused {
        this.file = file;
        this.workbook = Workbook.open(file, Workbook.Limits.STANDARD);
        try {
            this.rows = workbook.rows(sheet);
            this.header = header(rows, headerRow);
            this.schema = new SimpleRecordSchema(header.values().stream()
                    .map(name -> new RecordField(name, RecordFieldType.STRING.getDataType()))
                    .toList());
        } catch (IOException | XMLStreamException | RuntimeException e) {
            closeAfter(e);
            throw WorkbookRefused.damaged(e);
        } catch (WorkbookRefused e) {
            closeAfter(e);
            throw e;
        }
    }

    private static SortedMap<Integer, String> header(SheetRows rows, int headerRow)
            throws XMLStreamException, WorkbookRefused {
        SheetRow row = rows.next();
        while (row != null && row.number() < headerRow) {
            row = rows.next();
        }
        if (row == null || row.number() > headerRow) {
            throw new WorkbookRefused(
                    "工作表第 " + headerRow + " 行应为表头，却为空",
                    "row " + headerRow + " of the sheet should be the header and is empty");
        }
        WorkbookRefused fault = row.fault();
        if (fault != null) {
            throw fault;
        }
        SortedMap<Integer, String> names = new TreeMap<>();
        Map<String, Integer> taken = new HashMap<>();
        for (Map.Entry<Integer, String> cell : row.values().entrySet()) {
            String name = cell.getValue().strip();
            Integer earlier = name.isEmpty() ? null : taken.put(name, cell.getKey());
            if (earlier != null) {
                String columns = SheetRow.letters(earlier) + ", " + SheetRow.letters(cell.getKey());
                throw new WorkbookRefused(
                        "表头中列名“" + name + "”重复（" + columns + "）",
                        "the header names several columns “" + name + "” (" + columns + ")");
            }
            if (!name.isEmpty()) {
                names.put(cell.getKey(), name);
            }
        }
        return names;
    }

    @Override
    public @Nullable Record nextRecord(boolean coerceTypes, boolean dropUnknownFields)
            throws IOException, MalformedWorkbook {
        SheetRow row;
        try {
            row = rows.next();
        } catch (WorkbookRefused e) {
            throw new MalformedWorkbook(e);
        } catch (XMLStreamException | RuntimeException e) {
            throw new IOException(new MalformedWorkbook(WorkbookRefused.damaged(e)));
        }
        if (row == null) {
            return null;
        }
        WorkbookRefused fault = row.fault();
        if (fault != null) {
            throw new MalformedWorkbook(fault);
        }
        return record(row, dropUnknownFields);
    }

    private Record record(SheetRow row, boolean dropUnknownFields) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        header.forEach((column, name) -> values.put(name, row.values().get(column)));
        List<Integer> beyond = new ArrayList<>(row.values().keySet());
        beyond.removeAll(header.keySet());
        if (!dropUnknownFields) {
            beyond.forEach(column -> values.put(SURPLUS + column, row.values().get(column)));
        }
        return new MapRecord(schema, values, false, false);
    }

    @Override
    public RecordSchema getSchema() {
        return schema;
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            Files.deleteIfExists(file);
        }
    }

    private void closeAfter(Exception why) {
        try {
            workbook.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }
}
