package org.exchangehub.core.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.ShareAttribute;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.StandardReference;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.FieldType;
import org.springframework.stereotype.Component;

/**
 * Which datasets a schema may refer to. A reference tells its owner which keys another dataset holds, so it may only name a
 * dataset of the same department or one that every department may have (无条件共享, Decree 809, Art. 14).
 */
@Component
class ReferenceRules {

    private final Catalog catalog;
    private final ContractVersions versions;

    ReferenceRules(Catalog catalog, ContractVersions versions) {
        this.catalog = catalog;
        this.versions = versions;
    }

    /** Refuses with {@code SCHEMA_INVALID} references that cannot or may not be followed; all of them at once. */
    void require(Dataset dataset, StandardSchema schema) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < schema.references().size(); i++) {
            check(dataset, schema, schema.references().get(i), "/hub.references/" + i, errors);
        }
        if (!errors.isEmpty()) {
            throw new HubProblem(
                    ErrorCode.SCHEMA_INVALID, "The schema refers to datasets it cannot or may not refer to.", errors);
        }
    }

    private void check(
            Dataset dataset, StandardSchema schema, StandardReference reference, String path, List<FieldError> errors) {
        Optional<Dataset> target = catalog.find(reference.dataset())
                .filter(found -> found.published() && !found.code().equals(dataset.code()));
        Optional<BoundSchema> bound = target.flatMap(found -> versions.newestPublished(found.code()));
        if (target.isEmpty() || bound.isEmpty()) {
            errors.add(new FieldError(
                    path + "/dataset", "the code of another dataset that is published", reference.dataset()));
            return;
        }
        boolean own = target.get().department().equals(dataset.department());
        if (!own && target.get().shareAttribute() != ShareAttribute.UNCONDITIONAL) {
            errors.add(new FieldError(
                    path + "/dataset",
                    "a dataset of the same department, or one shared unconditionally",
                    reference.dataset() + " of " + target.get().department()));
            return;
        }
        List<FieldType.Kind> expected =
                kinds(bound.get().schema(), bound.get().schema().key());
        List<FieldType.Kind> found = kinds(schema, reference.fields());
        if (!expected.equals(found)) {
            errors.add(new FieldError(
                    path + "/fields",
                    "fields of the types " + expected + " for the key "
                            + bound.get().schema().key(),
                    found.toString()));
        }
    }

    private static List<FieldType.Kind> kinds(StandardSchema schema, List<String> names) {
        return names.stream()
                .map(schema::field)
                .flatMap(Optional::stream)
                .map(field -> field.type().kind())
                .toList();
    }
}
