package org.exchangehub.core.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.core.access.ApplicationRequest.FieldWish;
import org.exchangehub.core.access.Terms.EntitledField;
import org.exchangehub.core.access.Terms.GrantedField;
import org.exchangehub.core.access.Terms.MaskedField;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.schemas.Level;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.masking.Mask;
import org.exchangehub.schemas.minimisation.Minimisation;
import org.exchangehub.schemas.minimisation.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * The terms by which an application's fields are minimised: its level, the fields it asks for although above it, and masks stricter
 * than the schema's. What contradicts itself is refused rather than left without effect.
 *
 * @param maxLevel 1 to 4
 */
record MinimisationRules(int maxLevel, List<EntitledField> entitled, List<MaskedField> masks, StandardSchema schema) {

    /** Reads them and notes what is wrong. */
    static MinimisationRules of(ApplicationRequest request, StandardSchema schema, Violations found) {
        Integer asked = request.maxLevel();
        int level = asked == null ? Minimised.USUAL_LEVEL.number() : asked;
        if (level < Level.LEVEL_1.number() || level > Level.LEVEL_4.number()) {
            found.add("/maxLevel", "1 to 4; important and core data are shown by entitlement only", level + "");
            level = Minimised.USUAL_LEVEL.number();
        }
        List<EntitledField> entitled = entitled(request, schema, found);
        List<MaskedField> masks = masks(request, schema, found);
        return new MinimisationRules(level, entitled, masks, schema);
    }

    private static List<EntitledField> entitled(ApplicationRequest request, StandardSchema schema, Violations found) {
        List<String> names = request.entitled() == null ? List.of() : request.entitled();
        List<EntitledField> entitled = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (wish(request, name) != FieldAccess.CLEAR) {
                found.add("/entitled/" + i, "a field asked for as CLEAR", name);
            } else if (names.indexOf(name) != i) {
                found.add("/entitled/" + i, "each field once", name);
            } else {
                schema.field(name).ifPresent(field -> entitled.add(new EntitledField(field.id(), field.name())));
            }
        }
        return entitled;
    }

    private static List<MaskedField> masks(ApplicationRequest request, StandardSchema schema, Violations found) {
        Map<String, String> asked = request.masks() == null ? Map.of() : request.masks();
        List<MaskedField> masks = new ArrayList<>();
        asked.forEach((name, word) -> {
            String pointer = "/masks/" + name.replace("~", "~0").replace("/", "~1");
            Optional<StandardField> field = schema.field(name);
            FieldAccess access = wish(request, name);
            boolean clear = request.entitled() != null && request.entitled().contains(name);
            if (field.isEmpty() || access == null || access == FieldAccess.LOOKUP || clear) {
                found.add(pointer, "a field asked for as MASKED, or as CLEAR above the level and not entitled", word);
            } else if (schema.key().contains(name)) {
                found.add(pointer, "no field of the key: masked, it is shown as the recipient's token", word);
            } else {
                stricter(field.get(), word, pointer, found).ifPresent(masks::add);
            }
        });
        return masks;
    }

    private static Optional<MaskedField> stricter(StandardField field, String word, String pointer, Violations found) {
        Optional<Mask> mask =
                Optional.ofNullable(word).flatMap(Mask::named).filter(each -> Minimisation.mayReplace(field, each));
        if (mask.isEmpty()) {
            List<String> possible = Mask.suiting(field.type()).stream()
                    .filter(each -> Minimisation.mayReplace(field, each))
                    .map(Mask::word)
                    .toList();
            found.add(
                    pointer,
                    "a mask stricter than the field's own, " + field.masking().text() + ": one of " + possible,
                    word);
        }
        return mask.map(each -> new MaskedField(field.id(), field.name(), each.word()));
    }

    private static @Nullable FieldAccess wish(ApplicationRequest request, String name) {
        List<FieldWish> wishes = request.fields() == null ? List.of() : request.fields();
        return wishes.stream()
                .filter(wish -> wish.field() != null && wish.field().equals(name))
                .map(FieldWish::access)
                .findFirst()
                .orElse(null);
    }

    /** What comes of the fields with these terms. */
    Collection<Treatment> treatments(List<GrantedField> fields) {
        return Minimised.grant(fields, Level.of(maxLevel), entitled, masks, schema)
                .values();
    }
}
