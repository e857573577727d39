package org.exchangehub.schemas.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.exchangehub.schemas.codes.Divisions;
import org.jspecify.annotations.Nullable;

/**
 * Reads the divisions at the head of an address, province, city, county, as far as it names them with their full names, and
 * compares them with a code. An address that begins below the county names none and contradicts nothing; so does one that uses
 * the name of a division now gone.
 */
final class AddressDivisions {

    /** Names of all provinces and cities in force by their first character. */
    private static final Map<Character, List<Named>> UPPER = upper();

    private static final Map<Integer, Place> PLACES = new ConcurrentHashMap<>();

    private record Named(String name, int code) {}

    /** What a code stands for: its names from the province down and the counties it must not be taken for. */
    private record Place(String fullName, String county, List<String> strangers) {}

    private AddressDivisions() {}

    /** Whether the address names other divisions than the code, which may be one now abolished. */
    static boolean contradict(String address, String division) {
        int code = Divisions.code(division);
        if (code < 0) {
            return false;
        }
        Place place = PLACES.get(code);
        if (place == null) {
            if (!Divisions.everInForce(code)) {
                return false;
            }
            place = PLACES.computeIfAbsent(code, AddressDivisions::place);
        }
        return !address.startsWith(place.fullName()) && contradicts(address, code, place);
    }

    private static boolean contradicts(String address, int code, Place place) {
        int at = 0;
        Named province = named(address, at);
        if (province != null && province.code() % 10_000 == 0) {
            if (province.code() / 10_000 != code / 10_000) {
                return true;
            }
            at += province.name().length();
        }
        Named city = named(address, at);
        if (city != null && city.code() % 10_000 != 0) {
            if (city.code() / 10_000 != code / 10_000) {
                return true;
            }
            if (code % 10_000 != 0
                    && city.code() / 100 != code / 100
                    && !city.name().equals(place.county())) {
                return true;
            }
            at += city.name().length();
        }
        return !place.county().isEmpty() && !address.startsWith(place.county(), at) && startsWith(address, at, place);
    }

    private static boolean startsWith(String address, int at, Place place) {
        for (String stranger : place.strangers()) {
            if (address.startsWith(stranger, at)) {
                return true;
            }
        }
        return false;
    }

    /** The longest name of a province or city that the text goes on with. */
    private static @Nullable Named named(String address, int at) {
        Named longest = null;
        List<Named> candidates = at < address.length() ? UPPER.get(address.charAt(at)) : null;
        for (Named named : candidates == null ? List.<Named>of() : candidates) {
            boolean longer =
                    longest == null || named.name().length() > longest.name().length();
            if (longer && address.startsWith(named.name(), at)) {
                longest = named;
            }
        }
        return longest;
    }

    private static Place place(int code) {
        boolean county = code % 100 != 0;
        String own = county ? Divisions.name(code).orElse("") : "";
        List<String> strangers = new ArrayList<>();
        List<String> heirs = Divisions.successors(code).stream()
                .map(heir -> Divisions.name(Divisions.code(heir)).orElse(""))
                .toList();
        for (int other = code / 100 * 100 + 1; county && other < code / 100 * 100 + 100; other++) {
            String name = Divisions.inForce(other) ? Divisions.name(other).orElse("") : "";
            if (name.length() > 1 && !name.equals("市辖区") && !name.equals(own) && !heirs.contains(name)) {
                strangers.add(name);
            }
        }
        return new Place(Divisions.fullName(code), own, List.copyOf(strangers));
    }

    private static Map<Character, List<Named>> upper() {
        Map<Character, List<Named>> upper = new HashMap<>();
        for (int code : Divisions.inForce()) {
            String name = code % 100 == 0 ? Divisions.name(code).orElse("") : "";
            boolean placeName = name.length() > 2 && !name.startsWith("省直辖") && !name.startsWith("自治区直辖");
            if (placeName && !name.equals("市辖区")) {
                upper.computeIfAbsent(name.charAt(0), first -> new ArrayList<>())
                        .add(new Named(name, code));
            }
        }
        return Map.copyOf(upper);
    }
}
