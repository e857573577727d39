package org.exchangehub.core.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exchangehub.core.access.Decision;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.contract.RowCondition.Operator;
import org.exchangehub.core.contract.TypedText;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.publication.PublishedRecord;
import org.exchangehub.core.publication.PublishedRecords;
import org.exchangehub.core.publication.RecordQuery;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.FieldType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says whether claims about records are right, and nothing else about them. */
@Component
class Verifier {

    /** Records read at once: a key is looked for in up to four spellings, a condition lists up to a thousand. */
    private static final int TOGETHER = RowCondition.MAX_VALUES / 4;

    private final Gate gate;
    private final Contracts contracts;
    private final PublishedRecords published;
    private final AuditLog log;
    private final JsonMapper json;
    private final KeyWalks walks;
    private final Guesses guesses;
    private final LongReads reads;

    Verifier(
            Gate gate,
            Contracts contracts,
            PublishedRecords published,
            AuditLog log,
            JsonMapper json,
            KeyWalks walks,
            Guesses guesses,
            LongReads reads) {
        this.gate = gate;
        this.contracts = contracts;
        this.published = published;
        this.log = log;
        this.json = json;
        this.walks = walks;
        this.guesses = guesses;
        this.reads = reads;
    }

    /** What is known of one claim, or of all of them. */
    enum Result {
        MATCH,
        NO_MATCH,
        NO_RECORD,
        /** Too many claims were wrong before; in a batch only. */
        REFUSED
    }

    /**
     * What is claimed of one record.
     *
     * @param pointer where in the request it stands
     * @param key values by key field
     * @param claims values by field
     */
    record Claimed(String pointer, Map<String, String> key, Map<String, String> claims) {

        /** The key as wrong claims are counted by: however it is spelled. */
        private List<String> normal(StandardSchema schema) {
            return schema.key().stream()
                    .map(field -> Claim.normal(key.getOrDefault(field, "")))
                    .toList();
        }
    }

    /** @param fields by claimed field; empty when there is no record, or when it is not said */
    record Verification(Result result, Map<String, Result> fields) {}

    /** In the order of the request. */
    record Verifications(List<Verification> items) {}

    /**
     * Verifies claims about one record.
     *
     * @throws HubProblem {@code RATE_LIMITED} when too many of the caller's claims were wrong within a day
     */
    Answer verify(Question asked, Claimed claimed) {
        Question question = about(asked, List.of(claimed));
        Decision.Permit permit = gate.open(question);
        StandardSchema schema = schema(question);
        Compared compared = compared(question, permit, schema, List.of(claimed));
        Verification verification = compared.verifications().getFirst();
        if (verification.result() == Result.REFUSED) {
            throw gate.limited(
                    question,
                    permit,
                    "Too many claims about this record, or about records of this dataset, were wrong within a day",
                    Guesses.REMEMBERED);
        }
        AuditFact.Builder fact =
                fact(Auditable.RECORD_VERIFIED, question, permit, compared).detail("result", verification.result());
        byte[] body = json.writeValueAsBytes(verification);
        return new Answer(body, log.append(fact.released(body).build()), null);
    }

    /** Verifies claims about up to {@value VerificationBatch#MOST} records, each by itself, in their order. */
    Answer verify(Question asked, List<Claimed> claimed) {
        Question question = about(asked, claimed);
        Decision.Permit permit = gate.open(question);
        StandardSchema schema = schema(question);
        Compared compared = reads.inTurn(claimed.size(), () -> compared(question, permit, schema, claimed));
        Map<Result, Long> results = compared.verifications().stream()
                .collect(Collectors.groupingBy(
                        Verification::result, () -> new EnumMap<>(Result.class), Collectors.counting()));
        AuditFact.Builder fact = fact(Auditable.RECORDS_VERIFIED, question, permit, compared)
                .detail("claims", claimed.size())
                .detail("results", results)
                .detail("result", results.containsKey(Result.MATCH) ? Result.MATCH : Result.NO_MATCH)
                .detail("streak", compared.streak());
        byte[] body = json.writeValueAsBytes(new Verifications(compared.verifications()));
        return new Answer(body, log.append(fact.released(body).build()), null);
    }

    /** The question with all fields that are claimed, asked by the keys; which keys, only the subjects tell. */
    private static Question about(Question asked, List<Claimed> claimed) {
        List<String> fields = claimed.stream()
                .flatMap(each -> each.claims().keySet().stream())
                .distinct()
                .toList();
        List<Filter> filters = claimed.stream()
                .flatMap(each -> each.key().keySet().stream())
                .distinct()
                .map(field -> new Filter(field, Operator.EQ, List.of()))
                .toList();
        return new Question(asked.caller(), asked.dataset(), asked.mode(), asked.purpose(), fields, filters, null);
    }

    private StandardSchema schema(Question question) {
        return contracts
                .published(question.dataset())
                .orElseThrow(Records::unpublished)
                .schema();
    }

