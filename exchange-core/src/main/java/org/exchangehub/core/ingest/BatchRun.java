package org.exchangehub.core.ingest;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.ingest.Part.Kind;
import org.exchangehub.core.ingest.RowCheck.Checked;
import org.exchangehub.core.publication.Release.Mode;
import org.exchangehub.core.publication.StagedRows;
import org.exchangehub.core.publication.Staging;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardReference;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.encoding.MalformedRecords;
import org.exchangehub.schemas.encoding.RecordReader;
import org.exchangehub.schemas.encoding.SourceRow;
import org.exchangehub.schemas.mapping.NewestRows;
import org.jspecify.annotations.Nullable;

/** One attempt at gathering a batch: its good rows into staging, its bad ones beside, everything counted. */
final class BatchRun {

    private static final int ROWS_BETWEEN_LOOKS = 1_000;

    private final Batch batch;
    private final StandardSchema schema;
    private final PartReading reading;
    private final RowCheck check;
    private final Staging staging;
    private final QuarantineStage quarantine;
    private final BatchObserver.Observation observation;
    private final BooleanSupplier stillOurs;
    private final Tally tally = new Tally();
    /** Which rows of a mapped batch count, if only the newest of a key do. */
    private @Nullable NewestRows newest;

    private long readable;

    /** @param stillOurs asked now and then; when it says no the run ends with {@link Abandoned} */
    BatchRun(
            Batch batch,
            StandardSchema schema,
            PartReading reading,
            RowCheck check,
            Staging staging,
            QuarantineStage quarantine,
            BatchObserver.Observation observation,
            BooleanSupplier stillOurs) {
        this.batch = batch;
        this.schema = schema;
        this.reading = reading;
        this.check = check;
        this.staging = staging;
        this.quarantine = quarantine;
        this.observation = observation;
        this.stillOurs = stillOurs;
    }

    /** The run was told to end. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Reads all parts, then all rejects; throws {@link MalformedRecords} when one is not what it says it is. */
    Tally gather(Spool spool, List<Part> parts) throws IOException, SQLException {
        newest = reading.newest(batch, parts);
        try (StagedRows out = staging.load()) {
            for (Part part : parts) {
                try {
                    read(spool, part, out);
                } catch (MalformedRecords malformed) {
                    throw new MalformedRecords("Part " + part.number() + " is malformed: " + malformed.sentence());
                } catch (NoSuchFileException gone) {
                    throw new IOException(
                            "Part " + part.number() + " is not in the spool, where it was put durably", gone);
                }
            }
            out.finish();
        }
        quarantine.flush();
        staging.settle();
        return tally;
    }

    /** Leaves one row per key: the first, with the others quarantined; of changes the last. */
    void settleDuplicates() {
        if (batch.mode() == Mode.CHANGES) {
            tally.superseded(staging.removeSuperseded());
        } else {
            staging.removeLaterDuplicates(this::quarantine);
        }
    }

    /** Quarantines rows that refer to records which are not there; where that is only a warning it is counted. */
    void settleReferences(Function<String, BoundSchema> published) {
        if (schema.references().isEmpty()) {
            return;
        }
        observation.referencesChecked(schema.references(), staging.upserts());
        List<StandardReference> references = new ArrayList<>();
        List<Staging.Pointer> pointers = new ArrayList<>();
        for (StandardReference reference : schema.references()) {
            Staging.Pointer pointer = new Staging.Pointer(reference.fields(), published.apply(reference.dataset()));
            if (reference.severity() == Severity.WARNING) {
                long dangling = staging.countDangling(pointer);
                tally.warned(dangling);
                observation.dangling(reference, dangling);
            } else {
                references.add(reference);
                pointers.add(pointer);
            }
        }
        staging.holdBackDangling(
                pointers,
                row -> holdBack(new QuarantinedRow(
                        row.position(),
                        row.row(),
                        row.values(),
                        row.broken().stream()
                                .map(i -> RowFindings.reference(references.get(i), schema, row.values()))
                                .toList())));
    }

    private void read(Spool spool, Part part, StagedRows out) throws IOException, SQLException {
        if (part.kind() == Kind.REJECTS) {
            readRejects(spool, part, out);
            return;
        }
        try (RecordReader rows = reading.rows(batch, part, spool.open(part))) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                long position = next();
                if (newest != null && row instanceof SourceRow.Parsed && !newest.keeps(readable++)) {
                    tally.superseded(1);
                    continue;
                }
                Long number = row.number();
                take(position, number == null ? position : number, row, out);
            }
        }
    }

    private void take(long position, long number, SourceRow row, StagedRows out) throws SQLException {
        switch (check.check(row)) {
            case Checked.Upsert upsert -> {
                tally.accepted(upsert.warnings().size());
                observation.accepted(upsert.values(), upsert.warnings());
                out.upsert(position, number, upsert.values());
            }
            case Checked.Delete delete -> {
                observation.deletion();
                out.delete(position, number, delete.key());
            }
            case Checked.Bad bad -> {
                QuarantinedRow quarantined = QuarantinedRow.of(position, number, row, bad.findings(), schema);
                quarantine(quarantined);
                observation.refused(record(row) ? quarantined.values() : null, quarantined.findings());
                if (row instanceof SourceRow.Parsed parsed) {
                    present(position, number, check.key(parsed), out);
                }
            }
        }
    }

    private void readRejects(Spool spool, Part part, StagedRows out) throws IOException, SQLException {
        try (RejectReader rows = new RejectReader(spool.open(part), schema)) {
            while (true) {
                QuarantinedRow row = rows.next(tally.received() + 1);
                if (row == null) {
                    return;
                }
                next();
                quarantine(row);
                observation.refused(row.values().isEmpty() ? null : row.values(), row.findings());
                present(row.position(), row.row(), check.key(row.values()), out);
            }
        }
    }

    /** A record that is there at the source, though not as it should be, is not deleted by a snapshot. */
    private void present(long position, long number, @Nullable List<Object> key, StagedRows out) throws SQLException {
        if (batch.mode() == Mode.SNAPSHOT && key != null) {
            out.present(position, number, key);
        }
    }

    private void quarantine(Staging.Duplicate duplicate) {
        StandardField first = schema.field(schema.key().getFirst()).orElseThrow();
        String shown = RowFindings.shown(first, duplicate.values().get(first.name()));
        Finding finding = RowFindings.duplicateKey(first.name(), shown == null ? "" : shown, duplicate.firstRow());
        holdBack(new QuarantinedRow(duplicate.position(), duplicate.row(), duplicate.values(), List.of(finding)));
    }

    /** Whether there is a whole record to look at. */
    private boolean record(SourceRow row) {
        return row instanceof SourceRow.Parsed parsed
                && !(batch.mode() == Mode.CHANGES && Objects.equals(parsed.op(), "D"));
    }

    private void holdBack(QuarantinedRow row) {
        quarantine(row);
        observation.heldBack(row.findings());
    }

    private void quarantine(QuarantinedRow row) {
        tally.quarantined(row.findings());
        quarantine.add(row);
    }

    private long next() {
        long position = tally.next();
        if (position % ROWS_BETWEEN_LOOKS == 0 && !stillOurs.getAsBoolean()) {
            throw new Abandoned();
        }
        return position;
    }
}
