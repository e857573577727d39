package org.exchangehub.core.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.parquet.ParquetFiles;
import org.exchangehub.core.parquet.ParquetRefused;
import org.exchangehub.core.parquet.Shape;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.AvroCodec;
import org.exchangehub.schemas.encoding.Limits;
import org.exchangehub.schemas.encoding.MalformedRecords;
import org.exchangehub.schemas.encoding.RecordEncoding;
import org.exchangehub.schemas.encoding.RecordReader;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.mapping.NewestRows;
import org.exchangehub.schemas.table.MappedTable;
import org.exchangehub.schemas.table.SourceTable;
import org.exchangehub.schemas.table.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens what is in a part as rows of its batch's schema. What is malformed is refused with {@link MalformedRecords}. */
@Component
class PartReading {

    /** Columns named in a refusal. */
    private static final int MOST_NAMED = 30;

    private final Contracts contracts;
    private final ParquetFiles parquet;
    private final OwnersFiles owners;
    private final Spool spool;
    private final IngestSettings settings;

    PartReading(Contracts contracts, ParquetFiles parquet, OwnersFiles owners, Spool spool, IngestSettings settings) {
        this.contracts = contracts;
        this.parquet = parquet;
        this.owners = owners;
        this.spool = spool;
        this.settings = settings;
    }

    /** All rows; the reader closes the content. */
    RecordReader rows(Batch batch, Part part, InputStream content) throws IOException {
        StandardSchema schema = schema(batch);
        if (batch.mapping() != null) {
            return new MappedTable(owners.open(part, content, true), Mapping.parse(batch.mapping()), schema);
        }
        if (part.format() != PartFormat.PARQUET) {
            return encoding(batch, part.format()).reader(content, schema, Limits.STANDARD);
        }
        try (content) {
            return new ParquetRecords(parquet.open(content, spool.scratch(), Shape.WHOLE, longest(part)), schema);
        } catch (ParquetRefused refused) {
            throw ParquetRecords.malformed(refused);
        }
    }

    /** Looks for what can be told at once, of Parquet also whether a first row can be read; closes the content. */
    void inspect(Batch batch, Part part, InputStream content) throws IOException {
        try (content) {
            if (batch.mapping() != null) {
                lookAtColumns(Mapping.parse(batch.mapping()), schema(batch), part, content);
            } else if (part.format() == PartFormat.PARQUET) {
                try (RecordReader rows = new ParquetRecords(
                        parquet.look(content, spool.scratch(), Shape.WHOLE, longest(part)), schema(batch))) {
                    rows.next();
                }
            } else {
                encoding(batch, part.format()).inspect(content, schema(batch), Limits.STANDARD);
            }
        } catch (ParquetRefused refused) {
            throw ParquetRecords.malformed(refused);
        }
    }

    /** Where all rows have the same columns the first tells whether the mapping finds those it cannot do without. */
    private void lookAtColumns(Mapping mapping, StandardSchema schema, Part part, InputStream content)
            throws IOException {
        try (SourceTable table = owners.open(part, content, false)) {
            TableRow first = table.next();
            if (first == null || part.format() == PartFormat.NDJSON || part.format() == PartFormat.JSON) {
                return;
            }
            List<String> missing = mapping.unfilled(first.values().keySet()).stream()
                    .filter(name -> schema.field(name).stream().anyMatch(field -> !field.nullable()))
                    .toList();
            if (!missing.isEmpty()) {
                throw new MalformedRecords("Expected columns from which the mapping fills " + missing + ", found "
                        + first.values().keySet().stream().limit(MOST_NAMED).toList());
            }
        }
    }

    /**
     * Looks through the parts for the newest row of each key.
     *
     * @return null when the batch's mapping does not ask for it
     */
    @Nullable
    NewestRows newest(Batch batch, List<Part> parts) throws IOException {
        Mapping mapping = batch.mapping() == null ? null : Mapping.parse(batch.mapping());
        NewestRows newest = mapping == null ? null : mapping.newest().orElse(null);
        if (mapping == null || newest == null) {
            return null;
        }
        for (Part part : parts) {
            if (part.kind() == Part.Kind.PART) {
                try (MappedTable rows =
                        new MappedTable(owners.open(part, spool.open(part), true), mapping, schema(batch))) {
                    rows.offerTo(newest);
                } catch (NewestRows.TooManyKeys many) {
                    throw new MalformedRecords(String.valueOf(many.getMessage()));
                }
            }
        }
        return newest;
    }

    private StandardSchema schema(Batch batch) {
        return contracts.version(batch.dataset(), batch.schemaVersion()).schema();
    }

    /** Parquet is packed by itself: what may become of it is bounded as of a part that comes compressed. */
    private long longest(Part part) {
        return UnpackedContent.limit(part.bytes(), settings);
    }

    private RecordEncoding encoding(Batch batch, PartFormat format) {
        return switch (format) {
            case AVRO -> new RecordEncoding.AvroContainer(AvroCodec.NULL);
            case NDJSON -> new RecordEncoding.JsonLines();
            case JSON -> new RecordEncoding.JsonArray();
            case CSV -> RecordEncoding.Csv.PLAIN;
            case AVRO_WIRE -> wire(batch);
            case PARQUET, XLSX -> throw new IllegalArgumentException(format + " is no stream of records");
        };
    }

    /** Messages in any version of the dataset's schema that is published, or in the batch's own. */
    private RecordEncoding wire(Batch batch) {
        Map<Integer, Schema> writers = contracts.versions(batch.dataset()).stream()
                .filter(version ->
                        version.state() == BoundSchema.State.PUBLISHED || version.version() == batch.schemaVersion())
                .collect(Collectors.toMap(
                        BoundSchema::registryId, version -> version.schema().avro(), (first, second) -> second));
        return new RecordEncoding.WireFrames(id -> Optional.ofNullable(writers.get(id)));
    }
}
