package org.exchangehub.schemas.inference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds columns that say one thing in parts: given name and surname, numbered lines of an address. */
final class Joins {

    private static final Pattern NUMBERED = Pattern.compile("^(.*?)[ _-]*([1-9])$");

    private Joins() {}

    /**
     * The sample's columns, what is in parts as one column.
     *
     * @param sample at least one column
     */
    static List<Column> of(Sample sample) {
        Map<Integer, List<Integer>> joined = new LinkedHashMap<>(names(sample.headers()));
        joined.putAll(lines(sample.headers()));
        Set<Integer> parts = new HashSet<>();
        joined.values().forEach(parts::addAll);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < sample.headers().size(); i++) {
            List<Integer> together = joined.get(i);
            if (together != null) {
                columns.add(joined(sample, together));
            } else if (!parts.contains(i)) {
                columns.add(new Column(sample.headers().get(i), sample.rows().size(), sample.column(i)));
            }
        }
        return columns;
    }

    private static Column joined(Sample sample, List<Integer> parts) {
        List<String> from =
                parts.stream().map(part -> sample.headers().get(part)).toList();
        boolean chinese = parts.stream()
                .flatMap(part -> sample.column(part).stream())
                .anyMatch(value -> Concepts.han(value.charAt(0)));
        boolean name = !NUMBERED.matcher(from.getFirst()).matches();
        String with = chinese ? "" : name ? " " : ", ";
        List<Integer> ordered = chinese && name ? parts.reversed() : parts; // 姓 goes before 名
        List<String> values = new ArrayList<>();
        for (List<String> row : sample.rows()) {
            List<String> said = ordered.stream()
                    .map(part -> row.get(part).strip())
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!said.isEmpty()) {
                values.add(String.join(with, said));
            }
        }
        String header = name ? base(from.getFirst()) + " name" : numbered(from.getFirst());
        List<String> sources =
                ordered.stream().map(part -> sample.headers().get(part)).toList();
        return new Column(header, sample.rows().size(), values, sources, with);
    }

    private static String numbered(String header) {
        Matcher matcher = NUMBERED.matcher(header);
        return matcher.matches() ? matcher.group(1) : header;
    }

    /** Given name and surname with the same words beside, by the place of the first of them; given name first. */
    private static Map<Integer, List<Integer>> names(List<String> headers) {
        Map<String, Integer> given = new LinkedHashMap<>();
        Map<String, Integer> family = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            Set<String> words = Concepts.of(headers.get(i));
            boolean both = words.contains("given") && words.contains("family");
            if (words.contains("given") && !both) {
                given.putIfAbsent(base(headers.get(i)), i);
            } else if (words.contains("family") && !both) {
                family.putIfAbsent(base(headers.get(i)), i);
            }
        }
        Map<Integer, List<Integer>> joined = new LinkedHashMap<>();
        given.forEach((base, first) -> {
            Integer last = family.get(base);
            if (last != null) {
                joined.put(Math.min(first, last), List.of(first, last));
            }
        });
        return joined;
    }

    /** What a part of a name says beside being one: whose name it is. */
    private static String base(String header) {
        return String.join(
                " ",
                Concepts.tokens(header).stream()
                        .filter(token -> !Concepts.partOfName(token))
                        .toList());
    }

    /** Address lines 1, 2, 3 … by the place of the first. */
    private static Map<Integer, List<Integer>> lines(List<String> headers) {
        Map<Integer, List<Integer>> joined = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            Matcher first = NUMBERED.matcher(headers.get(i));
            if (first.matches()
                    && first.group(2).equals("1")
                    && Concepts.of(first.group(1)).contains("address")) {
                List<Integer> lines = following(headers, i, first.group(1));
                if (lines.size() > 1) {
                    joined.put(i, lines);
                }
            }
        }
        return joined;
    }

    private static List<Integer> following(List<String> headers, int first, String base) {
        List<Integer> lines = new ArrayList<>(List.of(first));
        for (int i = first + 1; i < headers.size(); i++) {
            Matcher next = NUMBERED.matcher(headers.get(i));
            if (next.matches()
                    && next.group(1).equals(base)
                    && next.group(2).equals(String.valueOf(lines.size() + 1))) {
                lines.add(i);
            }
        }
        return lines;
    }
}
