package org.exchangehub.core.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.exchangehub.core.access.Decision;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Evidence;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.publication.Change;
import org.exchangehub.core.publication.ChangeFeed;
import org.exchangehub.core.publication.ChangePage;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.minimisation.Treatment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/**
 * The change feed as a receiver sees it under its grant. A place in it belongs to the terms it was given under: when they
 * change, records may have come into sight or gone out of it without a change, so the receiver has to begin anew.
 */
@Component
class Changes {

    private final Readings readings;
    private final ChangeFeed feed;
    private final AuditLog log;
    private final Cursors cursors;
    private final RecipientTokens tokens;
    private final JsonBody json;
    private final LongReads reads;
    private final ChangeWatch watch;

    Changes(
            Readings readings,
            ChangeFeed feed,
            AuditLog log,
            Cursors cursors,
            RecipientTokens tokens,
            JsonBody json,
            LongReads reads,
            ChangeWatch watch) {
        this.readings = readings;
        this.feed = feed;
        this.log = log;
        this.cursors = cursors;
        this.tokens = tokens;
        this.json = json;
        this.reads = reads;
        this.watch = watch;
    }

    /** Where a receiver is in the feed, and a digest of the terms it was there under. */
    private record Place(long seq, String terms) {

        static Place parse(String text) {
            int gap = text.indexOf(' ');
            return new Place(Long.parseLong(text.substring(0, gap)), text.substring(gap + 1));
        }

        String text() {
            return seq + " " + terms;
        }
    }

    /**
     * The changes behind a cursor, oldest first; without one from the beginning. Where there are none yet they are waited for;
     * what is answered then is decided anew.
     *
     * @param wait for how long at most
     * @throws HubProblem {@code FEED_OUTDATED} when the grant's terms are no longer those the cursor was given under,
     *     {@code REQUEST_INVALID} when the grant does not show the record's key
     */
    Answer after(Question question, int limit, @Nullable String cursor, Duration wait) {
        if (wait.isPositive()) {
            Readings.Reading reading = readings.of(question);
            requireKey(reading.schema(), reading.permit());
            watch.await(
                    question.dataset(),
                    place(question, cursor, readings.terms(reading)).seq(),
                    wait);
        }
        Readings.Reading reading = readings.of(question);
        Decision.Permit permit = reading.permit();
        StandardSchema schema = reading.schema();
        requireKey(schema, permit);
        String terms = readings.terms(reading);
        Place place = place(question, cursor, terms);
        List<String> wanted = withKey(schema, question.fields());
        Projection record = Projection.of(schema, permit.fields(), wanted, tokens.of(question.caller()));
        Projection key = Projection.of(schema, permit.fields(), schema.key(), tokens.of(question.caller()));
        Listed listed = reads.inTurn(limit, () -> {
            ChangePage page = feed.after(question.dataset(), permit.rowFilter(), record.read(), place.seq(), limit);
            return new Listed(
                    page, json.items(out -> page.changes().forEach(change -> write(change, record, key, out))));
        });
        ChangePage page = listed.page();
        Evidence evidence = evidence(question, permit, record.names(), page, place, listed.body());
        String next = new Place(page.next(), terms).text();
        return new Answer(listed.body(), evidence, cursors.seal(next, question.identity()));
    }

    private Place place(Question question, @Nullable String cursor, String terms) {
        Place place = cursor == null ? new Place(0, terms) : Place.parse(cursors.open(cursor, question.identity()));
        if (!place.terms().equals(terms)) {
            throw new HubProblem(
                    ErrorCode.FEED_OUTDATED,
                    "The grant's terms have changed since this cursor was given; begin anew without a cursor and replace"
                            + " what was received");
        }
        return place;
    }

    /** A page and what is sent of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Listed(ChangePage page, byte[] body) {}

    private static void requireKey(StandardSchema schema, Decision.Permit permit) {
        List<FieldError> missing = schema.key().stream()
                .filter(field -> !shown(permit.fields().get(field)))
                .map(field -> new FieldError(field, "a key field the grant shows, in clear or as a token", "not shown"))
                .toList();
        if (!missing.isEmpty()) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "Without the record's key changes cannot be told apart; apply for it or query instead",
                    missing);
        }
    }

    private static boolean shown(@Nullable Treatment treatment) {
        return treatment != null && treatment.shown();
    }

    private static List<String> withKey(StandardSchema schema, List<String> fields) {
        if (fields.isEmpty()) {
            return fields;
        }
        List<String> wanted = new ArrayList<>(schema.key());
        wanted.addAll(fields);
        return wanted;
    }

    private static void write(Change change, Projection record, Projection key, JsonGenerator out) {
        out.writeStartObject();
        out.writeNumberProperty("seq", change.seq());
        out.writeNumberProperty("release", change.release());
        out.writeStringProperty("op", change.kind().name());
        out.writeName("record");
        (change.kind() == Change.Kind.DELETE ? key : record).write(change.record(), out);
        out.writeEndObject();
    }

    /**
     * A feed goes through whole datasets, so its entries name nobody: they say which changes were looked at, under which grant,
     * and whom they concerned is told by holding that against history ({@link SubjectHistory}).
     */
    private Evidence evidence(
            Question question, Decision.Permit permit, List<String> fields, ChangePage page, Place place, byte[] body) {
        AuditFact.Builder fact = question.fact(Auditable.CHANGES_READ, permit, fields)
                .rows(page.changes().size())
                .released(body)
                .detail("after", place.seq())
                .detail("next", page.next());
        if (!page.changes().isEmpty()) {
            fact.detail("firstRelease", page.changes().getFirst().release())
                    .detail("lastRelease", page.changes().getLast().release());
        }
        return log.append(fact.build());
    }
}
