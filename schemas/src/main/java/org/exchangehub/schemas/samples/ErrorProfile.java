package org.exchangehub.schemas.samples;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How many rows are wrong, and how.
 *
 * @param rate share of rows with an error, 0 to 1
 * @param errors chosen among evenly
 */
public record ErrorProfile(double rate, List<InjectedError> errors) {

    public ErrorProfile {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be 0 to 1, found " + rate);
        }
        errors = List.copyOf(errors);
        if (rate > 0 && errors.isEmpty()) {
            throw new IllegalArgumentException("a rate above 0 needs errors to choose from");
        }
    }

    /** Every row conforms and every key is new. */
    public static ErrorProfile clean() {
        return new ErrorProfile(0, List.of());
    }

    /** All kinds of errors. */
    public static ErrorProfile all(double rate) {
        return new ErrorProfile(rate, List.of(InjectedError.values()));
    }

    public static ErrorProfile only(double rate, Set<InjectedError> errors) {
        return new ErrorProfile(rate, List.copyOf(EnumSet.copyOf(errors)));
    }
}
