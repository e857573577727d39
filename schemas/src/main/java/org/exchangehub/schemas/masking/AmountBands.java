package org.exchangehub.schemas.masking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.exchangehub.schemas.value.Texts;
import org.jspecify.annotations.Nullable;

/** The bands of {@link Mask#AMOUNT_BAND}: 0, 1, 5, 10, 50 … 5 000 000 000 000. */
final class AmountBands {

    private static final int LARGEST_POWER = 12;
    private static final List<BigDecimal> EDGES = edges();

    private AmountBands() {}

    private static List<BigDecimal> edges() {
        List<BigDecimal> edges = new ArrayList<>();
        edges.add(BigDecimal.ZERO);
        for (int power = 0; power <= LARGEST_POWER; power++) {
            edges.add(BigDecimal.ONE.movePointRight(power));
            edges.add(BigDecimal.valueOf(5).movePointRight(power));
        }
        return List.copyOf(edges);
    }

    static String of(Object value) {
        BigDecimal number = number(value);
        if (number == null) {
            return Mask.HIDDEN;
        }
        if (number.signum() < 0) {
            return "..0";
        }
        int band = EDGES.size() - 1;
        while (number.compareTo(EDGES.get(band)) < 0) {
            band--;
        }
        String from = EDGES.get(band).toPlainString();
        return band == EDGES.size() - 1
                ? from + ".."
                : from + ".." + EDGES.get(band + 1).toPlainString();
    }

    private static @Nullable BigDecimal number(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Double number -> Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
            case Long number -> BigDecimal.valueOf(number);
            case Integer number -> BigDecimal.valueOf(number);
            default -> Texts.decimal(value.toString());
        };
    }
}
