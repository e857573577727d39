package org.exchangehub.core.ingest;

import java.io.IOException;
import java.io.InputStream;
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
import org.springframework.stereotype.Component;

/** Opens what is in a part as rows of its batch's schema. What is malformed is refused with {@link MalformedRecords}. */
@Component
class PartReading {

    private final Contracts contracts;
    private final ParquetFiles parquet;
    private final Spool spool;
    private final IngestSettings settings;

    PartReading(Contracts contracts, ParquetFiles parquet, Spool spool, IngestSettings settings) {
        this.contracts = contracts;
        this.parquet = parquet;
        this.spool = spool;
        this.settings = settings;
    }

    /** All rows; the reader closes the content. */
    RecordReader rows(Batch batch, Part part, InputStream content) throws IOException {
        StandardSchema schema = schema(batch);
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
            if (part.format() == PartFormat.PARQUET) {
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
            case CSV -> RecordEncoding.Csv.PLAIN;
            case AVRO_WIRE -> wire(batch);
            case PARQUET -> throw new IllegalArgumentException("Parquet is no stream of records");
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
