package org.exchangehub.schemas.masking;

import java.util.Optional;
import org.exchangehub.schemas.codes.Divisions;
import org.exchangehub.schemas.codes.Divisions.Prefix;
import org.exchangehub.schemas.forms.AddressChain;
import org.exchangehub.schemas.forms.AddressElement;

/**
 * Addresses down to street, town or township. The head is kept only as far as it is a division by name, today's or a former one;
 * what stands at the place of the street is kept when it stands right behind a county or city, ends in 街道, 镇, 乡 or 苏木 and has
 * at most six characters before. Which townships there are is not known here, so six characters are what a wrong value can show.
 */
final class AddressMask {

    private static final int LONGEST_STEM = 6;
    private static final String[] ENDS = {"街道办事处", "街道", "苏木", "镇", "乡"};

    private AddressMask() {}

    static String apply(String value) {
        Optional<Prefix> head = Divisions.prefixOf(value);
        if (head.isEmpty()) {
            return Mask.HIDDEN;
        }
        int end = head.get().end();
        boolean province = head.get().code() % 10_000 == 0;
        String street = province ? "" : street(value, end);
        return value.substring(0, end) + street + Mask.HIDDEN;
    }

    private static String street(String value, int end) {
        String street = AddressChain.of(value).part(AddressElement.STREET).orElse("");
        return value.startsWith(street, end) && townshipLike(street) ? street : "";
    }

    private static boolean townshipLike(String street) {
        for (String end : ENDS) {
            if (street.endsWith(end)) {
                String stem = street.substring(0, street.length() - end.length());
                return stem.length() <= LONGEST_STEM && stem.codePoints().allMatch(Character::isIdeographic);
            }
        }
        return false;
    }
}
