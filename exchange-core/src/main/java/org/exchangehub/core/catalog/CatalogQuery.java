package org.exchangehub.core.catalog;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the catalog.
 *
 * @param words all of them must occur; in lower case and in one width
 * @param only the values a side may have, for the sides that were narrowed
 */
public record CatalogQuery(List<String> words, Map<Facet, Set<String>> only) {

    public CatalogQuery {
        words = List.copyOf(words);
        only = Map.copyOf(only);
    }

    /** What a person typed, taken apart at its spaces. */
    public static CatalogQuery of(@Nullable String typed, Map<Facet, Set<String>> only) {
        return new CatalogQuery(words(typed), only);
    }

    static List<String> words(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? List.of()
                : List.of(Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .split("\\s+"));
    }
}
