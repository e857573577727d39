package org.exchangehub.core.query;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Outcome;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.publication.PublishedRecord;
import org.exchangehub.core.publication.PublishedRecords;
import org.exchangehub.core.publication.PublishedRecords.RowSink;
import org.exchangehub.core.publication.Release;
import org.exchangehub.core.publication.ReleaseHistory;
import org.exchangehub.core.query.Readings.Reading;
import org.exchangehub.core.work.Job;
import org.exchangehub.core.work.JobKind;
import org.exchangehub.schemas.encoding.RecordWriter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Makes files of records in the background (文件下载, Decree 809, Art. 22). An export is decided on when it is asked for, again and
 * again while it is made, and when its file is handed out; each time the terms must be those it was asked for under.
 */
@Component
class Exports implements JobKind {

    private static final String NAME = "record-export";

    /** Up to so many records the entry of an export names whom they are about; of more the ledger asks history. */
    private static final int NAMED = 1_000;

    private static final int LOOK_EVERY = 2_000;

    private final Readings readings;
    private final PublishedRecords published;
    private final ReleaseHistory history;
    private final ObjectMapper json;

    Exports(Readings readings, PublishedRecords published, ReleaseHistory history, ObjectMapper json) {
        this.readings = readings;
        this.published = published;
        this.history = history;
        this.json = json;
    }

    /** An export that may be made, and what the log is told of its being asked for. */
    record Ordered(ExportOrder order, AuditFact fact) {}

    /**
     * Decides on an export.
     *
     * @throws HubProblem {@code ACCESS_DENIED} with its evidence, {@code NOT_FOUND} before anything is published, {@code
     *     REQUEST_INVALID} for filters that do not fit, or when nothing of a record may be shown
     */
    Ordered ordered(Question question, ExportFormat format) {
        Reading reading = readings.of(question);
        if (reading.projection().names().isEmpty()) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID, "The grant shows no field of a record; there is nothing to export.");
        }
        long release = question.asOf() == null
                ? history.newest(question.dataset(), null, 1).stream()
                        .map(Release::number)
                        .findFirst()
                        .orElse(0L)
                : history.at(question.dataset(), question.asOf());
        ExportOrder order = new ExportOrder(question, format, release, readings.terms(reading));
        return new Ordered(
                order, fact(Auditable.RECORDS_EXPORT_REQUESTED, order, reading).build());
    }

    @Override
    public String name() {
        return NAME;
    }

    String written(ExportOrder order) {
        return json.writeValueAsString(order);
    }

    ExportOrder order(String parameters) {
        return json.readValue(parameters, ExportOrder.class);
    }

    @Override
    public Product run(Job job, OutputStream out, Progress progress) throws IOException {
        ExportOrder order = order(job.parameters());
        Question question = order.question();
        Reading reading = still(order, question);
        long expected = history.rows(question.dataset(), order.release());
        try (RecordWriter writer =
                order.format().writer(new LeftOpen(out), reading.projection().schema(reading.schema()))) {
            Rows rows = new Rows(order, reading, writer, progress, expected);
            published.each(question.dataset(), reading.conditions(), reading.fields(), order.release(), rows);
            progress.at(rows.count, rows.count);
            return new Product(
                    question.dataset() + "-r" + order.release() + "-"
                            + job.id().toString().substring(0, 8) + "."
                            + order.format().extension(),
                    order.format().mediaType(),
                    rows.count,
                    List.copyOf(rows.subjects));
        }
    }

    /** Writes rows, and now and then looks whether this is still wanted and still allowed. */
    private final class Rows implements RowSink {

        private final ExportOrder order;
        private final Reading reading;
        private final RecordWriter writer;
        private final Progress progress;
        private final long expected;
        private final Set<String> subjects = new LinkedHashSet<>();
        private long count;

        Rows(ExportOrder order, Reading reading, RecordWriter writer, Progress progress, long expected) {
            this.order = order;
            this.reading = reading;
            this.writer = writer;
            this.progress = progress;
            this.expected = expected;
        }

        @Override
        public void take(PublishedRecord row) throws IOException {
            writer.write(reading.projection().shown(row));
            count++;
            if (count <= NAMED) {
                Subjects.of(reading.schema(), row).forEach(subjects::add);
            } else {
                subjects.clear();
            }
            if (count % LOOK_EVERY == 0) {
                progress.at(count, Math.max(count, expected));
                still(order, order.question());
            }
        }
    }

    /** What the order may read now; refuses when that is no longer what it was asked for under. */
    private Reading still(ExportOrder order, Question asked) {
        Reading reading = readings.of(asked);
        if (!readings.terms(reading).equals(order.terms())) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "The terms of access have changed since this export was asked for; ask for it anew.");
        }
        return reading;
    }

    @Override
    public AuditFact succeeded(Job job, Job.Result result, Product product) {
        ExportOrder order = order(job.parameters());
        return fact(Auditable.RECORDS_EXPORTED, order, still(order, order.question()))
                .rows(result.rows())
                .released(result.bytes(), HexFormat.of().parseHex(result.sha256()))
                .subjects(product.subjects())
                .detail("job", job.id())
                .build();
    }

    @Override
    public AuditFact failed(Job job, String why) {
        ExportOrder order = order(job.parameters());
        return AuditFact.of(Auditable.RECORDS_EXPORTED, job.owner())
                .outcome(Outcome.FAILED)
                .dataset(order.question().dataset())
                .mode(order.question().mode())
                .purpose(order.question().purpose())
                .detail("format", order.format())
                .detail("job", job.id())
                .detail("reason", why)
                .build();
    }

    @Override
    public AuditFact handedOut(Job job, Job.Result result, Caller to) {
        ExportOrder order = order(job.parameters());
        Caller asked = order.question().caller();
        boolean sameRecipient = Stream.of(asked, to)
                        .map(each -> each.department() + "/" + each.client())
                        .distinct()
                        .count()
                == 1;
        if (!sameRecipient) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED,
                    "This export was made for " + asked.client() + " of " + asked.department() + "; fetch it as that.");
        }
        Question question = order.question().askedBy(to);
        return fact(Auditable.RECORDS_EXPORT_DOWNLOADED, order, still(order, question))
                .rows(result.rows())
                .released(result.bytes(), HexFormat.of().parseHex(result.sha256()))
                .detail("job", job.id())
                .build();
    }

    private static AuditFact.Builder fact(Auditable kind, ExportOrder order, Reading reading) {
        return order.question()
                .fact(kind, reading.permit(), reading.projection().names())
                .detail("format", order.format())
                .detail("release", order.release());
    }

    /** Takes everything but the closing: whoever keeps the file closes it. */
    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
