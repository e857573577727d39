package org.exchangehub.schemas.masking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How a value is shown to someone who may not see it in clear. A value that has not the form a mask is made for is hidden
 * altogether: a mask never shows more than it promises.
 */
public final class Mask {

    private static final Map<String, Mask> ALL = new TreeMap<>();

    static {
        put("name", NameMask::apply);
        put("citizenId", Masks::citizenId);
        put("citizenIdList", Masks::citizenIdList);
        put("phone", Masks::phone);
        put("address", Masks::address);
        put("bankCard", Masks::bankCard);
        put("plate", Masks::plate);
        put("email", Masks::email);
        put("year", Masks::year);
        put("uscc", Masks::socialCreditCode);
        put("full", Masks::full);
    }

    private final String name;
    private final UnaryOperator<String> masking;

    private Mask(String name, UnaryOperator<String> masking) {
        this.name = name;
        this.masking = masking;
    }

    private static void put(String name, UnaryOperator<String> masking) {
        ALL.put(name, new Mask(name, masking));
    }

    /**
     * The mask of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Mask named(String name) {
        return Optional.ofNullable(ALL.get(name))
                .orElseThrow(() ->
                        new IllegalArgumentException("expected a mask of " + names() + ", found \"" + name + "\""));
    }

    /** All names, as used in {@code hub.mask}. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    public String name() {
        return name;
    }

    /** The masked value; empty text stays empty. */
    public String apply(String value) {
        return value.isEmpty() ? value : masking.apply(value);
    }
}
