package org.exchangehub.core.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.publication.Release.Mode;
import org.exchangehub.schemas.CheckedRecord;
import org.exchangehub.schemas.FilterKind;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.RecordChecker;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.SourceRow;
import org.jspecify.annotations.Nullable;

/** The check at the trust boundary: whatever was checked at the source is checked again here. */
final class RowCheck {

    private final StandardSchema schema;
    private final Mode mode;
    private final LocalDate today;
    private final RecordChecker records;
    private final RecordChecker keys;
    private final boolean[] indexed;
    private final int[] keyPositions;

    RowCheck(StandardSchema schema, Mode mode, LocalDate today) {
        this.schema = schema;
        this.mode = mode;
        this.today = today;
        this.records = RecordChecker.of(schema);
        this.keys = RecordChecker.ofKey(schema);
        this.keyPositions = schema.key().stream()
                .mapToInt(name -> schema.fields().indexOf(schema.field(name).orElseThrow()))
                .toArray();
        this.indexed = new boolean[schema.fields().size()];
        for (int i = 0; i < indexed.length; i++) {
            StandardField field = schema.fields().get(i);
            indexed[i] = field.filter() != FilterKind.NONE || schema.key().contains(field.name());
        }
    }

    /** What is to be done with a row. */
    sealed interface Checked {

        /** To be there from now on, with these values in field order. */
        record Upsert(List<@Nullable Object> values, List<Finding> warnings) implements Checked {}

        /** To be gone; the key in key order. */
        record Delete(List<Object> key) implements Checked {}

        /** Not to be taken. */
        record Bad(List<Finding> findings) implements Checked {}
    }

    Checked check(SourceRow row) {
        return switch (row) {
            case SourceRow.Unparsed unparsed -> bad(RowFindings.unparsable(unparsed.reason()));
            case SourceRow.Parsed parsed -> check(parsed);
        };
    }

    private Checked check(SourceRow.Parsed row) {
        if (!row.unknown().isEmpty()) {
            return bad(
                    RowFindings.unknownField(row.unknown().keySet().iterator().next()));
        }
        String op = row.op();
        if (mode == Mode.CHANGES) {
            return switch (op) {
                case "I", "U" -> upsert(row.values());
                case "D" -> delete(row.values());
                case null, default -> bad(RowFindings.operation("I, U, D", op));
            };
        }
        boolean additive = op == null || op.equals("I") || op.equals("U");
        return additive ? upsert(row.values()) : bad(RowFindings.operation("I, U", op));
    }

    private Checked upsert(List<@Nullable Object> values) {
        return switch (records.check(values.toArray(), today)) {
            case CheckedRecord.Refused refused -> new Checked.Bad(refused.findings());
            case CheckedRecord.Accepted accepted -> storable(accepted);
        };
    }

    private Checked storable(CheckedRecord.Accepted accepted) {
        List<Finding> findings = null;
        for (int i = 0; i < indexed.length; i++) {
            Finding finding = RowFindings.storable(
                    schema.fields().get(i), accepted.values().get(i), indexed[i]);
            if (finding != null) {
                findings = findings == null ? new ArrayList<>(accepted.warnings()) : findings;
                findings.add(finding);
            }
        }
        return findings == null
                ? new Checked.Upsert(accepted.values(), accepted.warnings())
                : new Checked.Bad(findings);
    }

    private Checked delete(List<@Nullable Object> values) {
        return switch (keys.check(keyOf(values), today)) {
            case CheckedRecord.Refused refused -> new Checked.Bad(refused.findings());
            case CheckedRecord.Accepted accepted -> new Checked.Delete(key(accepted));
        };
    }

    /** The key of a row that cannot be taken, if that at least is right; null when it is not. */
    @Nullable
    List<Object> key(SourceRow.Parsed row) {
        return keys.check(keyOf(row.values()), today) instanceof CheckedRecord.Accepted accepted ? key(accepted) : null;
    }

    private @Nullable Object[] keyOf(List<@Nullable Object> values) {
        @Nullable Object[] key = new @Nullable Object[keyPositions.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = values.get(keyPositions[i]);
        }
        return key;
    }

    /** As {@link #key(SourceRow.Parsed)}, of values by field name. */
    @Nullable
    List<Object> key(Map<String, ? extends @Nullable Object> values) {
        return keys.check(values, today) instanceof CheckedRecord.Accepted accepted ? key(accepted) : null;
    }

    private List<Object> key(CheckedRecord.Accepted accepted) {
        List<Object> key = new ArrayList<>(accepted.values().size());
        for (Object value : accepted.values()) {
            if (value == null) {
                throw new IllegalStateException("a key field of " + schema.dataset() + " was accepted without a value");
            }
            key.add(value);
        }
        return key;
    }

    private static Checked bad(Finding finding) {
        return new Checked.Bad(List.of(finding));
    }
}
