package org.exchangehub.core.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.exchangehub.core.access.Terms.EntitledField;
import org.exchangehub.core.access.Terms.GrantedField;
import org.exchangehub.core.access.Terms.MaskedField;
import org.exchangehub.schemas.Level;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.masking.Mask;
import org.exchangehub.schemas.minimisation.Allowance;
import org.exchangehub.schemas.minimisation.Minimisation;
import org.exchangehub.schemas.minimisation.Treatment;
import org.exchangehub.schemas.minimisation.Use;
import org.jspecify.annotations.Nullable;

/** Terms, which bind ids of fields, brought to {@link Minimisation}, which knows the fields of the current schema. */
final class Minimised {

    /** The level of terms that state none, and up to which the owner's steward sees a field as it is. */
    static final Level USUAL_LEVEL = Level.LEVEL_2;

    private Minimised() {}

    /** How the fields a grant's terms name are treated; a field that is no longer in the schema is not there. */
    static Map<String, Treatment> grant(Terms terms, StandardSchema schema) {
        return grant(terms.fields(), terms.level(), terms.entitled(), terms.masks(), schema);
    }

    /** The same, of terms not yet drawn up. */
    static Map<String, Treatment> grant(
            List<GrantedField> fields,
            @Nullable Level level,
            List<EntitledField> entitledFields,
            List<MaskedField> maskedFields,
            StandardSchema schema) {
        Map<Integer, String> names =
                schema.fields().stream().collect(Collectors.toMap(StandardField::id, StandardField::name));
        Map<String, Use> uses = new HashMap<>();
        fields.stream()
                .filter(field -> names.containsKey(field.id()))
                .forEach(field -> uses.put(
                        names.getOrDefault(field.id(), field.field()),
                        field.access().use()));
        Set<String> entitled = new HashSet<>();
        entitledFields.forEach(field -> entitled.add(names.getOrDefault(field.id(), "")));
        Map<String, Mask> masks = new HashMap<>();
        maskedFields.forEach(field ->
                Mask.named(field.mask()).ifPresent(mask -> masks.put(names.getOrDefault(field.id(), ""), mask)));
        return granted(schema, new Allowance(uses, level, entitled, masks));
    }

    /** How the steward of the department that owns the dataset sees its fields. */
    static Map<String, Treatment> owner(StandardSchema schema) {
        Map<String, Use> all =
                schema.fields().stream().collect(Collectors.toMap(StandardField::name, field -> Use.CLEAR));
        return granted(schema, new Allowance(all, USUAL_LEVEL, Set.of(), Map.of()));
    }

    /** Without the hidden ones, which decisions do not tell from fields that do not exist. */
    private static Map<String, Treatment> granted(StandardSchema schema, Allowance terms) {
        Map<String, Treatment> treatments = new HashMap<>(Minimisation.compile(schema, terms));
        treatments.values().removeIf(treatment -> !treatment.shown() && !treatment.comparable());
        return treatments;
    }
}
