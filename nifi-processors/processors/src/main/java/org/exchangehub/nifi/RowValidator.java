package org.exchangehub.nifi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.exchangehub.schemas.CheckedRecord;
import org.exchangehub.schemas.RecordChecker;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.AvroCodec;
import org.exchangehub.schemas.encoding.NumberedRows;
import org.exchangehub.schemas.encoding.SourceRow;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Checks an Avro container's records against a dataset's schema, and parts the good from the bad. */
final class RowValidator {

    private static final Set<String> OURS = Set.of(SourceRow.ROW, SourceRow.OP, MappedRows.FAULT);

    /** Records that conform and records that do not. */
    record Counts(long valid, long invalid) {}

    private final StandardSchema schema;
    private final RecordChecker checker;

    RowValidator(StandardSchema schema) {
        this.schema = schema;
        this.checker = RecordChecker.of(schema);
    }

    /**
     * Checks all records.
     *
     * @param today for rules such as "not in the future"
     * @throws UnreadableContent when it is no Avro container or breaks off
     */
    Counts validate(InputStream in, OutputStream valid, OutputStream invalid, LocalDate today) throws IOException {
        try (DataFileStream<GenericRecord> records = open(in);
                NumberedRows good = new NumberedRows(valid, schema, AvroCodec.NULL);
                RejectRows bad = new RejectRows(invalid)) {
            Schema found = records.getSchema();
            int[] positions = positions(found);
            @Nullable Object[] values = new @Nullable Object[positions.length];
            long row = 0;
            long refused = 0;
            GenericRecord record = null;
            while (more(records)) {
                record = next(records, record);
                row++;
                for (int i = 0; i < positions.length; i++) {
                    values[i] = positions[i] < 0 ? null : record.get(positions[i]);
                }
                if (!accepted(number(record, found, row), record, values, good, bad, today)) {
                    refused++;
                }
            }
            return new Counts(row - refused, refused);
        }
    }

    private boolean accepted(
            long row,
            GenericRecord record,
            @Nullable Object[] values,
            NumberedRows good,
            RejectRows bad,
            LocalDate today)
            throws IOException {
        Object fault = field(record, MappedRows.FAULT);
        if (fault != null) {
            bad.append(row, named(record), fault.toString());
            return false;
        }
        return switch (checker.check(values, today)) {
            case CheckedRecord.Accepted accepted -> {
                Object operation = field(record, SourceRow.OP);
                good.append(row, operation == null ? null : operation.toString(), accepted.values());
                yield true;
            }
            case CheckedRecord.Refused refused -> {
                bad.append(row, named(record), refused.findings());
                yield false;
            }
        };
    }

    /** Where the container has the schema's fields, in the schema's order; -1 for one it has not. */
    private int[] positions(Schema found) {
        return schema.fields().stream()
                .mapToInt(field -> {
                    Schema.Field same = found.getField(field.name());
                    return same == null ? -1 : same.pos();
                })
                .toArray();
    }

    /** All of a record's values but those that are ours. */
    private static Map<String, @Nullable Object> named(GenericRecord record) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            if (!OURS.contains(field.name())) {
                values.put(field.name(), record.get(field.pos()));
            }
        }
        return values;
    }

    private static long number(GenericRecord record, Schema found, long counted) {
        return found.getField(SourceRow.ROW) != null && record.get(SourceRow.ROW) instanceof Number number
                ? number.longValue()
                : counted;
    }

    private static @Nullable Object field(GenericRecord record, String name) {
        return record.hasField(name) ? record.get(name) : null;
    }

    private static DataFileStream<GenericRecord> open(InputStream in) {
        try {
            return new DataFileStream<>(in, new GenericDatumReader<>());
        } catch (IOException | AvroRuntimeException | UnsupportedOperationException e) {
            throw broken("内容不是 Avro 容器：", "expected an Avro container: ", e);
        }
    }

    private static boolean more(DataFileStream<GenericRecord> records) {
        try {
            return records.hasNext();
        } catch (AvroRuntimeException | UnsupportedOperationException e) {
            throw broken("Avro 容器不完整：", "the Avro container breaks off: ", e);
        }
    }

    private static GenericRecord next(DataFileStream<GenericRecord> records, @Nullable GenericRecord reuse) {
        try {
            return records.next(reuse);
        } catch (IOException | AvroRuntimeException | UnsupportedOperationException e) {
            throw broken("Avro 容器不完整：", "the Avro container breaks off: ", e);
        }
    }

    private static UnreadableContent broken(String zh, String en, Exception e) {
        return new UnreadableContent(new LocalizedText(zh + e.getMessage(), en + e.getMessage()), e);
    }
}
