package org.exchangehub.schemas.encoding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.exchangehub.schemas.StandardSchema;

/** A way records are written in a stream. Readers take streams from anyone; what they refuse is {@link MalformedRecords}. */
public sealed interface RecordEncoding {

    /**
     * Reads records of the schema; the reader closes the stream.
     *
     * @throws MalformedRecords when it can be told at once that the stream is not what it should be
     */
    RecordReader reader(InputStream in, StandardSchema schema, Limits limits) throws IOException;

    /**
     * Writes records of the schema; the writer closes the stream.
     *
     * @throws IllegalArgumentException when this encoding is for reading only, or for another schema
     */
    RecordWriter writer(OutputStream out, StandardSchema schema) throws IOException;

    /** Looks for what can be told without reading all; by default, whether a first row can be read. Closes the stream. */
    default void inspect(InputStream in, StandardSchema schema, Limits limits) throws IOException {
        try (RecordReader rows = reader(in, schema, limits)) {
            rows.next();
        }
    }

    /** All rows of a stream that is in memory. */
    default List<SourceRow> rows(byte[] bytes, StandardSchema schema, Limits limits) {
        List<SourceRow> rows = new ArrayList<>();
        try (RecordReader reader = reader(new ByteArrayInputStream(bytes), schema, limits)) {
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be read", e);
        }
    }

    /** An Avro object container, read in any codec {@link AvroCodec} knows and written in this one. */
    record AvroContainer(AvroCodec codec) implements RecordEncoding {

        @Override
        public RecordReader reader(InputStream in, StandardSchema schema, Limits limits) throws IOException {
            return new AvroContainerReader(in, schema, limits);
        }

        @Override
        public RecordWriter writer(OutputStream out, StandardSchema schema) throws IOException {
            return new AvroContainerWriter(out, schema, schema.avro(), codec);
        }

        @Override
        public void inspect(InputStream in, StandardSchema schema, Limits limits) throws IOException {
            try (AvroContainerReader rows = new AvroContainerReader(in, schema, limits)) {
                rows.inspect();
            }
        }
    }

    /** Avro binary, record behind record; read as written with this schema, written in the dataset's own. */
    record AvroBinary(Schema writer) implements RecordEncoding {

        @Override
        public RecordReader reader(InputStream in, StandardSchema schema, Limits limits) {
            return new AvroStreamReader(in, writer, null, schema, limits);
        }

        @Override
        public RecordWriter writer(OutputStream out, StandardSchema schema) {
            return new AvroStreamWriter(out, own(writer, schema), new byte[0]);
        }

        private static StandardSchema own(Schema writer, StandardSchema schema) {
            if (!writer.equals(schema.avro())) {
                throw new IllegalArgumentException(
                        "expected the schema of " + schema.dataset() + " to write with, found " + writer.getFullName());
            }
            return schema;
        }
    }

    /** Messages of the Confluent wire format, one behind another; {@link WireFormat} takes a single one apart. */
    record ConfluentWire(int schemaId, Schema writer) implements RecordEncoding {

        public ConfluentWire {
            WireFormat.known(schemaId);
        }

        @Override
        public RecordReader reader(InputStream in, StandardSchema schema, Limits limits) {
            return new AvroStreamReader(in, writer, schemaId, schema, limits);
        }

        @Override
        public RecordWriter writer(OutputStream out, StandardSchema schema) {
            return new AvroStreamWriter(out, AvroBinary.own(writer, schema), WireFormat.header(schemaId));
        }
    }

    /**
     * Messages of the Confluent wire format, each behind its length as four bytes, big-endian; for reading only.
     *
     * @param writers the schema with an id, if it is one whose records the stream may hold
     */
    record WireFrames(IntFunction<Optional<Schema>> writers) implements RecordEncoding {

        @Override
        public RecordReader reader(InputStream in, StandardSchema schema, Limits limits) {
            return new WireFramesReader(in, writers, schema, limits);
        }

        @Override
        public RecordWriter writer(OutputStream out, StandardSchema schema) {
            throw new IllegalArgumentException("messages behind their lengths are read, not written");
        }

        @Override
        public void inspect(InputStream in, StandardSchema schema, Limits limits) throws IOException {
            try (WireFramesReader messages = new WireFramesReader(in, writers, schema, limits)) {
                messages.inspect();
            }
        }
    }

    /** One JSON array of objects, UTF-8. */
    record JsonArray() implements RecordEncoding {

        @Override
        public RecordReader reader(InputStream in, StandardSchema schema, Limits limits) throws IOException {
            return new JsonArrayReader(in, schema, limits);
        }

        @Override
        public RecordWriter writer(OutputStream out, StandardSchema schema) throws IOException {
            return new JsonRecordWriter(out, schema, true);
        }
    }

    /** One JSON object per line, UTF-8. */
    record JsonLines() implements RecordEncoding {

        @Override
        public RecordReader reader(InputStream in, StandardSchema schema, Limits limits) {
            return new JsonLinesReader(in, schema, limits);
        }

        @Override
        public RecordWriter writer(OutputStream out, StandardSchema schema) throws IOException {
            return new JsonRecordWriter(out, schema, false);
        }
    }

    /**
     * Comma-separated, quoted by RFC 4180, with a header of field names.
     *
     * @param charset of the text, unless a byte order mark names another; GB18030 reads GBK too
     * @param byteOrderMark whether one is written, without which spreadsheets do not read UTF-8
     * @param neutralised whether an apostrophe is written before text that a spreadsheet would take for a formula; such a file does
     *     not give back what was written
     */
    record Csv(Charset charset, boolean byteOrderMark, boolean neutralised) implements RecordEncoding {

        /** As machines exchange it: UTF-8, no mark, nothing changed. */
        public static final Csv PLAIN = new Csv(StandardCharsets.UTF_8, false, false);

        public Csv {
            if (byteOrderMark && !charset.name().startsWith("UTF-")) {
                throw new IllegalArgumentException(charset + " has no byte order mark");
            }
        }

        @Override
        public RecordReader reader(InputStream in, StandardSchema schema, Limits limits) throws IOException {
            return new CsvRecordReader(in, charset, schema, limits);
        }

        @Override
        public RecordWriter writer(OutputStream out, StandardSchema schema) throws IOException {
            return new CsvRecordWriter(out, schema, this);
        }
    }
}
