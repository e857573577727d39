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
 * @param rules ids of the rules that refuse the record once it is mapped, one finding each; empty when it is accepted
 * @param warnings ids of the rules that warn of the mapped record, one finding each
 */
public record SampleRow(
        long number, List<String> values, @Nullable InjectedError injected, List<String> rules, List<String> warnings) {

    public SampleRow {
        values = List.copyOf(values);
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    public Optional<InjectedError> error() {
        return Optional.ofNullable(injected);
    }

    /** Whether {@link org.exchangehub.schemas.RecordChecker} refuses the mapped row. */
    public boolean refused() {
        return !rules.isEmpty();
    }
}
