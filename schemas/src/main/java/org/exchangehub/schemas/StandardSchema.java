package org.exchangehub.schemas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.exchangehub.schemas.value.LocalizedText;

/** A dataset's Avro schema with the hub's properties read, checked and typed. */
public final class StandardSchema {

    private final Schema avro;
    private final String dataset;
    private final LocalizedText title;
    private final List<String> key;
    private final List<StandardField> fields;
    private final List<StandardRule> rules;
    private final List<StandardReference> references;
    private final Map<String, StandardField> byName;

    StandardSchema(
            Schema avro,
            String dataset,
            LocalizedText title,
            List<String> key,
            List<StandardField> fields,
            List<StandardRule> rules,
            List<StandardReference> references) {
        this.avro = avro;
        this.dataset = dataset;
        this.title = title;
        this.key = List.copyOf(key);
        this.fields = List.copyOf(fields);
        this.rules = List.copyOf(rules);
        this.references = List.copyOf(references);
        Map<String, StandardField> names = new HashMap<>();
        fields.forEach(field -> names.put(field.name(), field));
        this.byName = Map.copyOf(names);
    }

    /**
     * Reads an Avro schema with {@code hub.*} properties.
     *
     * @throws SchemaRefused when it is not JSON or Avro, or holds a property, check, mask, code list, level, filter, rule or
     *     type this library does not know; all reasons at once, each with its path
     */
    public static StandardSchema parse(String avsc) {
        return SchemaParser.parse(avsc);
    }

    /** Avro's full name of the record. */
    public String fullName() {
        return avro.getFullName();
    }

    /** The dataset it was made for ({@code hub.dataset}), e.g. {@code legal-person}. */
    public String dataset() {
        return dataset;
    }

    public LocalizedText title() {
        return title;
    }

    /** Names of the key fields, in order; never empty, never nullable fields. */
    public List<String> key() {
        return key;
    }

    /** In the order of the schema. */
    public List<StandardField> fields() {
        return fields;
    }

    public Optional<StandardField> field(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The rules across fields. */
    public List<StandardRule> rules() {
        return rules;
    }

    /** The rules that fields name records of other datasets. */
    public List<StandardReference> references() {
        return references;
    }

    public Schema avro() {
        return avro;
    }

    /** The Avro type of one of its fields' values, without null. */
    public Schema valueSchema(StandardField field) {
        return FieldParser.value(avro.getField(field.name()).schema());
    }

    /** The highest level of its fields: a dataset is as sensitive as its most sensitive field. */
    public Level level() {
        return fields.stream().map(StandardField::level).max(Level::compareTo).orElse(Level.LEVEL_1);
    }
}