    /**
     * What came of it.
     *
     * @param subjects whom the records are about, and whom the claims are about, whether they are right or not
     */
    private record Compared(
            List<Verification> verifications,
            List<String> subjects,
            int found,
            @Nullable Integer adjacent) {

        /** How many in a row did not match, at most. */
        int streak() {
            int longest = 0;
            int row = 0;
            for (Verification each : verifications) {
                row = each.result() == Result.MATCH ? 0 : row + 1;
                longest = Math.max(longest, row);
            }
            return longest;
        }
    }

    private Compared compared(Question question, Decision.Permit permit, StandardSchema schema, List<Claimed> claimed) {
        claimed.forEach(each -> requireKey(schema, each));
        List<Optional<PublishedRecord>> records = found(question, permit, schema, claimed);
        List<Verification> verifications = new ArrayList<>();
        List<Guesses.Tried> tried = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            Claimed each = claimed.get(i);
            Verification verification = records.get(i)
                    .map(record -> compared(schema, record, each.claims()))
                    .orElseGet(() -> new Verification(Result.NO_RECORD, Map.of()));
            verifications.add(verification);
            tried.add(new Guesses.Tried(each.normal(schema), verification.result() != Result.MATCH));
        }
        List<Boolean> answerable = guesses.answerable(question.caller().subject(), question.dataset(), tried);
        for (int i = 0; i < claimed.size(); i++) {
            if (!answerable.get(i)) {
                verifications.set(i, new Verification(Result.REFUSED, Map.of()));
            }
        }
        List<String> subjects = IntStream.range(0, claimed.size())
                .boxed()
                .flatMap(i -> subjects(schema, records.get(i), claimed.get(i)))
                .distinct()
                .toList();
        Integer adjacent = walks.asked(
                question.caller(),
                question.dataset(),
                claimed.stream()
                        .map(each -> schema.key().stream()
                                .map(field -> each.key().getOrDefault(field, ""))
                                .toList())
                        .toList());
        return new Compared(
                List.copyOf(verifications),
                subjects,
                (int) records.stream().filter(Optional::isPresent).count(),
                adjacent);
    }

    /** The record each claim is about; several by one statement where the key is one field. */
    private List<Optional<PublishedRecord>> found(
            Question question, Decision.Permit permit, StandardSchema schema, List<Claimed> claimed) {
        int together = schema.key().size() == 1 ? TOGETHER : 1;
        List<String> fields = Subjects.read(schema, question.fields());
        List<Optional<PublishedRecord>> found = new ArrayList<>();
        for (int from = 0; from < claimed.size(); from += together) {
            List<Claimed> some = claimed.subList(from, Math.min(claimed.size(), from + together));
            List<RowCondition> conditions = new ArrayList<>(permit.rowFilter());
            List<Map<String, List<String>>> keys =
                    some.stream().map(each -> spellings(schema, each)).toList();
            for (String field : schema.key()) {
                conditions.add(new RowCondition(
                        field,
                        Operator.IN,
                        keys.stream()
                                .flatMap(key -> key.getOrDefault(field, List.of()).stream())
                                .distinct()
                                .toList()));
            }
            List<PublishedRecord> records = published
                    .page(question.dataset(), new RecordQuery(conditions, fields, null, RowCondition.MAX_VALUES, null))
                    .records();
            keys.forEach(key -> found.add(records.stream()
                    .filter(record -> about(schema, key, record))
                    .findFirst()));
        }
        return found;
    }

    private static boolean about(StandardSchema schema, Map<String, List<String>> key, PublishedRecord record) {
        return key.entrySet().stream().allMatch(part -> {
            FieldType type = type(schema, part.getKey());
            Optional<Object> value = TypedText.parse(type, record.key().getOrDefault(part.getKey(), ""));
            return part.getValue().stream()
                    .anyMatch(spelled -> TypedText.parse(type, spelled).equals(value));
        });
    }

    private static Map<String, List<String>> spellings(StandardSchema schema, Claimed claimed) {
        return schema.key().stream()
                .collect(Collectors.toMap(field -> field, field -> spellings(schema, field, claimed)));
    }

    private static AuditFact.Builder fact(
            Auditable kind, Question question, Decision.Permit permit, Compared compared) {
        return question.fact(kind, permit, question.fields())
                .rows(compared.found())
                .subjects(compared.subjects())
                .detail(Question.ADJACENT, compared.adjacent());
    }

    private static Stream<String> subjects(StandardSchema schema, Optional<PublishedRecord> record, Claimed claimed) {
        Map<String, List<String>> values = new TreeMap<>();
        claimed.claims().forEach((field, value) -> values.put(field, List.of(value)));
        claimed.key().forEach((field, value) -> values.put(field, List.of(value)));
        return Stream.concat(
                Subjects.claimed(schema, values), record.stream().flatMap(each -> Subjects.of(schema, each)));
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

    private static void requireKey(StandardSchema schema, Claimed claimed) {
        Set<String> given = claimed.key().keySet();
        if (!given.equals(Set.copyOf(schema.key()))) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "A record is verified by its whole key",
                    List.of(new FieldError(
                            claimed.pointer() + "/key", "values for " + schema.key(), "values for " + given)));
        }
    }

    /** The ways a key may be written, as given first: keys are compared as they are stored, so that their index serves. */
    private static List<String> spellings(StandardSchema schema, String field, Claimed claimed) {
        String value = claimed.key().getOrDefault(field, "");
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
