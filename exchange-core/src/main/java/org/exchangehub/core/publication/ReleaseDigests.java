package org.exchangehub.core.publication;

import jakarta.annotation.PreDestroy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.canonical.CanonicalRecords;
import org.exchangehub.schemas.canonical.DatasetDigest;
import org.exchangehub.schemas.canonical.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Digests of what a dataset holds at a release, to be compared with what its sender or a receiver holds (对账). One is made when
 * it is first asked for, from the last one before it and the changes since; making it reads each changed row once.
 */
@Service
class ReleaseDigests {

    private static final int FETCH_SIZE = 1_000;

    private final PublishedTables tables;
    private final JdbcClient jdbc;
    private final JdbcTemplate reader;
    private final TransactionTemplate reading;
    private final Map<String, CompletableFuture<Summary>> making = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("hub-digests").daemon().factory());

    ReleaseDigests(
            PublishedTables tables,
            @Qualifier("releaseDataSource") DataSource release,
            @Qualifier("readerDataSource") DataSource readerDataSource) {
        this.tables = tables;
        this.jdbc = JdbcClient.create(release);
        this.reader = new JdbcTemplate(readerDataSource);
        this.reader.setFetchSize(FETCH_SIZE);
        this.reading = new TransactionTemplate(new JdbcTransactionManager(readerDataSource));
        this.reading.setReadOnly(true);
    }

    /**
     * What a dataset held.
     *
     * @param records how many there were
     * @param digest 64 hexadecimal digits, as docs/canonical-records.md defines it
     */
    record Summary(long records, String digest) {}

    /** The digest of a release, or empty when making it takes longer than {@code patience}; it is there later then. */
    Optional<Summary> of(Release release, Duration patience) {
        Optional<Summary> known = known(release);
        if (known.isPresent()) {
            return known;
        }
        String name = release.dataset() + "/" + release.number();
        CompletableFuture<Summary> made = making.computeIfAbsent(
                name,
                each -> CompletableFuture.supplyAsync(() -> make(release), worker)
                        .whenComplete((summary, failure) -> making.remove(name)));
        try {
            return Optional.ofNullable(made.copy()
                    .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join());
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private Optional<Summary> known(Release release) {
        return jdbc.sql(
                        "select records, digest from hub.publication_digest where dataset = :dataset and release = :release")
                .param("dataset", release.dataset())
                .param("release", release.number())
                .query((row, n) -> new Summary(row.getLong(1), row.getString(2)))
                .optional();
    }

    /** Where the making of a digest goes on: behind {@code seq}. */
    private record Start(long seq, DatasetDigest digest) {}

    private Summary make(Release release) {
        Start start = jdbc.sql("""
                        select r.last_seq, d.state from hub.publication_digest d
                          join hub.publication_release r on r.dataset = d.dataset and r.release = d.release
                         where d.dataset = :dataset and d.release < :release order by d.release desc limit 1
                        """)
                .param("dataset", release.dataset())
                .param("release", release.number())
                .query((row, n) -> new Start(row.getLong(1), DatasetDigest.ofState(row.getBytes(2))))
                .optional()
                .orElseGet(() -> new Start(0, new DatasetDigest()));
        DatasetDigest digest = start.digest();
        reading.executeWithoutResult(status -> apply(release, start.seq(), digest));
        Summary summary = new Summary(digest.records(), digest.digest().hex());
        jdbc.sql("""
                        insert into hub.publication_digest (dataset, release, records, digest, state)
                        values (:dataset, :release, :records, :digest, :state) on conflict do nothing
                        """)
                .param("dataset", release.dataset())
                .param("release", release.number())
                .param("records", summary.records())
                .param("digest", summary.digest())
                .param("state", digest.state())
                .update();
        return summary;
    }

    /** Adds the rows that came in the sequence's part, takes those away that were replaced or deleted in it. */
    private void apply(Release release, long after, DatasetDigest digest) {
        TableLayout layout = tables.current(release.dataset());
        CanonicalRecords records = CanonicalRecords.of(layout.schema());
        String table = layout.table();
        String columns = TableLayout.of("t", layout.columns());
        each(
                "select " + columns + " from " + table + " t where t.seq > ? and t.seq <= ?",
                release,
                after,
                row -> digest.add(digest(row, layout, records)));
        each(
                "select " + columns + " from " + table + " n join " + table + " t on " + layout.sameKey("t", "n")
                        + " and t.released_to = n.released_from and t.deleted_seq is null where n.seq > ? and n.seq <= ?",
                release,
                after,
                row -> digest.remove(digest(row, layout, records)));
        each(
                "select " + columns + " from " + table + " t where t.deleted_seq > ? and t.deleted_seq <= ?",
                release,
                after,
                row -> digest.remove(digest(row, layout, records)));
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void each(String sql, Release release, long after, Row consumer) {
        reader.query(
                sql,
                row -> {
                    consumer.take(row);
                },
                after,
                release.lastSeq());
    }

    private static Digest digest(ResultSet row, TableLayout layout, CanonicalRecords records) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        int column = 1;
        for (StandardField field : layout.schema().fields()) {
            values.add(RowShape.value(row, column++, field));
        }
        return records.digest(values);
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
