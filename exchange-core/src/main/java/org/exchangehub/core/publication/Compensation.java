package org.exchangehub.core.publication;

import org.exchangehub.core.publication.Release.Counts;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The statements that take a dataset's last release back. The rows it wrote are those whose numbers lie in its part of the
 * sequence; the rows it ended carry its number in {@code released_to}.
 */
final class Compensation {

    private final JdbcTemplate jdbc;
    private final TableLayout layout;
    private final Release undone;
    private final ReleaseHead head;
    private long changes;

    Compensation(JdbcTemplate jdbc, TableLayout layout, Release undone, ReleaseHead head) {
        this.jdbc = jdbc;
        this.layout = layout;
        this.undone = undone;
        this.head = head;
    }

    /** Does it within the caller's transaction, which holds the head. */
    Counts apply() {
        long replaced = endReplacements();
        long restored = restore();
        long ended = endInsertions(restored);
        changes = restored + ended;
        return new Counts(restored - replaced, replaced, 0, ended);
    }

    /** How many numbers of the sequence it took. */
    long changes() {
        return changes;
    }

    /** Ends what stands where something else stood before. */
    private long endReplacements() {
        return jdbc.update(
                "update " + layout.table() + " n set released_to = ? where n.seq between ? and ? and " + replaces(),
                head.next(),
                undone.firstSeq(),
                undone.lastSeq(),
                undone.number());
    }

    /** Adds again, as they were, the rows that were replaced or deleted, in the order they had. */
    private long restore() {
        String columns = String.join(", ", layout.columns());
        String table = layout.table();
        String before = "select o.* from " + table + " n join " + table + " o on " + layout.sameKey("o", "n")
                + " and o.released_to = ? and o.deleted_seq is null where n.seq between ? and ?";
        String deleted = "select o.* from " + table + " o where o.deleted_seq between ? and ?";
        return jdbc.update(
                "insert into " + table + " (seq, released_from, " + columns
                        + ") select ? + row_number() over (order by b.seq), ?, " + TableLayout.of("b", layout.columns())
                        + " from (" + before + " union all " + deleted + ") b",
                head.seq(),
                head.next(),
                undone.number(),
                undone.firstSeq(),
                undone.lastSeq(),
                undone.firstSeq(),
                undone.lastSeq());
    }

    /** Deletes what was not there before. */
    private long endInsertions(long restored) {
        String gone = "select n.ctid as row_place, row_number() over (order by n.seq) as nth from " + layout.table()
                + " n where n.seq between ? and ? and n.released_to is null";
        return jdbc.update(
                "with gone as (" + gone + ") update " + layout.table()
                        + " t set released_to = ?, deleted_seq = ? + gone.nth from gone where t.ctid = gone.row_place",
                undone.firstSeq(),
                undone.lastSeq(),
                head.next(),
                head.seq() + restored);
    }

    private String replaces() {
        return "exists (select 1 from " + layout.table() + " o where " + layout.sameKey("o", "n")
                + " and o.released_to = ? and o.deleted_seq is null)";
    }
}
