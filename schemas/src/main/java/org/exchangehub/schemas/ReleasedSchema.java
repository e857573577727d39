package org.exchangehub.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.exchangehub.schemas.value.FieldType;

/** The shape of what a recipient is given of a dataset: some of its fields, some of them masked. */
public final class ReleasedSchema {

    private static final String TITLE = "hub.title";

    private ReleasedSchema() {}

    /**
     * The schema of records as they are given out, for writing them: the fields in the dataset's order with their titles, those in
     * clear in their types, masked ones as text that may be missing. It has no checks and no rules, and the dataset's key only where
     * all of it is given in clear.
     *
     * @param clear names of fields given as they are
     * @param masked names of fields given masked; fields of neither set are left out
     * @throws IllegalArgumentException when nothing is given
     */
    public static StandardSchema of(StandardSchema dataset, Set<String> clear, Set<String> masked) {
        List<StandardField> fields = new ArrayList<>();
        List<Schema.Field> written = new ArrayList<>();
        for (StandardField field : dataset.fields()) {
            Schema.Field own = dataset.avro().getField(field.name());
            if (clear.contains(field.name())) {
                fields.add(field);
                written.add(titled(new Schema.Field(field.name(), own.schema(), own.doc(), own.defaultVal()), own));
            } else if (masked.contains(field.name())) {
                fields.add(text(field));
                written.add(titled(new Schema.Field(field.name(), optionalText(), own.doc(), Schema.NULL_VALUE), own));
            }
        }
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("expected at least one field to be given, found none");
        }
        Schema avro = Schema.createRecord(
                dataset.avro().getName(),
                dataset.avro().getDoc(),
                dataset.avro().getNamespace(),
                false,
                written);
        List<String> key = clear.containsAll(dataset.key()) ? dataset.key() : List.of();
        return new StandardSchema(avro, dataset.dataset(), dataset.title(), key, fields, List.of(), List.of());
    }

    private static Schema.Field titled(Schema.Field field, Schema.Field own) {
        Object title = own.getObjectProp(TITLE);
        if (title != null) {
            field.addProp(TITLE, title);
        }
        return field;
    }

    private static Schema optionalText() {
        return Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
    }

    private static StandardField text(StandardField field) {
        return new StandardField(
                field.name(),
                field.id(),
                field.title(),
                FieldType.STRING,
                true,
                null,
                null,
                List.of(),
                field.level(),
                null,
                FilterKind.NONE,
                null,
                field.aliases());
    }
}
