package org.exchangehub.schemas;

import java.util.List;
import java.util.Set;
import org.exchangehub.schemas.masking.Mask;

/**
 * The mask of a field whose schema states none, by what the schema does say of it: important and core data are left out, checked
 * identifiers get the mask of their kind, days their year, money its band, and everything else that can be a text four stars.
 */
final class DefaultMasks {

    /** Units of money (GB/T 12406 has its code). */
    private static final Set<String> MONEY = Set.of("元", "千元", "万元", "百万元", "千万元", "亿元", "CNY", "yuan");

    private DefaultMasks() {}

    static Mask of(StandardField field) {
        if (field.level().compareTo(Level.IMPORTANT) >= 0) {
            return Mask.DROP;
        }
        return switch (field.type().kind()) {
            case STRING -> ofText(field.checks());
            case DATE, TIMESTAMP -> Mask.YEAR;
            case LONG, INTEGER, DOUBLE, DECIMAL -> money(field) ? Mask.AMOUNT_BAND : Mask.FULL;
            case BOOLEAN -> Mask.FULL;
            case BYTES, JSON -> Mask.DROP;
        };
    }

    private static boolean money(StandardField field) {
        String unit = field.unit();
        return unit != null && MONEY.contains(unit);
    }

    private static Mask ofText(List<String> checks) {
        for (String check : checks) {
            switch (check) {
                case "citizen-id", "residence-permit" -> {
                    return Mask.CITIZEN_ID;
                }
                case "phone", "mobile", "landline" -> {
                    return Mask.PHONE;
                }
                case "email" -> {
                    return Mask.EMAIL;
                }
                case "bank-card" -> {
                    return Mask.BANK_CARD;
                }
                case "uscc" -> {
                    return Mask.USCC;
                }
                default -> {}
            }
        }
        return Mask.FULL;
    }
}
