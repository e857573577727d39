package org.exchangehub.schemas.codes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.exchangehub.schemas.codes.Divisions.Prefix;
import org.jspecify.annotations.Nullable;

/** Finds divisions by the names at the beginning of an address. */
final class DivisionNames {

    /** Shortest name that tells a county without province and city: two characters (东区, 城区) are too many things. */
    private static final int ALONE = 3;
    /** Hong Kong, Macao and Taiwan, whose districts are not written without them. */
    private static final int OVERSEAS = 700_000;
    /** 830000 is Taiwan in residence permits; GB/T 2260 has 710000. */
    private static final int RESIDENCE_PERMITS = 830_000;

    private static final List<String> SHORT_PROVINCES = List.of("内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门");

    private final BitSet current;
    private final Map<String, List<Integer>> full = new HashMap<>();
    private final Map<String, List<Integer>> shortened = new HashMap<>();
    private int longest;

    DivisionNames(BitSet current) {
        this.current = current;
    }

    void add(int code, String name) {
        if (code >= RESIDENCE_PERMITS) {
            return;
        }
        full.computeIfAbsent(name, key -> new ArrayList<>()).add(code);
        longest = Math.max(longest, name.length());
        if (isProvince(code)) {
            String bare = SHORT_PROVINCES.stream()
                    .filter(name::startsWith)
                    .findFirst()
                    .orElse(bare(name));
            shortened.computeIfAbsent(bare, key -> new ArrayList<>()).add(code);
        } else if (isCity(code) && name.length() > 2 && name.endsWith("市")) {
            shortened.computeIfAbsent(bare(name), key -> new ArrayList<>()).add(code);
        }
    }

    private static String bare(String name) {
        return name.substring(0, name.length() - 1);
    }

    private static boolean isProvince(int code) {
        return code % 10_000 == 0;
    }

    private static boolean isCity(int code) {
        return code % 100 == 0 && !isProvince(code);
    }

    private static boolean isCounty(int code) {
        return code % 100 != 0;
    }

    Optional<Prefix> prefixOf(CharSequence address) {
        String text = address.toString();
        @Nullable Prefix found = below(text, 0, DivisionNames::isProvince);
        if (found == null) {
            found = below(text, 0, DivisionNames::isCity);
        }
        if (found == null) {
            found = alone(text);
        }
        return Optional.ofNullable(found);
    }

    /** A division of that kind at a position, with the divisions under it as far as they follow. */
    private @Nullable Prefix below(String text, int from, IntPredicate kind) {
        Prefix whole = match(full, text, from, kind);
        if (whole != null) {
            Prefix lower = lower(text, whole);
            return lower == null ? whole : lower;
        }
        Prefix part = match(shortened, text, from, kind);
        return part == null ? null : lower(text, part);
    }

    private @Nullable Prefix lower(String text, Prefix above) {
        int at = above.end();
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int province = above.code() / 10_000;
        if (isProvince(above.code())) {
            Prefix city = below(text, at, code -> isCity(code) && code / 10_000 == province);
            return city != null ? city : match(full, text, at, code -> isCounty(code) && code / 10_000 == province);
        }
        return match(full, text, at, code -> isCounty(code) && code / 100 == above.code() / 100);
    }

    /** A county of today by its name alone. */
    private @Nullable Prefix alone(String text) {
        Prefix county = match(full, text, 0, code -> isCounty(code) && code < OVERSEAS && current.get(code));
        return county == null || county.end() < ALONE ? null : county;
    }

    /** The longest name at a position that means one division. */
    private @Nullable Prefix match(Map<String, List<Integer>> names, String text, int from, IntPredicate allowed) {
        for (int end = Math.min(text.length(), from + longest); end > from + 1; end--) {
            int[] codes = names.getOrDefault(text.substring(from, end), List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .filter(allowed)
                    .toArray();
            int code = one(codes);
            if (code > 0) {
                return new Prefix(code, end);
            }
        }
        return null;
    }

    /** The only one, or the only one of today; among those of the past the last by number; 0 when there are several of today. */
    private int one(int[] codes) {
        int today = 0;
        int past = 0;
        for (int code : codes) {
            if (current.get(code)) {
                if (today > 0) {
                    return 0;
                }
                today = code;
            } else {
                past = Math.max(past, code);
            }
        }
        return today > 0 ? today : past;
    }
}
