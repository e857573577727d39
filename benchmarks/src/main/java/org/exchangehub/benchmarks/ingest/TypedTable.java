package org.exchangehub.benchmarks.ingest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.exchangehub.benchmarks.population.PopulationRecords;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.exchangehub.schemas.FilterKind;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.FieldType;

/** A plain logged table of the twelve fields with the same field indexes, for tools that keep no history. */
final class TypedTable {

    static final String NAME = "bench.residents";

    private TypedTable() {}

    static void make(HubUnderTest engines) {
        StandardSchema schema = PopulationRecords.schema();
        List<StandardField> fields = PopulationRecords.FIELDS.stream()
                .map(name -> schema.field(name).orElseThrow())
                .toList();
        engines.sql("drop table if exists " + NAME);
        engines.sql("create table " + NAME + " ("
                + fields.stream().map(TypedTable::definition).collect(Collectors.joining(", ")) + ", primary key ("
                + column(schema.key().getFirst()) + "))");
        fields.stream()
                .filter(field ->
                        field.filter() != FilterKind.NONE && !schema.key().contains(field.name()))
                .forEach(field -> engines.sql("create index on " + NAME + " (" + column(field.name()) + ")"));
    }

    private static String definition(StandardField field) {
        return column(field.name())
                + (field.type().kind() == FieldType.Kind.DATE ? " date" : " text")
                + (field.nullable() ? "" : " not null");
    }

    /** Lower case, so that no tool needs to quote it. */
    static String column(String field) {
        return field.toLowerCase(Locale.ROOT);
    }

    static List<String> columns() {
        return PopulationRecords.FIELDS.stream().map(TypedTable::column).toList();
    }
}
