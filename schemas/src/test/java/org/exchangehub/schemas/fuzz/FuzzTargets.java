package org.exchangehub.schemas.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All targets by their names. */
final class FuzzTargets {

    private static final SortedMap<String, FuzzTarget> ALL = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "identifiers", ofText(IdentifierTarget::take),
            "records", ofText(RecordTarget::take),
            "dates", ofText(FormTargets::dates),
            "amounts", ofText(FormTargets::amounts),
            "phones", ofText(FormTargets::phones),
            "addresses", ofText(FormTargets::addresses),
            "samples", SampleTarget::take,
            "schemas", ofText(DocumentTargets::schema),
            "mappings", ofText(DocumentTargets::mapping),
            "expressions", ofText(DocumentTargets::expression))));

    private FuzzTargets() {}

    static SortedMap<String, FuzzTarget> all() {
        return ALL;
    }

    static FuzzTarget named(String name) {
        return Optional.ofNullable(ALL.get(name))
                .orElseThrow(() -> new IllegalArgumentException("expected one of " + ALL.keySet() + ", found " + name));
    }

    /** As a reader of UTF-8 hands it over: what is no UTF-8 has become U+FFFD. */
    private static FuzzTarget ofText(Consumer<String> target) {
        return input -> target.accept(new String(input, StandardCharsets.UTF_8));
    }
}
