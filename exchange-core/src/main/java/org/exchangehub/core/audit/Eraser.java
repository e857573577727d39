package org.exchangehub.core.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The only hand that removes something of the log: personal detail, and never what an open case holds. */
@Component
class Eraser {

    /**
     * Rows of log_body named b that no open hold covers. Of a hold on a caller's entries the leaf's own bytes are asked: members of
     * canonical JSON (RFC 8785) stand in order, and nothing inside a text looks like a member, because its quotes are escaped.
     */
    private static final String FREE = """
            not exists (select from hub.log_hold h where h.released_at is null
                and (b.index between h.first_index and h.last_index
                        and (h.account is null or exists (select from hub.log_entry w where w.index = b.index
                            and position(convert_to('"who":{"client":' || to_json(h.client)::text, 'UTF8') in w.entry) > 0
                            and position(convert_to('"subject":' || to_json(h.account)::text || '}', 'UTF8') in w.entry) > 0))
                    or exists (select from hub.log_subject s
                        where s.range = b.index >> 20 and s.token = h.token and s.index = b.index)))
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Eraser(@Qualifier("eraserDataSource") DataSource eraserDataSource) {
        this.jdbc = JdbcClient.create(eraserDataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(eraserDataSource));
    }

    /** Personal detail that is there, by the entry it belongs to. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(long index, Instant at, byte[] entry) {}

    /**
     * A year's entries.
     *
     * @param end the index behind its last
     */
    record Shard(int year, long first, long end) {}

    /** Personal detail of entries from one index to before another that is not held, in order, at most so many. */
    List<Kept> free(long from, long end, int most) {
        return jdbc.sql("select b.index, e.at, e.entry from hub.log_body b join hub.log_entry e using (index)"
                        + " where b.index >= :from and b.index < :end and " + FREE + " order by b.index limit :most")
                .param("from", from)
                .param("end", end)
                .param("most", most)
                .query(Eraser::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong("index"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getBytes("entry"));
    }

    /** Erases personal detail, but not what a hold placed meanwhile covers; says how much it was. */
    int erase(List<Long> indexes) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(?)")
                    .param(LogHolds.LOCK)
                    .query()
                    .singleRow();
            return jdbc.sql("delete from hub.log_body b where b.index = any(:indexes) and " + FREE)
                    .param("indexes", indexes.toArray(Long[]::new))
                    .update();
        }));
    }

    /** The oldest shard that is published and over, whose last entry is from before then and in which nothing is kept or held. */
    List<Shard> prunable(Instant before) {
        return jdbc.sql("""
                        select s.year, s.first, n.first as end_index from hub.log_shard s
                        join lateral (select first from hub.log_shard where year > s.year order by year limit 1) n on true
                        join hub.log_entry e on e.index = n.first - 1
                        where s.pruned_at is null and e.at < :before
                            and not exists (select from hub.log_shard where year < s.year and pruned_at is null)
                            and not exists (select from hub.log_body b where b.index >= s.first and b.index < n.first)
                            and not exists (select from hub.log_hold h where h.released_at is null
                                and (h.first_index < n.first and h.last_index >= s.first
                                    or exists (select from hub.log_subject t where t.token = h.token
                                        and t.range between s.first >> 20 and n.first >> 20
                                        and t.index >= s.first and t.index < n.first)))
                        """)
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .query((row, number) -> new Shard(row.getInt(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    void prune(Shard shard, Instant now) {
        jdbc.sql("update hub.log_shard set pruned_at = :now where year = :year")
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("year", shard.year())
                .update();
    }
}
