package org.exchangehub.core.insight;

import java.io.IOException;
import java.io.OutputStream;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.LogContents;
import org.exchangehub.core.audit.LogFilter;
import org.exchangehub.core.audit.Outcome;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.insight.LogExportRequest.ExcerptFormat;
import org.exchangehub.core.work.Job;
import org.exchangehub.core.work.JobKind;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Makes excerpts of the access log. They come from the log itself, so they are complete and need no search engine; personal
 * detail behind commitments is not in them.
 */
@Component
class LogExport implements JobKind {

    private static final String NAME = "log-export";

    private final LogContents log;
    private final ObjectMapper json;

    LogExport(LogContents log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    /**
     * What an excerpt is made of.
     *
     * @param below only entries before this index, so that a second attempt makes the same excerpt
     */
    record Order(LogFilter filter, ExcerptFormat format, long below) {}

    @Override
    public String name() {
        return NAME;
    }

    String written(Order order) {
        return json.writeValueAsString(order);
    }

    /** Whether a job was ordered by the same wish, whenever that was. */
    boolean sameWish(String parameters, Order order) {
        Order former = json.readValue(parameters, Order.class);
        return former.format() == order.format()
                && former.filter().given().equals(order.filter().given());
    }

    private Order order(Job job) {
        return json.readValue(job.parameters(), Order.class);
    }

    @Override
    public Product run(Job job, OutputStream out, Progress progress) throws IOException {
        Order order = order(job);
        boolean lines = order.format() == ExcerptFormat.NDJSON;
        try (Excerpt excerpt = lines ? new Excerpt.Lines(out) : new Excerpt.Rows(out)) {
            Entries entries = new Entries(excerpt, progress);
            log.read(order.filter(), order.below(), entries);
            return new Product(
                    "access-log-" + job.id() + (lines ? ".ndjson.gz" : ".csv"),
                    lines ? "application/gzip" : "text/csv;charset=utf-8;header=present",
                    entries.count);
        }
    }

    /** Counts what it passes on. */
    private static final class Entries implements LogContents.Sink {

        private final Excerpt excerpt;
        private final Progress progress;
        private long count;

        private Entries(Excerpt excerpt, Progress progress) {
            this.excerpt = excerpt;
            this.progress = progress;
        }

        @Override
        public void progress(long done, long total) throws IOException {
            progress.at(done, total);
        }

        @Override
        public void entry(long index, byte[] leaf, JsonNode parsed) throws IOException {
            excerpt.add(index, leaf, parsed);
            count++;
        }
    }

    /** What the log is told when an excerpt is asked for. */
    static AuditFact requested(Order order, Who who) {
        return AuditFact.of(Auditable.LOG_EXPORT_REQUESTED, who)
                .details(order.filter().given())
                .detail("format", order.format())
                .detail("below", order.below())
                .build();
    }

    @Override
    public AuditFact succeeded(Job job, Job.Result result, Product product) {
        return fact(Auditable.LOG_EXPORTED, job, job.owner())
                .rows(result.rows())
                .detail("sha256", result.sha256())
                .build();
    }

    @Override
    public AuditFact failed(Job job, String why) {
        return fact(Auditable.LOG_EXPORTED, job, job.owner())
                .outcome(Outcome.FAILED)
                .detail("reason", why)
                .build();
    }

    @Override
    public AuditFact handedOut(Job job, Job.Result result, Caller to) {
        return fact(Auditable.LOG_EXPORT_DOWNLOADED, job, to.who())
                .rows(result.rows())
                .detail("sha256", result.sha256())
                .build();
    }

    private AuditFact.Builder fact(Auditable kind, Job job, Who who) {
        Order order = order(job);
        return AuditFact.of(kind, who)
                .details(order.filter().given())
                .detail("format", order.format())
                .detail("below", order.below())
                .detail("job", job.id());
    }
}
