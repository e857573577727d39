package org.exchangehub.schemas.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.codes.Divisions;
import org.jspecify.annotations.Nullable;

/** The administrative head of an address: province, city and county of the divisions in force, each by its full name. */
final class AddressHead {

    /** A division whose name may stand at the front of an address. */
    private record Place(int code, String name, String shortName) {

        static Place of(int code, String name) {
            String bare = name;
            if (code % 10_000 == 0) {
                for (String end : PROVINCE_ENDS) {
                    bare = bare.endsWith(end) ? bare.substring(0, bare.length() - end.length()) : bare;
                }
            }
            return new Place(code, name, bare);
        }

        /** How much of the text it takes, 0 when it does not begin with it. */
        int length(String text) {
            return text.startsWith(name) ? name.length() : text.startsWith(shortName) ? shortName.length() : 0;
        }
    }

    private static final List<String> PROVINCE_ENDS = List.of("壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区", "自治区", "省", "市");
    private static final Index INDEX = new Index(); // after what it is made with

    private AddressHead() {}

    /** Puts the parts that are there and gives the rest of the text. */
    static String take(String text, Map<AddressElement, String> parts) {
        String rest = text;
        Place province = first(INDEX.provinces, rest);
        if (province != null) {
            rest = taken(rest, province, AddressElement.PROVINCE, parts);
        }
        Place city = first(INDEX.cities(province, rest), rest);
        if (city != null) {
            rest = taken(rest, city, AddressElement.CITY, parts);
        }
        Place county = first(INDEX.counties(province, city, rest), rest);
        return county == null ? rest : taken(rest, county, AddressElement.COUNTY, parts);
    }

    /** Whether this step or one below it is known from the divisions. */
    static boolean settled(Map<AddressElement, String> parts, AddressElement element) {
        return parts.keySet().stream()
                .anyMatch(known -> known.compareTo(element) >= 0 && known.compareTo(AddressElement.COUNTY) <= 0);
    }

    private static String taken(String text, Place place, AddressElement element, Map<AddressElement, String> parts) {
        parts.put(element, place.name());
        return text.substring(place.length(text));
    }

    private static @Nullable Place first(List<Place> places, String text) {
        for (Place place : places) {
            if (place.length(text) > 0) {
                return place;
            }
        }
        return null;
    }

    /** Divisions in force by level and by the two characters they begin with; longer names first. */
    private static final class Index {

        private final List<Place> provinces = new ArrayList<>();
        private final Map<String, List<Place>> cities = new HashMap<>();
        private final Map<String, List<Place>> counties = new HashMap<>();

        Index() {
            for (int code : Divisions.inForce()) {
                String name = Divisions.name(code).orElse("");
                Place place = Place.of(code, name);
                if (code % 10_000 == 0) {
                    provinces.add(place);
                } else if (name.length() >= 2 && Divisions.fullName(code).endsWith(name)) {
                    (code % 100 == 0 ? cities : counties)
                            .computeIfAbsent(name.substring(0, 2), start -> new ArrayList<>())
                            .add(place);
                }
            }
            Comparator<Place> longest =
                    Comparator.comparingInt(place -> -place.name().length());
            cities.values().forEach(list -> list.sort(longest));
            counties.values().forEach(list -> list.sort(longest));
        }

        List<Place> cities(@Nullable Place province, String text) {
            return near(cities, text).stream()
                    .filter(place -> province == null || place.code() / 10_000 == province.code() / 10_000)
                    .toList();
        }

        /** Below what is known; a county alone only when one of that name is all there is. */
        List<Place> counties(@Nullable Place province, @Nullable Place city, String text) {
            List<Place> near = near(counties, text).stream()
                    .filter(place -> city == null
                            ? province == null || place.code() / 10_000 == province.code() / 10_000
                            : place.code() / 100 == city.code() / 100)
                    .filter(place -> place.length(text) > 0)
                    .toList();
            return province == null && city == null && near.size() > 1 ? List.of() : near;
        }

        private static List<Place> near(Map<String, List<Place>> places, String text) {
            return text.length() < 2 ? List.of() : places.getOrDefault(text.substring(0, 2), List.of());
        }
    }
}
