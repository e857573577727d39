package org.exchangehub.core.insight;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.exchangehub.schemas.encoding.SpreadsheetText;
import org.exchangehub.tlog.Hash;
import tools.jackson.databind.JsonNode;

/** Entries of the log written into a file, one after the other. */
interface Excerpt extends AutoCloseable {

    void add(long index, byte[] leaf, JsonNode parsed) throws IOException;

    /** Writes what is left, and leaves the stream open. */
    @Override
    void close() throws IOException;

    /** A JSON object per line, the leaf's bytes unchanged: whoever has the log's tiles can look the hash up there. */
    final class Lines implements Excerpt {

        private final GZIPOutputStream out;

        Lines(OutputStream out) throws IOException {
            this.out = new GZIPOutputStream(out, 1 << 16);
        }

        @Override
        public void add(long index, byte[] leaf, JsonNode parsed) throws IOException {
            String before = "{\"index\":" + index + ",\"leafHash\":\""
                    + Hash.ofLeaf(leaf).base64() + "\",\"entry\":";
            out.write(before.getBytes(StandardCharsets.US_ASCII));
            out.write(leaf);
            out.write("}\n".getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            out.finish();
        }
    }

    /** Rows for spreadsheets. What a spreadsheet would take for a formula is given an apostrophe in front (OWASP, CSV injection). */
    final class Rows implements Excerpt {

        private static final List<String> MEMBERS = List.of(
                "at",
                "kind",
                "outcome",
                "who/department",
                "who/subject",
                "who/client",
                "dataset",
                "purpose",
                "grant",
                "fields",
                "filter",
                "rows",
                "details",
                "traceId");

        private final CsvWriter csv;

        Rows(OutputStream out) throws IOException {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\uFEFF');
            this.csv = CsvWriter.builder().build(writer);
            csv.writeRecord(Stream.concat(Stream.of("index"), MEMBERS.stream()).toList());
        }

        @Override
        public void add(long index, byte[] leaf, JsonNode parsed) {
            csv.writeRecord(Stream.concat(
                            Stream.of(Long.toString(index)),
                            MEMBERS.stream().map(member -> SpreadsheetText.inert(cell(parsed.at("/" + member)))))
                    .toList());
        }

        private static String cell(JsonNode value) {
            if (value.isArray()) {
                return value.values().stream().map(JsonNode::asString).collect(Collectors.joining(", "));
            }
            return value.isObject() ? value.toString() : value.asString("");
        }

        @Override
        public void close() throws IOException {
            csv.flush();
        }
    }
}
