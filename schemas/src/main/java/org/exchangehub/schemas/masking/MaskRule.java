package org.exchangehub.schemas.masking;

import java.util.Optional;
import org.exchangehub.schemas.identifiers.SocialCreditCode;
import org.jspecify.annotations.Nullable;

/**
 * A mask as a schema states it: {@code name}, or with the field it goes by, {@code holderName:unifiedSocialCreditCode}.
 *
 * @param field the other field of the record it needs; set for {@link Mask#HOLDER_NAME} only
 */
public record MaskRule(Mask mask, @Nullable String field) {

    /** Begins the codes of sole traders, 个体工商户 (GB 32100-2015: administration 9, kind 2). */
    private static final String SOLE_TRADER = "92";

    public MaskRule {
        if (mask.withField() != (field != null)) {
            throw new IllegalArgumentException(mask.word()
                    + (field == null ? " needs the field of the code, as in holderName:code" : " takes no field"));
        }
    }

    public static MaskRule of(Mask mask) {
        return new MaskRule(mask, null);
    }

    /** Reads {@code mask} or {@code mask:field}; empty when there is no such mask or the field is missing or too much. */
    public static Optional<MaskRule> parse(String text) {
        int colon = text.indexOf(':');
        String field = colon < 0 ? null : text.substring(colon + 1);
        return Mask.named(colon < 0 ? text : text.substring(0, colon))
                .filter(mask -> mask.withField() == (field != null && !field.isBlank()))
                .map(mask -> new MaskRule(mask, field));
    }

    /** As schemas write it. */
    public String text() {
        return field == null ? mask.word() : mask.word() + ":" + field;
    }

    /**
     * The value as it is shown, null when it is left out.
     *
     * @param beside the value of {@link #field} in the same record
     * @param tokens the recipient's for this data element; without them {@link Mask#TOKEN} hides
     */
    public @Nullable String shown(Object value, @Nullable Object beside, @Nullable Tokenizer tokens) {
        return switch (mask) {
            case DROP -> null;
            case TOKEN -> tokens == null ? Mask.HIDDEN : tokens.token(value);
            case HOLDER_NAME -> company(beside) ? value.toString() : mask.apply(value);
            case NAME,
                    CITIZEN_ID,
                    CITIZEN_ID_LIST,
                    PHONE,
                    EMAIL,
                    ADDRESS,
                    BANK_CARD,
                    PLATE,
                    USCC,
                    YEAR,
                    AMOUNT_BAND,
                    FULL -> mask.apply(value);
        };
    }

    /** Whether that is a code, right to its check character, of anything but a sole trader. */
    private static boolean company(@Nullable Object code) {
        return code instanceof String text
                && SocialCreditCode.wellFormed(text)
                && SocialCreditCode.checks(text)
                && !text.startsWith(SOLE_TRADER);
    }
}
