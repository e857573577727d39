package org.exchangehub.schemas.codes;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Administrative divisions down to the county, 行政区划代码 (GB/T 2260), with those abolished: a number given in 1990 names a
 * division of 1990. Codes are numbers of six digits.
 */
public final class Divisions {

    private static final Divisions ALL = load();
    /** Groups of divisions that have a code and no place in an address. */
    private static final Set<String> GROUPS = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

    private final BitSet ever = new BitSet(1_000_000);
    private final BitSet current = new BitSet(1_000_000);
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, List<String>> successors = new HashMap<>();

    private Divisions() {}

    /** Whether the code was in force at any time. */
    public static boolean everInForce(int code) {
        return ALL.ever.get(code);
    }

    /** Whether the code is in force now, as of the list's date. */
    public static boolean inForce(int code) {
        return ALL.current.get(code);
    }

    /** Its own name, without the names of the divisions above it. */
    public static Optional<String> name(int code) {
        return Optional.ofNullable(ALL.names.get(code));
    }

    /** Names of province, city and county joined, e.g. {@code 安徽省芜湖市镜湖区}; empty when unknown. */
    public static String fullName(int code) {
        StringBuilder full = new StringBuilder();
        for (int part : new int[] {code / 10_000 * 10_000, code / 100 * 100, code}) {
            String name = ALL.names.get(part);
            if (name != null && !GROUPS.contains(name) && full.indexOf(name) < 0) {
                full.append(name);
            }
        }
        return full.toString();
    }

    /** The codes that took over from an abolished one; empty when none is known. */
    public static List<String> successors(int code) {
        return ALL.successors.getOrDefault(code, List.of());
    }

    /** The six digits as a number, or -1 when the text is anything else. */
    public static int code(CharSequence text) {
        if (text.length() != 6) {
            return -1;
        }
        int code = 0;
        for (int i = 0; i < 6; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            code = code * 10 + c - '0';
        }
        return code;
    }

    /** All codes in force now, ascending. */
    public static int[] inForce() {
        return ALL.current.stream().toArray();
    }

    private static Divisions load() {
        Divisions divisions = new Divisions();
        for (String line : Resource.lines("codes/divisions.tsv")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            int code = Integer.parseInt(cells[0]);
            divisions.ever.set(code);
            divisions.names.put(code, cells[1]);
            if (cells[2].equals("1")) {
                divisions.current.set(code);
            }
            if (!cells[3].isEmpty()) {
                divisions.successors.put(code, List.of(cells[3].split(" ")));
            }
        }
        return divisions;
    }
}
