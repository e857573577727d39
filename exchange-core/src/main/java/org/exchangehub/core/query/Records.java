package org.exchangehub.core.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Evidence;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.publication.PublishedRecord;
import org.exchangehub.core.publication.PublishedRecords;
import org.exchangehub.core.publication.RecordPage;
import org.exchangehub.core.publication.RecordQuery;
import org.exchangehub.core.publication.RecordVersion;
import org.exchangehub.core.publication.ReleaseHistory;
import org.exchangehub.core.query.Readings.Reading;
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

    private final Readings readings;
    private final Contracts contracts;
    private final PublishedRecords published;
    private final ReleaseHistory history;
    private final AuditLog log;
    private final Cursors cursors;
    private final JsonBody json;
    private final LongReads reads;
    private final KeyWalks walks;

    Records(
            Readings readings,
            Contracts contracts,
            PublishedRecords published,
            ReleaseHistory history,
            AuditLog log,
            Cursors cursors,
            JsonBody json,
            LongReads reads,
            KeyWalks walks) {
        this.readings = readings;
        this.contracts = contracts;
        this.published = published;
        this.history = history;
        this.log = log;
        this.cursors = cursors;
        this.json = json;
        this.reads = reads;
        this.walks = walks;
    }

    /** One record by its key text ({@link RecordKey}), which must be a key the caller may ask by; the row filter holds too. */
    Answer one(Question asked, String key) {
        Optional<BoundSchema> bound = contracts.published(asked.dataset());
        Question question = keyed(asked, bound, key);
        Reading reading = readings.of(question);
        RecordPage page = published.page(
                question.dataset(),
                new RecordQuery(reading.conditions(), reading.fields(), null, 1, release(question)));
        List<PublishedRecord> found = page.records();
        byte[] body = found.isEmpty()
                ? new byte[0]
                : json.of(out -> reading.projection().write(found.getFirst(), out));
        Evidence evidence = evidence(Auditable.RECORD_READ, question, reading, page, body);
        if (found.isEmpty()) {
            throw absent(evidence);
        }
        return new Answer(body, evidence, null);
    }

    /** All that the record with this key ever was, the newest first; the row filter holds for each version. */
    Answer versions(Question asked, String key) {
        Optional<BoundSchema> bound = contracts.published(asked.dataset());
        Question question = keyed(asked, bound, key);
        Reading reading = readings.of(question);
        StandardSchema schema = reading.schema();
        Projection projection = reading.projection();
        List<RecordVersion> versions =
                published.versions(question.dataset(), reading.conditions(), reading.fields(), RecordParameters.MOST);
        byte[] body = json.items(out -> versions.forEach(version -> write(version, projection, out)));
        Evidence evidence =
                log.append(question.fact(Auditable.RECORD_HISTORY_READ, reading.permit(), projection.names())
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
        Reading reading = readings.of(question);
        String after = cursor == null ? null : cursors.open(cursor, question.identity());
        RecordQuery query = new RecordQuery(reading.conditions(), reading.fields(), after, limit, release(question));
        Listed listed = reads.inTurn(limit, () -> {
            RecordPage page = published.page(question.dataset(), query);
            return new Listed(
                    page,
                    json.items(out -> page.records()
                            .forEach(record -> reading.projection().write(record, out))));
        });
        Evidence evidence = evidence(Auditable.RECORDS_LISTED, question, reading, listed.page(), listed.body());
        String next = listed.page().nextKey();
        return new Answer(listed.body(), evidence, next == null ? null : cursors.seal(next, question.identity()));
    }

    /** A page and what is sent of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Listed(RecordPage page, byte[] body) {}

    static HubProblem unpublished() {
        return new HubProblem(ErrorCode.NOT_FOUND, "This dataset has no published records yet");
    }

    /** Names whom the answer is about, and whom the question asked for, so that a look for somebody not found is a look too. */
    private Evidence evidence(Auditable kind, Question question, Reading reading, RecordPage page, byte[] body) {
        StandardSchema schema = reading.schema();
        List<String> subjects = Stream.concat(
                        Subjects.claimed(schema, question.equalities()),
                        page.records().stream().flatMap(record -> Subjects.of(schema, record)))
                .distinct()
                .toList();
        return log.append(
                question.fact(kind, reading.permit(), reading.projection().names())
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
