package org.exchangehub.schemas.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.exchangehub.schemas.codes.Divisions;
import org.jspecify.annotations.Nullable;

/**
 * Compares the divisions at the head of an address with a division's code, as far down as both go. An address that begins below
 * the county names none and contradicts nothing; a division now gone and the one that took over from it are the same.
 */
final class AddressDivisions {

    /** Enough for a county that changed hands as often as any did. */
    private static final int MOST_HEIRS = 16;

    private static final AtomicReferenceArray<@Nullable Heads> HEADS = new AtomicReferenceArray<>(1_000_000);

    /**
     * How addresses within a division mostly begin.
     *
     * @param below without the province's name; the same as in full when there is no such
     */
    private record Heads(String full, String below) {

        boolean begin(String address) {
            return address.startsWith(full) || address.startsWith(below);
        }
    }

    private AddressDivisions() {}

    /** Whether the address names other divisions than the code, which may be one now abolished; false when that is no code. */
    static boolean contradict(String address, String division) {
        int code = Divisions.code(division);
        if (code < 0 || !Divisions.everInForce(code)) {
            return false;
        }
        if (heads(code).begin(address)) {
            return false;
        }
        Optional<Divisions.Prefix> named = Divisions.prefixOf(address);
        return named.isPresent() && !same(named.get().code(), code);
    }

    /** So that for most the names need not be looked up. */
    private static Heads heads(int code) {
        Heads known = HEADS.get(code);
        if (known != null) {
            return known;
        }
        String full = Divisions.fullName(code);
        String province = Divisions.fullName(code / 10_000 * 10_000);
        boolean below = full.length() > province.length() && full.startsWith(province);
        Heads heads = new Heads(full, below ? full.substring(province.length()) : full);
        HEADS.set(code, heads);
        return heads;
    }

    private static boolean same(int named, int code) {
        Set<Integer> others = heirs(code);
        return heirs(named).stream().anyMatch(one -> others.stream().anyMatch(other -> within(one, other)));
    }

    private static boolean within(int one, int other) {
        int parts = one % 10_000 == 0 || other % 10_000 == 0 ? 10_000 : one % 100 == 0 || other % 100 == 0 ? 100 : 1;
        return one / parts == other / parts;
    }

    /** The code and those that took over from it. */
    private static Set<Integer> heirs(int code) {
        Set<Integer> heirs = new LinkedHashSet<>(List.of(code));
        List<Integer> latest = List.of(code);
        while (!latest.isEmpty() && heirs.size() < MOST_HEIRS) {
            latest = latest.stream()
                    .flatMap(one -> Divisions.successors(one).stream())
                    .map(Divisions::code)
                    .filter(heirs::add)
                    .toList();
        }
        return heirs;
    }
}
