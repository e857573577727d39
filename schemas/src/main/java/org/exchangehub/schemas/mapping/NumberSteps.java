package org.exchangehub.schemas.mapping;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.schemas.Refusals;
import org.exchangehub.schemas.forms.Amounts;
import org.exchangehub.schemas.value.Texts;
import org.jspecify.annotations.Nullable;

/** Steps on numbers. */
final class NumberSteps {

    private NumberSteps() {}

    static Transform plain() {
        Map<String, BigDecimal> none = Map.of();
        return Transform.ofText(text -> number(text, none));
    }

    /** {@code units}: a table of units and factors; or {@code in}: the unit wanted, all others of its measure being known. */
    static Transform of(Argument argument) {
        argument.only("units", "in", "plain");
        if (argument.has("in")) {
            return measured(argument);
        }
        Map<String, BigDecimal> units = Amounts.units();
        argument.at("units").node().properties().forEach(unit -> {
            BigDecimal factor = Texts.decimal(unit.getValue().asText());
            if (factor == null || unit.getKey().isEmpty()) {
                String path = argument.path() + "/units/" + Refusals.escaped(unit.getKey());
                argument.refusals().add(path, "a unit and its factor such as \"亿元\": 10000", unit.getValue());
            } else {
                units.put(unit.getKey(), factor);
            }
        });
        if (argument.has("plain")) {
            argument.at("plain").refuse("this only beside in");
        }
        return Transform.ofText(text -> number(text, units));
    }

    private static Transform measured(Argument argument) {
        if (argument.has("units")) {
            argument.at("units").refuse("one of in and units");
        }
        Map<String, BigDecimal> units = units(argument.at("in")).orElseGet(Amounts::units);
        BigDecimal plain =
                argument.has("plain") ? units.get(argument.at("plain").text("a unit")) : BigDecimal.ONE;
        if (plain == null) {
            argument.at("plain").refuse("a unit of the same measure: " + units.keySet());
        }
        BigDecimal ofPlain = plain == null ? BigDecimal.ONE : plain;
        return Transform.ofText(text -> {
            String bare = number(text, Map.of());
            return bare != null && Texts.decimal(bare) != null
                    ? shown(new BigDecimal(bare).multiply(ofPlain))
                    : inUnit(text, units);
        });
    }

    private static Optional<Map<String, BigDecimal>> units(Argument in) {
        Optional<Map<String, BigDecimal>> units = Amounts.into(in.text("a unit such as 万元"));
        if (units.isEmpty()) {
            in.refuse("a unit this library knows, such as 元, 万元, 平方米");
        }
        return units;
    }

    private static @Nullable String inUnit(String text, Map<String, BigDecimal> units) {
        return switch (Amounts.read(text, units)) {
            case null -> text;
            case Amounts.Amount.Nothing nothing -> null;
            case Amounts.Amount.Value number -> shown(number.value());
        };
    }

    private static String shown(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String number(String text, Map<String, BigDecimal> units) {
        return switch (Amounts.read(text, units)) {
            case null -> text;
            case Amounts.Amount.Nothing nothing -> null;
            case Amounts.Amount.Value number -> number.value().toPlainString();
        };
    }
}
