package org.exchangehub.core.query;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records read under a permit: decided, read, masked, encoded, evidenced, in this order and only then answered. Nothing
 * of the database is held while an answer is sent, and nothing is sent without evidence.
 */
@Component
class Records {

    private final Gate gate;
    private final Contracts contracts;
    private final PublishedRecords published;
    private final AuditLog log;
    private final Cursors cursors;
    private final JsonMapper json;

    Records(
            Gate gate,
            Contracts contracts,
            PublishedRecords published,
            AuditLog log,
            Cursors cursors,
            JsonMapper json) {
        this.gate = gate;
        this.contracts = contracts;
        this.published = published;
        this.log = log;
        this.cursors = cursors;
        this.json = json;
    }

    /** One record by its key text ({@link RecordKey}), which must be a key the caller may ask by; the row filter holds too. */
    Answer one(Question asked, String key) {
        Optional<BoundSchema> bound = contracts.published(asked.dataset());
        Question question = bound.map(
                        each -> asked.by(RecordKey.parse(each.schema().key(), key)))
                .orElse(asked);
        Decision.Permit permit = gate.open(question);
        StandardSchema schema = bound.orElseThrow(Records::unpublished).schema();
        Projection projection = Projection.of(schema, permit.fields(), question.fields());
        List<RowCondition> conditions = conditions(question, permit, schema);
        RecordPage page = published.page(question.dataset(), new RecordQuery(conditions, projection.names(), null, 1));
        List<PublishedRecord> found = page.records();
        byte[] body = found.isEmpty() ? new byte[0] : encoded(out -> projection.write(found.getFirst(), out));
        Evidence evidence = evidence(Auditable.RECORD_READ, question, permit, projection.names(), page);
        if (found.isEmpty()) {
            throw new HubProblem(ErrorCode.NOT_FOUND, "There is no such record among those the grant covers")
                    .evidencedBy(evidence.header());
        }
        return new Answer(body, evidence, null);
    }

    /** A page of records in the order of their keys. */
    Answer page(Question question, int limit, @Nullable String cursor) {
        Decision.Permit permit = gate.open(question);
        StandardSchema schema = schema(question.dataset());
        Projection projection = Projection.of(schema, permit.fields(), question.fields());
        List<RowCondition> conditions = conditions(question, permit, schema);
        String after = cursor == null ? null : cursors.open(cursor, question.identity());
        RecordPage page =
                published.page(question.dataset(), new RecordQuery(conditions, projection.names(), after, limit));
        byte[] body = encoded(out -> {
            out.writeStartObject();
            out.writeName("items");
            out.writeStartArray();
            page.records().forEach(record -> projection.write(record, out));
            out.writeEndArray();
            out.writeEndObject();
        });
        Evidence evidence = evidence(Auditable.RECORDS_LISTED, question, permit, projection.names(), page);
        String next = page.nextKey();
        return new Answer(body, evidence, next == null ? null : cursors.seal(next, question.identity()));
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

    private Evidence evidence(
            Auditable kind, Question question, Decision.Permit permit, List<String> fields, RecordPage page) {
        List<String> subjects = page.records().stream()
                .map(PublishedRecord::key)
                .map(Map::values)
                .map(RecordKey::text)
                .toList();
        return log.append(question.fact(kind, permit, fields)
                .rows(subjects.size())
                .subjects(subjects)
                .detail("release", page.release())
                .build());
    }

    private interface Writer {
        void write(JsonGenerator out);
    }

    private byte[] encoded(Writer writer) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(4_096);
        try (JsonGenerator out = json.createGenerator(body)) {
            writer.write(out);
        }
        return body.toByteArray();
    }
}
