package org.exchangehub.schemas.canonical;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Canonical JSON (RFC 8785, JCS): the same content is always the same bytes. */
public final class CanonicalJson {

    /** The largest whole number below which JSON readers lose none (RFC 7493 §2.2): 2^53 − 1. */
    public static final long LARGEST_WHOLE = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * The bytes of a value: String, Boolean, Long, Integer, Double, Float, List, Map with names that are strings, or null.
     *
     * @throws IllegalArgumentException for other types, for whole numbers beyond ±{@link #LARGEST_WHOLE}, for numbers that are not
     *     finite and for text with half of a surrogate pair: RFC 8785 gives them no form
     */
    public static byte[] of(@Nullable Object value) {
        JsonBytes json = new JsonBytes(512);
        write(value, json);
        return json.toArray();
    }

    private static void write(@Nullable Object value, JsonBytes json) {
        switch (value) {
            case null -> json.ascii("null");
            case String text -> json.quoted(text);
            case Long number -> json.ascii(Long.toString(exact(number)));
            case Integer number -> json.ascii(number.toString());
            case Double number -> json.ascii(EcmaNumber.text(number));
            case Float number -> json.ascii(EcmaNumber.text(number));
            case Boolean truth -> json.ascii(truth.toString());
            case List<?> list -> array(list, json);
            case Map<?, ?> map -> object(map, json);
            default -> throw new IllegalArgumentException("canonical JSON has no form for a " + value.getClass());
        }
    }

    private static long exact(long number) {
        if (number > LARGEST_WHOLE || number < -LARGEST_WHOLE) {
            throw new IllegalArgumentException("expected a whole number within ±" + LARGEST_WHOLE
                    + ", which JSON readers keep exactly, found " + number + "; write it as text");
        }
        return number;
    }

    private static void array(List<?> list, JsonBytes json) {
        json.put('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                json.put(',');
            }
            write(list.get(i), json);
        }
        json.put(']');
    }

    /** Members in the order of their names' UTF-16 code units, which is Java's own order of strings. */
    private static void object(Map<?, ?> map, JsonBytes json) {
        if (map instanceof SortedMap<?, ?> sorted && sorted.comparator() == null) {
            members(sorted, json);
            return;
        }
        List<String> names = new ArrayList<>(map.size());
        for (Object name : map.keySet()) {
            names.add(name instanceof String text ? text : String.valueOf(name));
        }
        names.sort(null);
        json.put('{');
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                json.put(',');
            }
            json.quoted(names.get(i));
            json.put(':');
            write(map.get(names.get(i)), json);
        }
        json.put('}');
    }

    private static void members(SortedMap<?, ?> map, JsonBytes json) {
        char before = '{';
        for (Map.Entry<?, ?> member : map.entrySet()) {
            json.put(before);
            json.quoted(String.valueOf(member.getKey()));
            json.put(':');
            write(member.getValue(), json);
            before = ',';
        }
        json.ascii(before == '{' ? "{}" : "}");
    }

    /** The same as text. */
    public static String text(@Nullable Object value) {
        return new String(of(value), StandardCharsets.UTF_8);
    }
}
