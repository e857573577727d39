package org.exchangehub.schemas.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.exchangehub.schemas.Refusals;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.exchangehub.schemas.value.Texts;
import org.jspecify.annotations.Nullable;

/** The steps a mapping may name: words, or objects of one property. */
final class Transforms {

    private static final Map<String, Transform> PLAIN = new TreeMap<>(Map.of(
            "trim", Transform.ofText(Transforms::trim),
            "halfWidth", Transform.ofText(Characters::halfWidth),
            "upper", Transform.ofText(text -> text.toUpperCase(Locale.ROOT)),
            "lower", Transform.ofText(text -> text.toLowerCase(Locale.ROOT)),
            "number", Transform.ofText(text -> number(text, Map.of())),
            "fullWidthBrackets", Transform.ofText(text -> text.replace('(', '（').replace(')', '）')),
            "citizenId", Transform.ofText(CitizenId::canonical)));

    private static final Map<String, Function<Argument, Transform>> WITH_ARGUMENT = new TreeMap<>(Map.of(
            "date", Transforms::date,
            "timestamp", Transforms::timestamp,
            "number", Transforms::units,
            "codes", Transforms::codes,
            "default", Transforms::otherwise,
            "nullIf", Transforms::nullIf,
            "split", Transforms::split));

    /** What stands behind a transform's name, with its path for refusals. */
    private record Argument(JsonNode node, String path, Refusals refusals) {

        List<String> texts(JsonNode list, String at, String expected) {
            List<String> texts = list.isTextual() ? List.of(list.textValue()) : refusals.texts(list, at, expected);
            if (texts.isEmpty()) {
                refusals.add(at, expected, list);
            }
            return texts;
        }
    }

    private Transforms() {}

    static Optional<Transform> parse(JsonNode node, String path, Refusals refusals) {
        if (node.isTextual() && PLAIN.containsKey(node.textValue())) {
            return Optional.ofNullable(PLAIN.get(node.textValue()));
        }
        if (node.isObject() && node.size() == 1) {
            String name = node.fieldNames().next();
            Function<Argument, Transform> make = WITH_ARGUMENT.get(name);
            if (make != null) {
                return Optional.of(make.apply(new Argument(node.get(name), path + "/" + name, refusals)));
            }
        }
        refusals.add(path, "one of " + PLAIN.keySet() + " or an object with one of " + WITH_ARGUMENT.keySet(), node);
        return Optional.empty();
    }

