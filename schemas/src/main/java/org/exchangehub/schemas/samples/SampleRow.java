package org.exchangehub.schemas.samples;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row in the shape of the source.
 *
 * @param number counted from 1
 * @param values text in the order of the columns; empty text where the source has nothing
 * @param injected what is wrong with it, or null
 */
public record SampleRow(
        long number, List<String> values, @Nullable InjectedError injected) {

    public SampleRow {
        values = List.copyOf(values);
    }

    public Optional<InjectedError> error() {
        return Optional.ofNullable(injected);
    }
}
