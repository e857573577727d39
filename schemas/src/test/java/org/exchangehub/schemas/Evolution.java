package org.exchangehub.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** Whether two versions of one model keep the promises of VERSIONING.md. */
final class Evolution {

    private Evolution() {}

    static List<String> breaks(StandardSchema one, StandardSchema other) {
        List<String> breaks = new ArrayList<>();
        reads(one.avro(), other.avro(), breaks);
        reads(other.avro(), one.avro(), breaks);
        if (!one.key().equals(other.key())) {
            breaks.add("key " + one.key() + " became " + other.key());
        }
        for (StandardField field : one.fields()) {
            for (StandardField later : other.fields()) {
                boolean renamed = later.aliases().contains(field.name())
                        || field.aliases().contains(later.name());
                boolean same = field.name().equals(later.name()) || renamed;
                if (same != (field.id() == later.id())) {
                    breaks.add(
                            "id " + later.id() + " of " + later.name() + ", id " + field.id() + " of " + field.name());
                }
            }
        }
        return breaks;
    }

    private static void reads(Schema reader, Schema writer, List<String> breaks) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
            breaks.add(String.valueOf(result.getDescription()));
        }
    }
}
