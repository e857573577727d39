package org.exchangehub.core.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.exchangehub.core.publication.PublishedRecord;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.minimisation.SubjectFields;
import org.jspecify.annotations.Nullable;

/** Whom a record is about, as the access log is told: by its key, and by the numbers of persons and enterprises it names. */
final class Subjects {

    private Subjects() {}

    /** What has to be read so that the subjects can be told, whether the receiver sees it or not. */
    static List<String> read(StandardSchema schema, List<String> shown) {
        return Stream.concat(shown.stream(), SubjectFields.of(schema).stream().map(StandardField::name))
                .distinct()
                .toList();
    }

    /** Of a record read with {@link #read}. */
    static Stream<String> of(StandardSchema schema, PublishedRecord record) {
        return Stream.concat(
                        Stream.of(RecordKey.text(record.key().values())),
                        SubjectFields.of(schema).stream()
                                .map(field ->
                                        canonical(schema, field, record.values().get(field.name())))
                                .filter(Objects::nonNull))
                .distinct();
    }

    /** Whom a question is about that may have found nothing: the keys or numbers it asks by. */
    static Stream<String> claimed(StandardSchema schema, Map<String, List<String>> equalities) {
        return Stream.concat(
                        keys(schema, equalities),
                        SubjectFields.of(schema).stream()
                                .flatMap(field -> equalities.getOrDefault(field.name(), List.of()).stream()
                                        .map(value -> canonical(schema, field, value))
                                        .filter(Objects::nonNull)))
                .distinct();
    }

    private static Stream<String> keys(StandardSchema schema, Map<String, List<String>> equalities) {
        return keyValues(schema, equalities).stream().map(RecordKey::text);
    }

    /** The keys asked by, each with its values in the schema's order; of a key of several fields only one asked for exactly. */
    static List<List<String>> keyValues(StandardSchema schema, Map<String, List<String>> equalities) {
        List<List<String>> parts = schema.key().stream()
                .map(field -> equalities.getOrDefault(field, List.of()))
                .toList();
        if (parts.size() == 1) {
            return parts.getFirst().stream()
                    .map(value -> List.of(value.strip()))
                    .toList();
        }
        return parts.stream().allMatch(part -> part.size() == 1)
                ? List.of(parts.stream().map(part -> part.getFirst().strip()).toList())
                : List.of();
    }

    private static @Nullable String canonical(StandardSchema schema, StandardField field, @Nullable Object value) {
        SubjectFields.Kind kind = SubjectFields.kind(schema, field);
        return kind == null || value == null ? null : kind.canonical(value.toString());
    }
}
