package org.exchangehub.schemas.forms;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.value.Texts;
import org.jspecify.annotations.Nullable;

/** Numbers as people write them: with units, currency signs, separators of thousands, full-width digits. */
public final class Amounts {

    /** Units by what they measure, with their size in the first of them. */
    private static final List<Map<String, String>> MEASURES = List.of(
            Map.ofEntries(
                    Map.entry("元", "1"),
                    Map.entry("圆", "1"),
                    Map.entry("元人民币", "1"),
                    Map.entry("人民币", "1"),
                    Map.entry("千元", "1000"),
                    Map.entry("万元", "10000"),
                    Map.entry("万", "10000"),
                    Map.entry("万元人民币", "10000"),
                    Map.entry("万人民币", "10000"),
                    Map.entry("百万元", "1000000"),
                    Map.entry("亿元", "100000000"),
                    Map.entry("亿", "100000000"),
                    Map.entry("亿元人民币", "100000000")),
            Map.of(
                    "平方米", "1", "平米", "1", "㎡", "1", "m²", "1", "m2", "1", "公顷", "10000", "平方千米", "1000000", "平方公里",
                    "1000000"),
            Map.of("米", "1", "m", "1", "厘米", "0.01", "cm", "0.01", "千米", "1000", "公里", "1000", "km", "1000"),
            Map.of("人", "1", "名", "1", "位", "1"),
            Map.of("层", "1"),
            Map.of("%", "1", "％", "1"));

    private static final String SIGNS = "¥￥$€£";
    private static final String DASHES = "-–—";

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private Amounts() {}

    /** What was read: a number, or that the text says there is none. */
    public sealed interface Amount {
        record Value(BigDecimal value) implements Amount {}

        /** A dash, as accounts write nothing. */
        record Nothing() implements Amount {}
    }

    /**
     * Factors of all known units of the same measure into one of them, longest name first, e.g. for {@code 万元}: 亿元 10000, 元
     * 0.0001.
     */
    public static Optional<Map<String, BigDecimal>> into(String unit) {
        return MEASURES.stream()
                .filter(measure -> measure.containsKey(unit))
                .findFirst()
                .map(measure -> {
                    BigDecimal size = new BigDecimal(measure.getOrDefault(unit, "1"));
                    Map<String, BigDecimal> factors = units();
                    // All sizes are powers of ten: the division ends.
                    measure.forEach((name, own) -> factors.put(name, new BigDecimal(own).divide(size)));
                    return factors;
                });
    }

    /** An empty table of units in which longer names come first. */
    public static Map<String, BigDecimal> units() {
        return new TreeMap<>(LONGEST_FIRST);
    }

    /**
     * Reads a number: units from the table, otherwise none; a currency sign in front; commas only where they part thousands; a
     * negative number also in brackets. Null when it is anything else.
     */
    public static @Nullable Amount read(String text, Map<String, BigDecimal> units) {
        String bare = Characters.halfWidth(text).strip();
        boolean negative = bare.length() > 2 && bare.startsWith("(") && bare.endsWith(")");
        if (negative) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        BigDecimal factor = null;
        for (Map.Entry<String, BigDecimal> unit : units.entrySet()) {
            if (bare.endsWith(unit.getKey())) {
                bare = bare.substring(0, bare.length() - unit.getKey().length()).strip();
                factor = unit.getValue();
                break;
            }
        }
        bare = unsigned(bare);
        if (!negative && dash(bare)) {
            return new Amount.Nothing();
        }
        BigDecimal number = Texts.decimal(bare.indexOf(',') < 0 ? bare : withoutThousands(bare));
        if (number == null) {
            return null;
        }
        BigDecimal value = factor == null ? number : number.multiply(factor);
        return new Amount.Value(negative ? value.negate() : value);
    }

    /** Without a currency sign, which may stand before or behind the minus. */
    private static String unsigned(String text) {
        if (!text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0) {
            return text.substring(1).strip();
        }
        boolean minus = text.length() > 1 && text.charAt(0) == '-' && SIGNS.indexOf(text.charAt(1)) >= 0;
        return minus ? "-" + text.substring(2).strip() : text;
    }

    private static boolean dash(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> DASHES.indexOf(c) >= 0);
    }

    private static String withoutThousands(String text) {
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ',' && (i >= end || i <= start || (end - i) % 4 != 0)) {
                return text;
            }
        }
        return text.replace(",", "");
    }
}
