package org.exchangehub.core.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.FieldType;

/**
 * Whether a schema may follow those already published: readers of any version must read data of any other (FULL_TRANSITIVE),
 * and no field may vanish or change its meaning, because grants bind the stable field ids.
 *
 * <p>Our own check stands before the registry's, whose refusal names neither the version nor the reason.
 */
final class SchemaEvolution {

    private final StandardSchema next;
    private final BoundSchema published;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> explained = new HashSet<>();

    private SchemaEvolution(StandardSchema next, BoundSchema published) {
        this.next = next;
        this.published = published;
    }

    /** Refuses with {@code SCHEMA_INCOMPATIBLE}, naming field, version and reason, what may not follow all of the versions. */
    static void require(StandardSchema next, List<BoundSchema> published) {
        List<FieldError> errors = published.stream()
                .flatMap(version -> new SchemaEvolution(next, version).check().stream())
                .toList();
        if (!errors.isEmpty()) {
            String reasons = errors.stream()
                    .map(error -> error.pointer() + ": expected " + error.expected() + ", found " + error.found())
                    .collect(Collectors.joining("; "));
            throw new HubProblem(
                    ErrorCode.SCHEMA_INCOMPATIBLE,
                    "The schema breaks what is published; bind it to a new dataset instead. " + reasons,
                    errors);
        }
    }

    private List<FieldError> check() {
        checkKey();
        published.schema().fields().forEach(this::checkKept);
        next.fields().stream().filter(field -> find(field.id()).isEmpty()).forEach(this::checkAdded);
        checkAvro(next.avro(), published.schema().avro(), "data of version " + published.version() + " can be read");
        checkAvro(published.schema().avro(), next.avro(), "readers of version " + published.version() + " can read it");
        return errors;
    }

    private void checkKey() {
        List<Integer> before = keyIds(published.schema());
        if (!keyIds(next).equals(before)) {
            refuse("/hub.key", "the key " + published.schema().key(), next.key().toString());
        }
    }

    private void checkKept(StandardField before) {
        Optional<StandardField> after = next.fields().stream()
                .filter(field -> field.id() == before.id())
                .findFirst();
        if (after.isEmpty()) {
            String found = next.field(before.name())
                    .map(field -> "the name with hub.id " + field.id())
                    .orElse("no such field");
            refuse(pointer(before.name()), "the field with hub.id " + before.id(), found);
            return;
        }
        StandardField now = after.get();
        if (!now.name().equals(before.name()) && !now.aliases().contains(before.name())) {
            refuse(
                    pointer(now.name()),
                    "the name or alias " + before.name() + " for hub.id " + before.id(),
                    now.name());
        }
        if (!holds(now.type(), before.type())) {
            refuse(pointer(now.name()), "type " + before.type() + widened(before.type()), "type " + now.type());
        }
        if (now.nullable() != before.nullable()) {
            refuse(pointer(now.name()), needs(before), needs(now));
        }
    }

    /**
     * A decimal may get more digits before the point: its bytes mean the same to every reader. No other type may be widened, for
     * who reads {@code int} cannot read {@code long} (Avro 1.12, schema resolution).
     */
    private static boolean holds(FieldType now, FieldType before) {
        boolean decimals = now.kind() == FieldType.Kind.DECIMAL && before.kind() == FieldType.Kind.DECIMAL;
        return decimals ? now.scale() == before.scale() && now.precision() >= before.precision() : now.equals(before);
    }

    private static String widened(FieldType before) {
        return before.kind() == FieldType.Kind.DECIMAL ? " or one with more digits before the point" : "";
    }

    private void checkAdded(StandardField added) {
        if (!added.nullable()) {
            refuse(pointer(added.name()), "a new field to be nullable with default null", "a required field");
        }
    }

    /** What Avro still objects to beyond the fields explained above, e.g. in nested records or defaults. */
    private void checkAvro(Schema reader, Schema writer, String expectation) {
        List<Incompatibility> found = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities();
        for (Incompatibility incompatibility : found) {
            String pointer = fieldPointer(reader, incompatibility.getLocation());
            if (explained.add(pointer)) {
                refuse(pointer, expectation, incompatibility.getType() + " " + incompatibility.getMessage());
            }
        }
    }

    /** Turns Avro's {@code /fields/3/type} into {@code /fields/<name>}. */
    private static String fieldPointer(Schema reader, String location) {
        String[] steps = location.split("/", -1);
        if (steps.length > 2 && steps[1].equals("fields") && steps[2].matches("[0-9]+")) {
            return pointer(reader.getFields().get(Integer.parseInt(steps[2])).name());
        }
        return location;
    }

    private void refuse(String pointer, String expected, String found) {
        explained.add(pointer);
        errors.add(new FieldError(pointer, expected + " as in version " + published.version(), found));
    }

    private Optional<StandardField> find(int id) {
        return published.schema().fields().stream()
                .filter(field -> field.id() == id)
                .findFirst();
    }

    private static List<Integer> keyIds(StandardSchema schema) {
        return schema.key().stream()
                .map(name -> schema.field(name).map(StandardField::id))
                .flatMap(Optional::stream)
                .map(Function.identity())
                .toList();
    }

    private static String needs(StandardField field) {
        return field.nullable() ? "a nullable field" : "a required field";
    }

    private static String pointer(String field) {
        return "/fields/" + field;
    }
}
