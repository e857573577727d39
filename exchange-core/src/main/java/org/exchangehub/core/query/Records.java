package org.exchangehub.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exchangehub.core.access.Decision;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Evidence;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.publication.PublishedRecord;
import org.exchangehub.core.publication.PublishedRecords;
import org.exchangehub.core.publication.RecordPage;
import org.exchangehub.core.publication.RecordQuery;
import org.exchangehub.core.publication.RecordVersion;
import org.exchangehub.core.publication.ReleaseHistory;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/**
 * Records read under a permit: decided, read, masked, encoded, evidenced, in this order and only then answered. Nothing
 * of the database is held while an answer is sent, and nothing is sent without evidence.
 */
@Component
class Records {

    private final Gate gate;
    private final Contracts contracts;
    private final PublishedRecords published;
    private final ReleaseHistory history;
    private final AuditLog log;
    private final Cursors cursors;
    private final RecipientTokens tokens;
    private final JsonBody json;
    private final LongReads reads;
    private final KeyWalks walks;

    Records(
            Gate gate,
            Contracts contracts,
            PublishedRecords published,
            ReleaseHistory history,
            AuditLog log,
            Cursors cursors,
            RecipientTokens tokens,
            JsonBody json,
            LongReads reads,
            KeyWalks walks) {
        this.gate = gate;
        this.contracts = contracts;
        this.published = published;
        this.history = history;
        this.log = log;
        this.cursors = cursors;
        this.tokens = tokens;
        this.json = json;
        this.reads = reads;
        this.walks = walks;
    }

    /** One record by its key text ({@link RecordKey}), which must be a key the caller may ask by; the row filter holds too. */
    Answer one(Question asked, String key) {
        Optional<BoundSchema> bound = contracts.published(asked.dataset());
        Question question = keyed(asked, bound, key);
        Decision.Permit permit = gate.open(question);
        StandardSchema schema = bound.orElseThrow(Records::unpublished).schema();
        Projection projection = projection(question, permit, schema);
        List<RowCondition> conditions = conditions(question, permit, schema);
        RecordPage page = published.page(
                question.dataset(),
                new RecordQuery(conditions, Subjects.read(schema, projection.read()), null, 1, release(question)));
        List<PublishedRecord> found = page.records();
        byte[] body = found.isEmpty() ? new byte[0] : json.of(out -> projection.write(found.getFirst(), out));
        Evidence evidence = evidence(Auditable.RECORD_READ, question, permit, projection.names(), schema, page, body);
        if (found.isEmpty()) {
            throw absent(evidence);
        }
        return new Answer(body, evidence, null);
    }

    /** All that the record with this key ever was, the newest first; the row filter holds for each version. */
    Answer versions(Question asked, String key) {
        Optional<BoundSchema> bound = contracts.published(asked.dataset());
        Question question = keyed(asked, bound, key);
        Decision.Permit permit = gate.open(question);
        StandardSchema schema = bound.orElseThrow(Records::unpublished).schema();
        Projection projection = projection(question, permit, schema);
        List<RecordVersion> versions = published.versions(
                question.dataset(),
                conditions(question, permit, schema),
                Subjects.read(schema, projection.read()),
                RecordParameters.MOST);
        byte[] body = json.items(out -> versions.forEach(version -> write(version, projection, out)));
        Evidence evidence = log.append(question.fact(Auditable.RECORD_HISTORY_READ, permit, projection.names())
                .rows(versions.size())
                .released(body)
                .subjects(Stream.concat(
                                Subjects.claimed(schema, question.equalities()),
                                versions.stream().flatMap(version -> Subjects.of(schema, version.record())))
                        .distinct()
                        .toList())
                .detail(Question.ADJACENT, adjacent(question, schema))
                .build());
        if (versions.isEmpty()) {
            throw absent(evidence);
        }
        return new Answer(body, evidence, null);
    }