    /** Also the blanks that {@link String#strip()} leaves: no-break space, zero-width space, byte order mark. */
    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u200B' || c == '\uFEFF' || Character.isWhitespace(c);
    }

    private static Transform date(Argument argument) {
        List<DatePattern> patterns = patterns(argument, argument.node(), argument.path());
        return Transform.ofText(text -> {
            LocalDateTime time = first(patterns, text);
            return time == null ? text : time.toLocalDate().toString();
        });
    }

    private static Transform timestamp(Argument argument) {
        argument.refusals().unknownNames(argument.node(), argument.path(), "", Set.of("patterns", "zone"));
        List<DatePattern> patterns =
                patterns(argument, argument.node().path("patterns"), argument.path() + "/patterns");
        ZoneId zone = zone(argument);
        return Transform.ofText(text -> {
            LocalDateTime time = first(patterns, text);
            return time == null ? text : time.atZone(zone).toInstant().toString();
        });
    }

    private static ZoneId zone(Argument argument) {
        String zone = argument.node().path("zone").asText();
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            argument.refusals().add(argument.path() + "/zone", "a time zone such as Asia/Shanghai", zone);
            return ZoneId.of("UTC");
        }
    }

    private static List<DatePattern> patterns(Argument argument, JsonNode list, String path) {
        List<DatePattern> patterns = new ArrayList<>();
        for (String pattern : argument.texts(list, path, "date patterns such as yyyy-MM-dd")) {
            try {
                patterns.add(DatePattern.compile(pattern));
            } catch (IllegalArgumentException e) {
                argument.refusals().add(path, String.valueOf(e.getMessage()), pattern);
            }
        }
        return patterns;
    }

    private static @Nullable LocalDateTime first(List<DatePattern> patterns, String text) {
        for (DatePattern pattern : patterns) {
            LocalDateTime time = pattern.parse(text);
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private static Transform units(Argument argument) {
        argument.refusals().unknownNames(argument.node(), argument.path(), "", Set.of("units"));
        Map<String, BigDecimal> units = new TreeMap<>(
                (a, b) -> a.length() == b.length() ? a.compareTo(b) : Integer.compare(b.length(), a.length()));
        argument.node().path("units").properties().forEach(unit -> {
            BigDecimal factor = Texts.decimal(unit.getValue().asText());
            if (factor == null || unit.getKey().isEmpty()) {
                argument.refusals()
                        .add(
                                argument.path() + "/units/" + Refusals.escaped(unit.getKey()),
                                "a unit and its factor such as \"亿元\": 10000",
                                unit.getValue());
            } else {
                units.put(unit.getKey(), factor);
            }
        });
        return Transform.ofText(text -> number(text, units));
    }

    /** Without separators of thousands and currency signs, in the unit wanted; longer unit names are tried first. */
    private static String number(String text, Map<String, BigDecimal> units) {
        String bare = trim(Characters.halfWidth(text));
        BigDecimal factor = BigDecimal.ONE;
        for (Map.Entry<String, BigDecimal> unit : units.entrySet()) {
            if (bare.endsWith(unit.getKey())) {
                bare = trim(bare.substring(0, bare.length() - unit.getKey().length()));
                factor = unit.getValue();
                break;
            }
        }
        if (!bare.isEmpty() && "¥￥$€£".indexOf(bare.charAt(0)) >= 0) {
            bare = trim(bare.substring(1));
        }
        BigDecimal number = Texts.decimal(bare.indexOf(',') < 0 ? bare : withoutThousands(bare));
        return number == null ? text : number.multiply(factor).toPlainString();
    }

    /** Commas only where they part thousands; otherwise the text stays and is refused as found. */
    private static String withoutThousands(String text) {
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ',' && (i >= end || i == 0 || (end - i) % 4 != 0)) {
                return text;
            }
        }
        return text.replace(",", "");
    }

    private static Transform codes(Argument argument) {
        Map<String, String> codes = new HashMap<>();
        if (!argument.node().isObject() || argument.node().isEmpty()) {
            argument.refusals().add(argument.path(), "an object from the source's words to codes", argument.node());
        }
        argument.node()
                .properties()
                .forEach(code -> argument.refusals()
                        .text(code.getValue(), argument.path() + "/" + Refusals.escaped(code.getKey()), "a code")
                        .ifPresent(to -> codes.put(code.getKey(), to)));
        return Transform.ofText(text -> codes.getOrDefault(text, text));
    }

    private static Transform otherwise(Argument argument) {
        String value = argument.refusals()
                .text(argument.node(), argument.path(), "a text")
                .orElse("");
        return text -> text == null || text.isEmpty() ? value : text;
    }

    private static Transform nullIf(Argument argument) {
        if (!argument.node().isArray()) {
            argument.refusals().add(argument.path(), "a list of texts that mean nothing", argument.node());
        }
        Set<String> nothing = new HashSet<>();
        argument.node().forEach(text -> nothing.add(text.asText()));
        return text -> text == null || nothing.contains(text) ? null : text;
    }

    /** The part at a position, counted from 0, or from -1 at the end; a text without that part stays. */
    private static Transform split(Argument argument) {
        argument.refusals().unknownNames(argument.node(), argument.path(), "", new TreeSet<>(Set.of("by", "at")));
        String by = argument.node().path("by").asText();
        JsonNode position = argument.node().path("at");
        if (by.isEmpty()) {
            argument.refusals()
                    .add(
                            argument.path() + "/by",
                            "the text between the parts",
                            argument.node().get("by"));
        }
        if (!position.isInt()) {
            argument.refusals()
                    .add(
                            argument.path() + "/at",
                            "a whole number",
                            argument.node().get("at"));
        }
        int at = position.asInt();
        return Transform.ofText(text -> by.isEmpty() ? text : part(text, by, at));
    }

    private static String part(String text, String by, int at) {
        String[] parts = text.split(java.util.regex.Pattern.quote(by), -1);
        int index = at < 0 ? parts.length + at : at;
        return index >= 0 && index < parts.length ? trim(parts[index]) : text;
    }
}
