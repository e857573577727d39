package org.exchangehub.nifi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.exchangehub.schemas.CheckedRecord;
import org.exchangehub.schemas.RecordChecker;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.AvroCodec;
import org.exchangehub.schemas.encoding.AvroItems;
import org.exchangehub.schemas.encoding.Limits;
import org.exchangehub.schemas.encoding.MalformedRecords;
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
        try (AvroItems items = new AvroItems(in, Limits.STANDARD);
                NumberedRows good = new NumberedRows(valid, schema, AvroCodec.NULL);
                RejectRows bad = new RejectRows(invalid)) {
            Columns columns = new Columns(items.schema(), schema);
            @Nullable Object[] row = new @Nullable Object[columns.count()];
            long rows = 0;
            long refused = 0;
            while (items.next()) {
                items.fields(row);
                rows++;
                if (!accepted(columns.number(row, rows), row, columns, good, bad, today)) {
                    refused++;
                }
            }
            return new Counts(rows - refused, refused);
        } catch (MalformedRecords malformed) {
            throw new UnreadableContent(
                    new LocalizedText(
                            "Avro 容器无法读取：" + malformed.sentence(),
                            "the Avro container cannot be read: " + malformed.sentence()),
                    malformed);
        }
    }

    private boolean accepted(
            long number, @Nullable Object[] row, Columns columns, NumberedRows good, RejectRows bad, LocalDate today)
            throws IOException {
        Object fault = columns.fault(row);
        if (fault != null) {
            bad.append(number, columns.named(row), fault.toString());
            return false;
        }
        return switch (checker.check(columns.values(row), today)) {
            case CheckedRecord.Accepted accepted -> {
                good.append(number, columns.operation(row), accepted.values());
                yield true;
            }
            case CheckedRecord.Refused refused -> {
                bad.append(number, columns.named(row), refused.findings());
                yield false;
            }
        };
    }

    /** Where in a container's rows what is; -1 for what it has not. */
    private static final class Columns {

        private final List<String> names;
        private final int[] fields;
        private final int number;
        private final int operation;
        private final int fault;

        Columns(Schema found, StandardSchema schema) {
            if (found.getType() != Schema.Type.RECORD) {
                throw new MalformedRecords("expected records, found " + found.getType());
            }
            this.names = found.getFields().stream().map(Schema.Field::name).toList();
            this.fields = schema.fields().stream()
                    .mapToInt(field -> names.indexOf(field.name()))
                    .toArray();
            this.number = names.indexOf(SourceRow.ROW);
            this.operation = names.indexOf(SourceRow.OP);
            this.fault = names.indexOf(MappedRows.FAULT);
        }

        int count() {
            return names.size();
        }

        long number(@Nullable Object[] row, long counted) {
            return at(row, number) instanceof Number atSource ? atSource.longValue() : counted;
        }

        @Nullable
        String operation(@Nullable Object[] row) {
            Object found = at(row, operation);
            return found == null ? null : found.toString();
        }

        @Nullable
        Object fault(@Nullable Object[] row) {
            return at(row, fault);
        }

        /** The values of the schema's fields, in its order. */
        @Nullable
        Object[] values(@Nullable Object[] row) {
            @Nullable Object[] values = new @Nullable Object[fields.length];
            for (int i = 0; i < fields.length; i++) {
                values[i] = at(row, fields[i]);
            }
            return values;
        }

        /** All of a row's values but those that are ours. */
        Map<String, @Nullable Object> named(@Nullable Object[] row) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 0; i < row.length; i++) {
                if (!OURS.contains(names.get(i))) {
                    values.put(names.get(i), row[i]);
                }
            }
            return values;
        }

        private static @Nullable Object at(@Nullable Object[] row, int column) {
            return column < 0 ? null : row[column];
        }
    }
}
