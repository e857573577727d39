package org.exchangehub.core.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.exchangehub.core.publication.Release.Counts;
import org.exchangehub.core.publication.Release.Mode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Merges staged batches into the published tables. */
@Service
public class Releases {

    private final JdbcTemplate jdbc;
    private final PublishedTables tables;

    Releases(@Qualifier("releaseDataSource") DataSource release, PublishedTables tables) {
        this.tables = tables;
        this.jdbc = new JdbcTemplate(release);
    }

    /**
     * Merges a staged batch as the dataset's next release, set-wise, within the caller's transaction: rows that are the same
     * already are not rewritten, and every change gets the next number of the dataset's sequence.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Release merge(Staging staging, Mode mode, long superseded, Instant now) {
        String dataset = staging.schema().dataset();
        ReleaseHead head = ReleaseHead.lock(jdbc, dataset);
        staging.allowMemory();
        long number = head.next();
        boolean first = head.release() == 0;
        long updated = first ? 0 : closeChanged(staging, number);
        long added = first ? insertAll(staging, number, head.seq()) : insertMissing(staging, number, head.seq());
        if (first) {
            jdbc.query(
                    "select hub.make_first_indexes(?)",
                    row -> {},
                    staging.layout().number());
        }
        long deleted = mode == Mode.UPSERT ? 0 : delete(staging, mode, number, head.seq() + added);
        long unchanged = staging.count(Staging.UPSERT) - added;
        if (mode == Mode.CHANGES) {
            unchanged += staging.count(Staging.DELETE) - deleted;
        }
        Release release = new Release(
                dataset,
                number,
                staging.batch(),
                null,
                staging.schema().version(),
                new Counts(added - updated, updated, unchanged, deleted),
                superseded,
                head.seq() + 1,
                head.seq() + added + deleted,
                head.notBeforeLast(now));
        ReleaseHead.advance(jdbc, release);
        return release;
    }

    /** How many of a dataset's current records a snapshot lacks. */
    public record Deletion(long deleted, long current) {}

    /** What a staged snapshot would delete if it were merged now. */
    public Deletion deletion(Staging staging) {
        TableLayout layout = staging.layout();
        Deletion deletion = jdbc.queryForObject(
                "select count(*) filter (where not exists (select 1 from " + staging.table() + " s where "
                        + layout.sameKey("t", "s") + ")), count(*) from " + layout.table()
                        + " t where t.released_to is null",
                (row, n) -> new Deletion(row.getLong(1), row.getLong(2)));
        return deletion == null ? new Deletion(0, 0) : deletion;
    }

    /** Ends the current row of every record that differs from the staged one. */
    private long closeChanged(Staging staging, long release) {
        TableLayout layout = staging.layout();
        if (layout.otherColumns().isEmpty()) {
            return 0;
        }
        return jdbc.update(
                "update " + layout.table() + " t set released_to = ? from " + staging.table() + " s where s.op = ? and "
                        + layout.sameKey("t", "s") + " and t.released_to is null and row("
                        + TableLayout.of("t", layout.otherColumns()) + ") is distinct from row("
                        + TableLayout.of("s", layout.otherColumns()) + ")",
                release,
                Staging.UPSERT);
    }

    /** Adds every staged record to a table without rows, in the order in which they were staged; nothing has to be sorted. */
    private long insertAll(Staging staging, long release, long lastSeq) {
        TableLayout layout = staging.layout();
        String columns = String.join(", ", layout.columns());
        // Scans of one table may otherwise join another's half way through it.
        jdbc.execute("set local synchronize_seqscans = off");
        return jdbc.update(
                "insert into " + layout.table() + " (seq, released_from, " + columns
                        + ") select ? + row_number() over (), ?, " + columns + " from " + staging.table()
                        + " s where s.op = ?",
                lastSeq,
                release,
                Staging.UPSERT);
    }

    /**
     * Adds every staged record that has no current row: the new ones, and those just ended. Of fields the batch's version of the
     * schema does not know yet a record keeps what it had.
     */
    private long insertMissing(Staging staging, long release, long lastSeq) {
        TableLayout layout = staging.layout();
        String table = layout.table();
        List<String> unknown =
                new ArrayList<>(tables.current(staging.schema().dataset()).columns());
        unknown.removeAll(layout.columns());
        String kept = unknown.isEmpty()
                ? ""
                : " left join " + table + " o on " + layout.sameKey("o", "s") + " and o.released_to = " + release
                        + " and o.deleted_seq is null";
        String into = String.join(", ", layout.columns());
        String from = TableLayout.of("s", layout.columns());
        if (!unknown.isEmpty()) {
            into += ", " + String.join(", ", unknown);
            from += ", " + TableLayout.of("o", unknown);
        }
        return jdbc.update(
                "insert into " + table + " (seq, released_from, " + into
                        + ") select ? + row_number() over (order by s.\"position\"), ?, " + from + " from "
                        + staging.table() + " s" + kept + " where s.op = ? and not exists (select 1 from " + table
                        + " t where t.released_to is null and " + layout.sameKey("t", "s") + ")",
                lastSeq,
                release,
                Staging.UPSERT);
    }

    /** Ends the rows a snapshot lacks or that changes delete. */
    private long delete(Staging staging, Mode mode, long release, long lastSeq) {
        TableLayout layout = staging.layout();
        String staged = "exists (select 1 from " + staging.table() + " s where " + layout.sameKey("t", "s")
                + (mode == Mode.CHANGES ? " and s.op = '" + Staging.DELETE + "')" : ")");
        String gone = "select t.ctid as row_place, row_number() over (order by t.seq) as nth from " + layout.table()
                + " t where t.released_to is null and " + (mode == Mode.SNAPSHOT ? "not " : "") + staged;
        return jdbc.update(
                "with gone as (" + gone + ") update " + layout.table()
                        + " t set released_to = ?, deleted_seq = ? + gone.nth from gone where t.ctid = gone.row_place",
                release,
                lastSeq);
    }
}
