package org.exchangehub.core.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.exchangehub.core.access.Decision;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.contract.RowCondition.Operator;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.publication.PublishedRecord;
import org.exchangehub.core.publication.PublishedRecords;
import org.exchangehub.core.publication.RecordQuery;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.FieldType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says whether claims about one record are right, and nothing else about it. */
@Component
class Verifier {

    private final Gate gate;
    private final Contracts contracts;
    private final PublishedRecords published;
    private final AuditLog log;
    private final JsonMapper json;
    private final KeyWalks walks;

    Verifier(
            Gate gate, Contracts contracts, PublishedRecords published, AuditLog log, JsonMapper json, KeyWalks walks) {
        this.gate = gate;
        this.contracts = contracts;
        this.published = published;
        this.log = log;
        this.json = json;
        this.walks = walks;
    }

    /** What is known of one claim, or of all of them. */
    enum Result {
        MATCH,
        NO_MATCH,
        NO_RECORD
    }

    /** @param fields by claimed field; empty when there is no record */
    record Verification(Result result, Map<String, Result> fields) {}

    /**
     * Verifies claims about the record with the key.
     *
     * @param question its filters are the key and the claims, each an equality
     */
    Answer verify(Question question, Map<String, String> key, Map<String, String> claims) {
        Decision.Permit permit = gate.open(question);
        StandardSchema schema = contracts
                .published(question.dataset())
                .orElseThrow(Records::unpublished)
                .schema();
        requireKey(schema, key);
        List<RowCondition> conditions = new ArrayList<>(permit.rowFilter());
        key.forEach((field, value) ->
                conditions.add(new RowCondition(field, Operator.IN, spellings(schema, field, value))));
        List<PublishedRecord> found = published
                .page(
                        question.dataset(),
                        new RecordQuery(conditions, Subjects.read(schema, List.copyOf(claims.keySet())), null, 1, null))
                .records();
        Optional<PublishedRecord> record = found.stream().findFirst();
        Verification verification = record.map(each -> compared(schema, each, claims))
                .orElseGet(() -> new Verification(Result.NO_RECORD, Map.of()));
        AuditFact.Builder fact = question.fact(Auditable.RECORD_VERIFIED, permit, List.copyOf(claims.keySet()))
                .rows(found.size())
                .detail("result", verification.result())
                .detail(
                        Question.ADJACENT,
                        walks.asked(
                                question.caller(),
                                question.dataset(),
                                List.of(schema.key().stream().map(key::get).toList())));
        fact.subjects(subjects(schema, record, key, claims));
        byte[] body = json.writeValueAsBytes(verification);
        return new Answer(body, log.append(fact.released(body).build()), null);
    }

    /** Whom the record is about, and whom the claims are about, whether they are right or not. */
    private static List<String> subjects(
            StandardSchema schema,
            Optional<PublishedRecord> record,
            Map<String, String> key,
            Map<String, String> claims) {
        Map<String, List<String>> claimed = new TreeMap<>();
        claims.forEach((field, value) -> claimed.put(field, List.of(value)));
        key.forEach((field, value) -> claimed.put(field, List.of(value)));
        return Stream.concat(
                        Subjects.claimed(schema, claimed), record.stream().flatMap(each -> Subjects.of(schema, each)))
                .distinct()
                .toList();
    }

    private static Verification compared(StandardSchema schema, PublishedRecord record, Map<String, String> claims) {
        Map<String, Result> fields = new TreeMap<>();
        claims.forEach((field, claim) -> {
            Object value = record.values().get(field);
            FieldType type = type(schema, field);
            fields.put(field, value != null && Claim.same(type, value, claim) ? Result.MATCH : Result.NO_MATCH);
        });
        return new Verification(fields.containsValue(Result.NO_MATCH) ? Result.NO_MATCH : Result.MATCH, fields);
    }

    private static void requireKey(StandardSchema schema, Map<String, String> key) {
        if (!key.keySet().equals(Set.copyOf(schema.key()))) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "A record is verified by its whole key",
                    List.of(new FieldError("/key", "values for " + schema.key(), "values for " + key.keySet())));
        }
    }

    /** The ways a key may be written, as given first: keys are compared as they are stored, so that their index serves. */
    private static List<String> spellings(StandardSchema schema, String field, String value) {
        FieldType type = type(schema, field);
        String normal = Claim.normal(value);
        if (type.kind() != FieldType.Kind.STRING) {
            RowCondition condition = RowCondition.equal(field, normal);
            List<FieldError> violations = condition.violations(schema);
            if (!violations.isEmpty()) {
                throw new HubProblem(ErrorCode.REQUEST_INVALID, "The key is not of the field's type", violations);
            }
            return List.of(normal);
        }
        return List.copyOf(new LinkedHashSet<>(List.of(value, value.strip(), normal, normal.toLowerCase(Locale.ROOT))));
    }

    private static FieldType type(StandardSchema schema, String field) {
        return schema.field(field).map(StandardField::type).orElse(FieldType.STRING);
    }
}
