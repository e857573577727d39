package org.exchangehub.schemas.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one field is filled: by the first way that gives something.
 *
 * @param ways at least one
 */
record FieldMapping(String to, List<Way> ways) {

    FieldMapping {
        ways = List.copyOf(ways);
    }

    /** A source and the steps its value goes through. */
    record Way(Source source, List<Transform> transforms) {

        Way {
            transforms = List.copyOf(transforms);
        }

        @Nullable
        String value(Map<String, @Nullable String> row) {
            String value = source.value(row);
            for (Transform transform : transforms) {
                value = transform.apply(value);
            }
            return value == null || value.isEmpty() ? null : value;
        }
    }

    @Nullable
    String value(Map<String, @Nullable String> row) {
        for (Way way : ways) {
            String value = way.value(row);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    boolean filledBy(Collection<String> headers) {
        return ways.stream().anyMatch(way -> way.source().filledBy(headers));
    }

    /** The headers it may come from. */
    List<String> headers() {
        return ways.stream()
                .flatMap(way -> way.source().headersRead())
                .distinct()
                .toList();
    }
}
