package org.exchangehub.schemas.check;

import java.util.BitSet;
import org.exchangehub.schemas.codes.CodeList;
import org.exchangehub.schemas.codes.CodeLists;

/** The numeric codes of countries and regions, now and formerly (ISO 3166-1, GB/T 2659). */
final class Countries {

    private static final BitSet NUMERIC = load();

    private Countries() {}

    static boolean has(int numeric) {
        return NUMERIC.get(numeric);
    }

    private static BitSet load() {
        CodeList countries = CodeLists.find("country").orElseThrow();
        BitSet numeric = new BitSet(1_000);
        for (String code : countries.codes()) {
            countries.notation(code, "numeric").map(Integer::valueOf).ifPresent(numeric::set);
        }
        return numeric;
    }
}
