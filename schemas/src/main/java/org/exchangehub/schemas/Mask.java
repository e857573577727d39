package org.exchangehub.schemas;

import java.util.List;

/** How a value is shown to someone who may not see it in clear. */
public final class Mask {

    private final String name;

    private Mask(String name) {
        this.name = name;
    }

    /**
     * The mask of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Mask named(String name) {
        return new Mask(name);
    }

    /** All names, as used in {@code hub.mask}. */
    public static List<String> names() {
        return List.of();
    }

    public String name() {
        return name;
    }

    /** The masked value; never reveals more than the mask promises, whatever the value looks like. */
    public String apply(String value) {
        return "*".repeat(value.length());
    }
}