    /** The question about one record; of a dataset without a schema it stays as it is, for access is decided first. */
    private static Question keyed(Question asked, Optional<BoundSchema> bound, String key) {
        return bound.map(each -> asked.by(RecordKey.parse(each.schema().key(), key)))
                .orElse(asked);
    }

    private static void write(RecordVersion version, Projection projection, JsonGenerator out) {
        out.writeStartObject();
        out.writeNumberProperty("release", version.release());
        out.writeStringProperty("publishedAt", version.publishedAt().toString());
        if (version.until() != null) {
            out.writeNumberProperty("until", version.until());
            out.writeStringProperty("endedAt", String.valueOf(version.endedAt()));
        }
        out.writeBooleanProperty("deleted", version.deleted());
        out.writeName("record");
        projection.write(version.record(), out);
        out.writeEndObject();
    }

    private static HubProblem absent(Evidence evidence) {
        return new HubProblem(ErrorCode.NOT_FOUND, "There is no such record among those the grant covers")
                .evidencedBy(evidence.header());
    }

    /** The release a question is about; null for the last. */
    private @Nullable Long release(Question question) {
        return question.asOf() == null ? null : history.at(question.dataset(), question.asOf());
    }

    /** A page of records in the order of their keys. */
    Answer page(Question question, int limit, @Nullable String cursor) {
        Decision.Permit permit = gate.open(question);
        StandardSchema schema = schema(question.dataset());
        Projection projection = projection(question, permit, schema);
        List<RowCondition> conditions = conditions(question, permit, schema);
        String after = cursor == null ? null : cursors.open(cursor, question.identity());
        RecordQuery query =
                new RecordQuery(conditions, Subjects.read(schema, projection.read()), after, limit, release(question));
        Listed listed = reads.inTurn(limit, () -> {
            RecordPage page = published.page(question.dataset(), query);
            return new Listed(page, json.items(out -> page.records().forEach(record -> projection.write(record, out))));
        });
        Evidence evidence = evidence(
                Auditable.RECORDS_LISTED, question, permit, projection.names(), schema, listed.page(), listed.body());
        String next = listed.page().nextKey();
        return new Answer(listed.body(), evidence, next == null ? null : cursors.seal(next, question.identity()));
    }

    /** A page and what is sent of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Listed(RecordPage page, byte[] body) {}

    private Projection projection(Question question, Decision.Permit permit, StandardSchema schema) {
        return Projection.of(schema, permit.fields(), question.fields(), tokens.of(question.caller()));
    }

    private static List<RowCondition> conditions(Question question, Decision.Permit permit, StandardSchema schema) {
        List<RowCondition> conditions = new ArrayList<>(permit.rowFilter());
        question.filters().forEach(filter -> conditions.add(filter.on(schema)));
        return conditions;
    }

    private StandardSchema schema(String dataset) {
        return contracts.published(dataset).orElseThrow(Records::unpublished).schema();
    }

    static HubProblem unpublished() {
        return new HubProblem(ErrorCode.NOT_FOUND, "This dataset has no published records yet");
    }

    /** Names whom the answer is about, and whom the question asked for, so that a look for somebody not found is a look too. */
    private Evidence evidence(
            Auditable kind,
            Question question,
            Decision.Permit permit,
            List<String> fields,
            StandardSchema schema,
            RecordPage page,
            byte[] body) {
        List<String> subjects = Stream.concat(
                        Subjects.claimed(schema, question.equalities()),
                        page.records().stream().flatMap(record -> Subjects.of(schema, record)))
                .distinct()
                .toList();
        return log.append(question.fact(kind, permit, fields)
                .rows(page.records().size())
                .released(body)
                .subjects(subjects)
                .detail("release", page.release())
                .detail(Question.ADJACENT, adjacent(question, schema))
                .build());
    }

    private @Nullable Integer adjacent(Question question, StandardSchema schema) {
        return walks.asked(question.caller(), question.dataset(), Subjects.keyValues(schema, question.equalities()));
    }
}
