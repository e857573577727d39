package org.exchangehub.schemas.codes;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Administrative divisions down to the county, 行政区划代码 (GB/T 2260), with those abolished: a number given in 1990 names a
 * division of 1990. Codes are numbers of six digits. Years are those of the yearly lists since 1981: a code is in force from the
 * year of its first list; it ended in the year whose list has it no more.
 */
public final class Divisions {

    /** Groups of divisions that have a code and no place in an address. */
    private static final Set<String> GROUPS = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

    /** Codes of one province. */
    private static final int PROVINCE = 10_000;

    private static final Divisions ALL = load();

    private final BitSet ever = new BitSet(1_000_000);
    private final BitSet current = new BitSet(1_000_000);
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, List<String>> successors = new HashMap<>();
    /** By province and the four digits behind it. */
    private final @Nullable Term[] @Nullable [] terms = new @Nullable Term[100] @Nullable [];

    private final DivisionNames index = new DivisionNames(current);

    /**
     * The years between which a code was in force, gaps not counted.
     *
     * @param ended the year whose list has it no more; 0 when it has not ended, or it is not known when
     */
    private record Term(int first, int ended) {}

    /**
     * The division an address begins with.
     *
     * @param code the lowest division named
     * @param end where the rest of the address begins
     */
    public record Prefix(int code, int end) {}

    private Divisions() {}

    /** Whether the code was in force at any time; -1, no code, never was. */
    public static boolean everInForce(int code) {
        return code >= 0 && ALL.ever.get(code);
    }

    /** Whether the code is in force now, as of the list's date. */
    public static boolean inForce(int code) {
        return code >= 0 && ALL.current.get(code);
    }

    /** The year of the first list that has it; empty when not known. Nothing is known of the time before 1981. */
    public static OptionalInt firstYear(int code) {
        Term term = ALL.term(code);
        return term == null ? OptionalInt.empty() : OptionalInt.of(term.first());
    }

    /** The year in which an abolished code ended; empty when it is in force, or when that is not known. */
    public static OptionalInt endYear(int code) {
        int year = ALL.ended(code);
        return year == 0 ? OptionalInt.empty() : OptionalInt.of(year);
    }

    /** Whether the code had surely ended before a day: in a year before that day's. */
    public static boolean abolishedBefore(int code, LocalDate day) {
        int ended = ALL.ended(code);
        return ended != 0 && ended < day.getYear();
    }

    /**
     * The divisions an address begins with: province, city, county, blanks between them allowed. City or province may be left
     * out (安徽省镜湖区, 芜湖市镜湖区); a county may stand alone when no other of today has its name. Province and city may lack their
     * last word (内蒙古, 芜湖) before a lower division that is written in full.
     */
    public static Optional<Prefix> prefixOf(CharSequence address) {
        return ALL.index.prefixOf(address);
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

    private @Nullable Term term(int code) {
        @Nullable Term @Nullable [] province = code < 0 ? null : terms[code / PROVINCE];
        return province == null ? null : province[code % PROVINCE];
    }

    /** The year in which an abolished code ended, otherwise 0. */
    private int ended(int code) {
        Term term = inForce(code) ? null : term(code);
        return term == null ? 0 : term.ended();
    }

    private static Divisions load() {
        Divisions divisions = new Divisions();
        for (String line : Resource.lines("codes/divisions.tsv")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                divisions.add(line.split("\t", -1));
            }
        }
        return divisions;
    }

    private void add(String[] cells) {
        int code = Integer.parseInt(cells[0]);
        ever.set(code);
        names.put(code, cells[1]);
        if (cells[2].equals("1")) {
            current.set(code);
        }
        if (!cells[3].isEmpty()) {
            successors.put(code, List.of(cells[3].split(" ")));
        }
        if (!cells[4].isEmpty()) {
            String last = cells[4].substring(cells[4].lastIndexOf('-') + 1);
            Term term =
                    new Term(Integer.parseInt(cells[4].substring(0, 4)), last.isEmpty() ? 0 : Integer.parseInt(last));
            @Nullable Term @Nullable [] province = terms[code / PROVINCE];
            if (province == null) {
                province = new @Nullable Term[PROVINCE];
                terms[code / PROVINCE] = province;
            }
            province[code % PROVINCE] = term;
        }
        if (!GROUPS.contains(cells[1])) {
            index.add(code, cells[1]);
            for (String former : cells[5].isEmpty() ? new String[0] : cells[5].split(" ")) {
                index.add(code, former);
            }
        }
    }
}
