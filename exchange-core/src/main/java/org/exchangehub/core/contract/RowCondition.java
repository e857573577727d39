package org.exchangehub.core.contract;

import java.util.List;
import java.util.Optional;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.FieldType;

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

    /**
     * What keeps this condition from being asked of a dataset with that schema: an unknown field, an operator its type does not
     * know, values that are not of its type; empty when it can be asked. Whether the field's {@code hub.filter} offers the
     * operator to callers is another question: see {@link #offeredBy}.
     */
    public List<FieldError> violations(StandardSchema schema) {
        Optional<StandardField> found = schema.field(field);
        if (found.isEmpty()) {
            return List.of(new FieldError(field, "a field of " + schema.dataset(), "no such field"));
        }
        FieldType type = found.get().type();
        boolean text = type.kind() == FieldType.Kind.STRING;
        if (op == Operator.PREFIX && !text) {
            return List.of(new FieldError(field, "an operator for " + type, op.name()));
        }
        boolean typed =
                values.stream().allMatch(value -> TypedText.parse(type, value).isPresent());
        return typed ? List.of() : List.of(new FieldError(field, "values of type " + type, "something else"));
    }

    /** Whether the schema offers this operator on the field to callers; key fields can always be asked for equality. */
    public boolean offeredBy(StandardSchema schema) {
        return schema.field(field).map(found -> offered(schema, found)).orElse(false);
    }

    private boolean offered(StandardSchema schema, StandardField found) {
        boolean equality = op == Operator.EQ || op == Operator.IN;
        return switch (found.filter()) {
            case NONE -> equality && schema.key().contains(field);
            case EQUALITY, TEXT -> equality;
            case RANGE -> op != Operator.PREFIX;
            case PREFIX -> equality || op == Operator.PREFIX;
        };
    }

    /** A condition that the field equals one value. */
    public static RowCondition equal(String field, String value) {
        return new RowCondition(field, Operator.EQ, List.of(value));
    }
}
