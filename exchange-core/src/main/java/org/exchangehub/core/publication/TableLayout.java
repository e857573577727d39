package org.exchangehub.core.publication;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exchangehub.schemas.FilterKind;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.minimisation.SubjectFields;
import org.exchangehub.schemas.value.FieldType;

/**
 * How a dataset's schema becomes a table: {@code shared.d<number>} with a column {@code f<hub.id>} per field. Names are
 * generated because a PostgreSQL identifier holds 63 bytes, 21 Chinese characters.
 */
record TableLayout(long number, StandardSchema schema) {

    /** Columns a row has beside its fields. */
    private static final String VERSION_COLUMNS =
            "seq bigint not null, released_from bigint not null, released_to bigint, deleted_seq bigint";

    private static final String CURRENT = " where released_to is null";

    /** Grows when a table gets something more than in the hub before, so that tables of an earlier hub get it. */
    static final int GENERATION = 3;

    String table() {
        return "shared." + name();
    }

    private String name() {
        return "d" + number;
    }

    static String column(StandardField field) {
        return "f" + field.id();
    }

    Optional<String> column(String field) {
        return schema.field(field).map(TableLayout::column);
    }

    List<String> columns() {
        return schema.fields().stream().map(TableLayout::column).toList();
    }

    List<StandardField> keyFields() {
        return schema.key().stream()
                .map(schema::field)
                .flatMap(Optional::stream)
                .toList();
    }

    List<String> keyColumns() {
        return keyFields().stream().map(TableLayout::column).toList();
    }

    List<String> otherColumns() {
        List<String> key = keyColumns();
        return columns().stream().filter(column -> !key.contains(column)).toList();
    }

    /** The columns of an alias, joined by commas: {@code t.f1, t.f2}. */
    static String of(String alias, List<String> columns) {
        return columns.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    /** Equality of two aliases' keys; keys are never null. */
    String sameKey(String left, String right) {
        return keyColumns().stream()
                .map(column -> left + "." + column + " = " + right + "." + column)
                .collect(Collectors.joining(" and "));
    }

    /** Makes the table, or what of it is not there yet, without reading a row; existing columns are never touched. */
    List<String> creation() {
        String columns = schema.fields().stream()
                .map(field -> "add column if not exists " + definition(field))
                .collect(Collectors.joining(", "));
        return List.of(
                "create table if not exists " + table() + " (" + VERSION_COLUMNS + ")",
                "alter table " + table() + " " + columns,
                "grant select, insert, update on " + table() + " to hub_release",
                "grant select on " + table() + " to hub_reader");
    }

    /**
     * An index of the table.
     *
     * @param where {@code where} and the condition of a partial index, or nothing
     */
    record Index(String name, boolean unique, String columns, String where) {

        /** @param concurrently whether the table stays open to writers meanwhile, which takes a statement of its own */
        String statement(String table, boolean concurrently) {
            return "create " + (unique ? "unique " : "") + "index " + (concurrently ? "concurrently " : "")
                    + "if not exists " + name + " on " + table + " (" + columns + ")" + where;
        }
    }

    /** Without these rows cannot be merged. */
    List<Index> keys() {
        return List.of(
                new Index(name() + "_key", true, String.join(", ", keyColumns()), CURRENT),
                new Index(name() + "_seq", true, "seq", ""),
                new Index(name() + "_deleted_seq", true, "deleted_seq", " where deleted_seq is not null"));
    }

    /** These make readings fast. */
    List<Index> lookups() {
        Index ended = new Index(
                name() + "_ended",
                false,
                String.join(", ", keyColumns()) + ", released_to",
                " where released_to is not null");
        return Stream.concat(
                        Stream.concat(Stream.of(ended), subjects()),
                        schema.fields().stream()
                                .filter(field -> field.filter() != FilterKind.NONE && indexable(field.type()))
                                .map(TableLayout::column)
                                .map(column -> new Index(name() + "_" + column, false, column, CURRENT)))
                .toList();
    }

    /** Ended rows by whom they name, for those who ask who looked at their data; current ones have an index as lookups. */
    private Stream<Index> subjects() {
        return SubjectFields.of(schema).stream()
                .filter(field -> !schema.key().getFirst().equals(field.name()))
                .map(TableLayout::column)
                .map(column ->
                        new Index(name() + "_" + column + "_ended", false, column, " where released_to is not null"));
    }

    private static boolean indexable(FieldType type) {
        return type.kind() != FieldType.Kind.JSON && type.kind() != FieldType.Kind.BYTES;
    }

    /** Name and type of all field columns, as a staging table has them. */
    String definitions() {
        return schema.fields().stream().map(TableLayout::definition).collect(Collectors.joining(", "));
    }

    private static String definition(StandardField field) {
        return column(field) + " " + type(field.type());
    }

    /** Integers are bigint, floats double and decimals unbounded, so that a widened field rewrites nothing. */
    static String type(FieldType type) {
        return switch (type.kind()) {
            case STRING -> "text";
            case LONG, INTEGER -> "bigint";
            case DOUBLE -> "double precision";
            case DECIMAL -> "numeric";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "timestamptz";
            case BYTES -> "bytea";
            case JSON -> "jsonb";
        };
    }
}
