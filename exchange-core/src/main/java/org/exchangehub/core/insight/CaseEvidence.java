package org.exchangehub.core.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.audit.Hold;
import org.exchangehub.core.audit.LogHolds;
import org.exchangehub.core.audit.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a case rests on: stretches of one caller's entries that do not overlap. While the case goes on each is held, and nobody else's
 * entries in between.
 */
@Component
class CaseEvidence {

    private final JdbcClient jdbc;
    private final LogHolds holds;

    CaseEvidence(JdbcClient jdbc, LogHolds holds) {
        this.jdbc = jdbc;
        this.holds = holds;
    }

    /**
     * Entries found unusual together.
     *
     * @param counted the most within a window
     * @param missed of these, or of the look-ups, those that found nothing
     * @param near look-ups on the way of a walk
     * @param limit of volumes, above which they are unusual
     */
    record Stretch(
            long first,
            long last,
            long firstSlot,
            long lastSlot,
            long counted,
            long missed,
            long near,
            @Nullable Long limit) {}

    /** Adds a finding to the last stretch or as one of its own; whether it reaches into another slot than what was known. */
    boolean add(AnomalyCase about, Finding finding) {
        Stretch last = stretches(about.id(), "desc", 1).stream().findFirst().orElse(null);
        if (last == null || finding.firstSlot() > last.lastSlot() + 1) {
            long first = last == null ? finding.first() : Math.max(finding.first(), last.last() + 1);
            begin(about.id(), first, finding);
            hold(about, first, finding.last());
            return true;
        }
        jdbc.sql("""
                        update hub.anomaly_evidence set last_index = :last, last_slot = greatest(last_slot, :lastSlot),
                            first_slot = least(first_slot, :firstSlot), counted = greatest(counted, :counted),
                            missed = greatest(missed, :missed), near = greatest(near, :near),
                            volume_limit = coalesce(:limit, volume_limit)
                        where case_id = :case and first_index = :first
                        """)
                .param("case", about.id())
                .param("first", last.first())
                .param("last", finding.last())
                .param("firstSlot", finding.firstSlot())
                .param("lastSlot", finding.lastSlot())
                .param("counted", finding.counted())
                .param("missed", finding.missed())
                .param("near", finding.near())
                .param("limit", finding.limit())
                .update();
        holds.extend(about.id().toString(), last.first(), finding.last());
        return finding.lastSlot() > last.lastSlot();
    }

    private void begin(UUID id, long first, Finding finding) {
        jdbc.sql("""
                        insert into hub.anomaly_evidence (case_id, first_index, last_index, first_slot, last_slot,
                            counted, missed, near, volume_limit)
                        values (:case, :first, :last, :firstSlot, :lastSlot, :counted, :missed, :near, :limit)
                        """)
                .param("case", id)
                .param("first", first)
                .param("last", finding.last())
                .param("firstSlot", finding.firstSlot())
                .param("lastSlot", finding.lastSlot())
                .param("counted", finding.counted())
                .param("missed", finding.missed())
                .param("near", finding.near())
                .param("limit", finding.limit())
                .update();
    }

    private void hold(AnomalyCase about, long first, long last) {
        holds.place(
                new Hold.Scope.Callers(about.client(), about.account(), first, last),
                about.id().toString(),
                "case of rule " + about.rule(),
                Who.HUB);
    }

    /** Holds again all that a case rests on. */
    void hold(AnomalyCase about) {
        stretches(about.id(), "asc", Integer.MAX_VALUE).forEach(each -> hold(about, each.first(), each.last()));
    }

    /** Releases all that a case holds. */
    void release(AnomalyCase about, Who by) {
        holds.of(about.id().toString()).stream()
                .filter(hold -> hold.releasedAt() == null)
                .forEach(hold -> holds.release(hold.id(), by));
    }

    /** The newest stretches, at most a thousand, oldest first. */
    List<Stretch> of(UUID id) {
        return stretches(id, "desc", 1_000).reversed();
    }

    private List<Stretch> stretches(UUID id, String order, int most) {
        return jdbc.sql("select * from hub.anomaly_evidence where case_id = :id order by first_index " + order
                        + " limit :most")
                .param("id", id)
                .param("most", most)
                .query(CaseEvidence::read)
                .list();
    }

    private static Stretch read(ResultSet row, int n) throws SQLException {
        long limit = row.getLong("volume_limit");
        return new Stretch(
                row.getLong("first_index"),
                row.getLong("last_index"),
                row.getLong("first_slot"),
                row.getLong("last_slot"),
                row.getLong("counted"),
                row.getLong("missed"),
                row.getLong("near"),
                limit == 0 ? null : limit);
    }
}
