package org.exchangehub.core.publication;

import java.sql.Timestamp;
import java.time.Instant;
import org.exchangehub.core.publication.Release.Counts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where a dataset's releases end. Taking it holds the dataset's row until the transaction ends, which puts releases in order
 * and keeps their sequence free of gaps.
 *
 * @param release number of the last release, 0 before the first
 * @param seq the last number of the sequence of changes
 * @param publishedAt when the last release was published; null before the first
 */
record ReleaseHead(
        String dataset, long release, long seq, @Nullable Instant publishedAt) {

    static ReleaseHead lock(JdbcTemplate jdbc, String dataset) {
        ReleaseHead head = jdbc.queryForObject(
                "select p.current_release, p.last_seq, (select r.published_at from hub.publication_release r where"
                        + " r.dataset = p.dataset and r.release = p.current_release) from hub.publication p"
                        + " where p.dataset = ? for update of p",
                (row, n) -> {
                    Timestamp at = row.getTimestamp(3);
                    return new ReleaseHead(dataset, row.getLong(1), row.getLong(2), at == null ? null : at.toInstant());
                },
                dataset);
        if (head == null) {
            throw new IllegalStateException("no table for " + dataset);
        }
        return head;
    }

    long next() {
        return release + 1;
    }

    /** The moment, or that of the last release when instances' clocks differ so much that it would lie before it. */
    Instant notBeforeLast(Instant now) {
        return publishedAt != null && now.isBefore(publishedAt) ? publishedAt : now;
    }

    /** Writes the next release and moves the head to it. */
    static void advance(JdbcTemplate jdbc, Release release) {
        Counts counts = release.counts();
        jdbc.update(
                "insert into hub.publication_release (dataset, release, batch, undoes, schema_version, inserted, updated,"
                        + " unchanged, deleted, superseded, first_seq, last_seq, published_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                release.dataset(),
                release.number(),
                release.batch(),
                release.undoes(),
                release.schemaVersion(),
                counts.inserted(),
                counts.updated(),
                counts.unchanged(),
                counts.deleted(),
                release.superseded(),
                release.firstSeq(),
                release.lastSeq(),
                Timestamp.from(release.publishedAt()));
        jdbc.update(
                "update hub.publication set current_release = ?, last_seq = ? where dataset = ?",
                release.number(),
                release.lastSeq(),
                release.dataset());
    }
}
