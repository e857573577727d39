package org.exchangehub.schemas.minimisation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.schemas.Level;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.masking.Mask;
import org.exchangehub.schemas.masking.MaskRule;
import org.exchangehub.schemas.minimisation.Treatment.Clear;
import org.exchangehub.schemas.minimisation.Treatment.Hidden;
import org.exchangehub.schemas.minimisation.Treatment.Lookup;
import org.exchangehub.schemas.minimisation.Treatment.MaskSource;
import org.exchangehub.schemas.minimisation.Treatment.Masked;
import org.exchangehub.schemas.minimisation.Treatment.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the classification of a schema's fields and the terms of a grant into a treatment of every field. What the terms do not
 * name is hidden; what they name as clear is clear up to their level or by entitlement and masked otherwise; a masked field that
 * is part of the record's key is replaced by the recipient's token, so that records can still be told apart and joined.
 */
public final class Minimisation {

    private Minimisation() {}

    /** By field, all fields of the schema in its order. */
    public static Map<String, Treatment> compile(StandardSchema schema, Allowance terms) {
        Map<String, Treatment> treatments = new LinkedHashMap<>();
        for (StandardField field : schema.fields()) {
            treatments.put(field.name(), treatment(field, schema.key().contains(field.name()), terms));
        }
        return Collections.unmodifiableMap(treatments);
    }

    private static Treatment treatment(StandardField field, boolean key, Allowance terms) {
        Use use = terms.uses().get(field.name());
        return switch (use) {
            case null -> new Hidden(Reason.NOT_GRANTED);
            case LOOKUP -> new Lookup(Reason.FOR_LOOKUP);
            case MASKED -> masked(field, key, terms, Reason.ASKED_MASKED);
            case CLEAR -> {
                Reason reason = cleared(field, terms);
                yield reason == Reason.ABOVE_LEVEL ? masked(field, key, terms, reason) : new Clear(reason);
            }
        };
    }

    private static Reason cleared(StandardField field, Allowance terms) {
        Level maxLevel = terms.maxLevel();
        if (maxLevel == null) {
            return Reason.BEFORE_LEVELS;
        }
        if (field.level().compareTo(maxLevel) <= 0) {
            return Reason.WITHIN_LEVEL;
        }
        return terms.entitled().contains(field.name()) ? Reason.ENTITLED : Reason.ABOVE_LEVEL;
    }

    private static Masked masked(StandardField field, boolean key, Allowance terms, Reason reason) {
        if (key) {
            return new Masked(MaskRule.of(Mask.TOKEN), MaskSource.KEY, reason);
        }
        MaskRule own = field.masking();
        return instead(field, terms.masks().get(field.name()))
                .map(mask -> new Masked(MaskRule.of(mask), MaskSource.TERMS, reason))
                .orElseGet(
                        () -> new Masked(own, field.mask() == null ? MaskSource.DEFAULT : MaskSource.SCHEMA, reason));
    }

    /** The mask the terms put instead of the field's own, if they may. */
    private static Optional<Mask> instead(StandardField field, @Nullable Mask mask) {
        return Optional.ofNullable(mask).filter(each -> mayReplace(field, each));
    }

    /** Whether terms may put that mask instead of a field's own: it suits the type and shows nothing its own would not show. */
    public static boolean mayReplace(StandardField field, Mask mask) {
        Mask own = field.masking().mask();
        return mask != own && mask != Mask.HOLDER_NAME && mask.suits(field.type()) && mask.asStrictAs(own);
    }
}
