package org.exchangehub.core.query;

import java.util.List;
import java.util.Locale;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.contract.RowCondition.Operator;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.StandardSchema;

/** One {@code filter=field:op:value} of a request; {@code in} takes values separated by commas. */
record Filter(String field, Operator operator, List<String> values) {

    private static final String FORM = "field:op:value, op one of eq, in, prefix, ge, le";

    Filter {
        values = List.copyOf(values);
    }

    /** Reads the form only: which fields there are is nobody's business before access is decided. */
    static Filter parse(String text) {
        String[] parts = text.split(":", 3);
        if (parts.length < 3 || parts[0].isBlank()) {
            throw invalid(FORM, text);
        }
        Operator operator =
                switch (parts[1].toLowerCase(Locale.ROOT)) {
                    case "eq" -> Operator.EQ;
                    case "in" -> Operator.IN;
                    case "prefix" -> Operator.PREFIX;
                    case "ge" -> Operator.GE;
                    case "le" -> Operator.LE;
                    default -> throw invalid(FORM, parts[1]);
                };
        List<String> values = operator == Operator.IN ? List.of(parts[2].split(",", -1)) : List.of(parts[2]);
        if (values.stream().anyMatch(String::isEmpty)) {
            throw invalid("a value", text);
        }
        return new Filter(parts[0], operator, values);
    }

    /** The field and operator without the value, as the access log shows it. */
    String shape() {
        return field + ":" + operator.name().toLowerCase(Locale.ROOT);
    }

    /** The condition it states; refuses an operator or a value the field's definition has no place for. */
    RowCondition on(StandardSchema schema) {
        RowCondition condition = new RowCondition(field, operator, values);
        List<FieldError> violations = condition.violations(schema);
        if (!violations.isEmpty()) {
            throw new HubProblem(ErrorCode.REQUEST_INVALID, "A filter cannot be used as written", violations);
        }
        if (!condition.offeredBy(schema)) {
            throw invalid("an operator the dataset offers on this field", shape());
        }
        return condition;
    }

    private static HubProblem invalid(String expected, String found) {
        return new HubProblem(
                ErrorCode.REQUEST_INVALID,
                "A filter cannot be used as written",
                List.of(new FieldError("filter", expected, found)));
    }
}
