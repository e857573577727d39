package org.exchangehub.core.query;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.AvroCodec;
import org.exchangehub.schemas.encoding.RecordEncoding;
import org.exchangehub.schemas.encoding.RecordWriter;
import org.jspecify.annotations.Nullable;

/** What an export is written as. */
enum ExportFormat {

    /** An Avro object container with the schema of what is given, packed with deflate. */
    AVRO("avro", "application/avro", new RecordEncoding.AvroContainer(AvroCodec.DEFLATE)),

    /** RFC 4180 in UTF-8 with the byte order mark spreadsheets look for. */
    CSV("csv", "text/csv;charset=utf-8;header=present", new RecordEncoding.Csv(StandardCharsets.UTF_8, true, true)),

    /**
     * RFC 4180 in GB 18030, which holds all there is; programs that know only GBK read all of it but characters GBK does not have.
     */
    CSV_GB18030(
            "csv",
            "text/csv;charset=gb18030;header=present",
            new RecordEncoding.Csv(Charset.forName("GB18030"), false, true)),

    /** One JSON object per line. */
    NDJSON("ndjson", "application/x-ndjson", new RecordEncoding.JsonLines()),

    /** A workbook (ISO/IEC 29500) with one sheet, up to its limits. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", null);

    private final String extension;
    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // its records are; Avro's schema is in none of those used here
    private final @Nullable RecordEncoding encoding;

    ExportFormat(String extension, String mediaType, @Nullable RecordEncoding encoding) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.encoding = encoding;
    }

    String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }

    /** Writes records of a schema; the writer closes the stream. */
    RecordWriter writer(OutputStream out, StandardSchema schema) throws IOException {
        return encoding == null ? new WorkbookRecordWriter(out, schema) : encoding.writer(out, schema);
    }
}
