package org.exchangehub.core.contract;

import java.util.List;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;

/**
 * A condition on one field of a dataset's rows, as grants and queries state it; several are joined by "and".
 *
 * @param field name of a field of the dataset's schema
 * @param values as text, in the form the field's type is written in JSON; exactly one unless the operator is {@code IN}
 */
public record RowCondition(String field, Operator op, List<String> values) {

    /** How a field is compared with the values; ranges include their bound. */
    public enum Operator {
        EQ,
        IN,
        PREFIX,
        GE,
        LE
    }

    /** Most values an {@code IN} may list. */
    public static final int MAX_VALUES = 1_000;

    public RowCondition {
        values = List.copyOf(values);
        int most = op == Operator.IN ? MAX_VALUES : 1;
        if (values.isEmpty() || values.size() > most) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "Condition on '" + field + "' has the wrong number of values",
                    List.of(new FieldError(field, "1 to " + most + " values for " + op, values.size() + " values")));
        }
    }

    /** A condition that the field equals one value. */
    public static RowCondition equal(String field, String value) {
        return new RowCondition(field, Operator.EQ, List.of(value));
    }
}
