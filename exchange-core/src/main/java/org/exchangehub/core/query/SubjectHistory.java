package org.exchangehub.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.exchangehub.core.access.GrantedRows;
import org.exchangehub.core.audit.DataSubject;
import org.exchangehub.core.audit.PublishedHistory;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.publication.SubjectRows;
import org.exchangehub.core.publication.SubjectRows.Naming;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.minimisation.SubjectFields;
import org.exchangehub.schemas.minimisation.SubjectFields.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the ledger which records name somebody, and which of them a large access included. */
@Component
class SubjectHistory implements PublishedHistory {

    private final Contracts contracts;
    private final SubjectRows rows;
    private final GrantedRows grants;

    SubjectHistory(Contracts contracts, SubjectRows rows, GrantedRows grants) {
        this.contracts = contracts;
        this.rows = rows;
        this.grants = grants;
    }

    @Override
    public List<String> names(DataSubject subject) {
        return switch (subject) {
            case DataSubject.Person person -> number(Kind.PERSON, person.citizenId(), "[0-9]{17}[0-9X]");
            case DataSubject.Enterprise enterprise -> number(Kind.ENTERPRISE, enterprise.uscc(), "[0-9A-Z]{18}");
            case DataSubject.Keyed record -> {
                StandardSchema schema = schema(record.dataset())
                        .orElseThrow(() -> new HubProblem(
                                ErrorCode.NOT_FOUND, "Dataset " + record.dataset() + " is not published"));
                if (!record.key().keySet().equals(Set.copyOf(schema.key()))) {
                    throw invalid(
                            "/key",
                            "values for " + schema.key(),
                            "values for " + record.key().keySet());
                }
                yield List.of(RecordKey.text(schema.key().stream()
                        .map(field -> record.key().getOrDefault(field, ""))
                        .toList()));
            }
        };
    }

    private static List<String> number(Kind kind, String given, String form) {
        String canonical = kind.canonical(given);
        if (!canonical.matches(form)) {
            throw invalid("/identifier", kind == Kind.PERSON ? "a citizen's number" : "a social credit code", null);
        }
        return List.of(canonical);
    }

    private static HubProblem invalid(String pointer, String expected, @Nullable String found) {
        return new HubProblem(
                ErrorCode.REQUEST_INVALID,
                "The subject cannot be looked for as written",
                List.of(new FieldError(pointer, expected, found)));
    }

    @Override
    public List<String> datasets(DataSubject subject) {
        List<String> candidates =
                subject instanceof DataSubject.Keyed record ? List.of(record.dataset()) : rows.datasets();
        return candidates.stream()
                .filter(dataset -> naming(dataset, subject).map(rows::any).orElse(false))
                .toList();
    }

    @Override
    public Evaluation evaluated(DataSubject subject, Extent extent) {
        Naming naming = naming(extent.dataset(), subject).orElse(null);
        List<RowCondition> seen = conditions(extent.dataset(), extent.grant()).orElse(null);
        if (naming == null || seen == null) {
            return Evaluation.UNKNOWN;
        }
        return switch (extent) {
            case Extent.Changes range -> new Evaluation(true, rows.changes(naming, seen, range.after(), range.until()));
            case Extent.Rows all -> new Evaluation(!all.narrowed(), rows.in(all.release(), naming, seen));
        };
    }

    /** The rows a receiver saw: an owner all of them; empty when that cannot be told any more. */
    private Optional<List<RowCondition>> conditions(String dataset, @Nullable UUID grant) {
        return grant == null ? Optional.of(List.of()) : schema(dataset).flatMap(schema -> grants.of(grant, schema));
    }

    private Optional<StandardSchema> schema(String dataset) {
        return contracts.published(dataset).map(BoundSchema::schema);
    }

    /** How the dataset's rows name the subject; empty when they name nobody of its kind. */
    private Optional<Naming> naming(String dataset, DataSubject subject) {
        return schema(dataset)
                .map(schema -> switch (subject) {
                    case DataSubject.Person person -> numbers(schema, Kind.PERSON, names(person));
                    case DataSubject.Enterprise enterprise -> numbers(schema, Kind.ENTERPRISE, names(enterprise));
                    case DataSubject.Keyed record ->
                        List.of(record.key().entrySet().stream()
                                .map(part -> RowCondition.equal(part.getKey(), part.getValue()))
                                .toList());
                })
                .filter(anyOf -> !anyOf.isEmpty())
                .map(anyOf -> new Naming(dataset, anyOf));
    }

    private static List<List<RowCondition>> numbers(StandardSchema schema, Kind kind, List<String> names) {
        List<List<RowCondition>> anyOf = new ArrayList<>();
        for (StandardField field : SubjectFields.of(schema)) {
            if (SubjectFields.kind(schema, field) == kind) {
                anyOf.add(List.of(new RowCondition(field.name(), RowCondition.Operator.IN, names)));
            }
        }
        return anyOf;
    }
}
