package org.exchangehub.schemas.codes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The code lists this library holds. */
public final class CodeLists {

    private static final List<String> NAMES = List.of(
            "address-element",
            "blood-type",
            "cancellation-status",
            "city-component-kind",
            "component-status",
            "country",
            "currency",
            "dwelling-kind",
            "economic-type",
            "education",
            "ethnicity",
            "family-relation",
            "grid-event-kind",
            "grid-event-status",
            "holder-type",
            "house-category",
            "house-nature",
            "house-use",
            "id-document",
            "industry",
            "legal-person-status",
            "licence-status",
            "marital-status",
            "military-service",
            "political-status",
            "real-estate-kind",
            "registration-authority",
            "registration-business",
            "residence-reason",
            "sex");
    private static final ConcurrentMap<String, CodeList> LOADED = new ConcurrentHashMap<>();

    private CodeLists() {}

    /** All names, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    public static Optional<CodeList> find(String name) {
        return NAMES.contains(name) ? Optional.of(LOADED.computeIfAbsent(name, CodeListFile::read)) : Optional.empty();
    }
}
