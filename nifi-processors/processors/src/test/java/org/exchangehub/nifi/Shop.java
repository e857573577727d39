package org.exchangehub.nifi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** A small dataset for tests: its schema, its mapping, and rows on their way. */
final class Shop {

    static final String SCHEMA_PATH = "/api/v1/datasets/207001-000001/schema";
    static final String MAPPING_PATH = "/api/v1/sources/trial/mapping";

    static final String MAPPING = """
            {"version": 1, "fields": [
              {"to": "code", "from": ["bm", "编码"], "transforms": ["trim", "upper"]},
              {"to": "name", "from": ["mc", "名称"], "transforms": ["trim"]},
              {"to": "opened", "from": ["kyrq"], "transforms": [{"date": ["yyyyMMdd", "yyyy-MM-dd"]}]}]}
            """;

    private Shop() {}

    /** The hub's answer with the schema in version 3. */
    static String schemaAnswer() {
        try (InputStream in = Shop.class.getResourceAsStream("shop.avsc")) {
            if (in == null) {
                throw new AssertionError("shop.avsc is missing");
            }
            return "{\"version\":3,\"avro\":" + new String(in.readAllBytes(), StandardCharsets.UTF_8) + "}";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An Avro container of mapped rows, numbered from 1. */
    @SafeVarargs
    static byte[] mapped(Map<String, @Nullable String>... rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> fields = List.of("code", "name", "opened", "changed", "capital", "staff", "area", "chain", "tags");
        try (MappedRows mapped = new MappedRows(MappedRows.schema(fields, false), out)) {
            for (int i = 0; i < rows.length; i++) {
                mapped.append(i + 1, null, rows[i], null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static List<GenericRecord> records(byte[] avro) {
        try (DataFileStream<GenericRecord> in =
                new DataFileStream<>(new ByteArrayInputStream(avro), new GenericDatumReader<>())) {
            List<GenericRecord> records = new ArrayList<>();
            in.forEach(records::add);
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
