package org.exchangehub.core.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the entries that concern somebody by their tokens, through the index and never by reading the log. */
@Component
class SubjectIndex {

    /** The index is kept in ranges of 2^20 entries, so that new rows fall into its end (migration audit V3). */
    private static final int RANGE_BITS = 20;

    private final JdbcClient jdbc;

    SubjectIndex(@Qualifier("logDataSource") DataSource logDataSource) {
        this.jdbc = JdbcClient.create(logDataSource);
    }

    /** Indexes of entries with one of the tokens behind an index, ascending; each token is asked for so many at most. */
    List<Long> entries(List<String> tokens, long after, int most) {
        return jdbc.sql("""
                        select distinct found.index from unnest(cast(:tokens as text[])) wanted(token)
                        cross join lateral (select s.index from hub.log_subject s
                            where s.token = wanted.token and s.range >= :range and s.index > :after
                            order by s.range, s.index limit :most) found
                        order by found.index limit :most
                        """)
                .param("tokens", tokens.toArray(String[]::new))
                .param("range", Math.max(after, 0) >> RANGE_BITS)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** The leaves of these entries by their index. */
    Map<Long, byte[]> leaves(List<Long> indexes) {
        Map<Long, byte[]> leaves = new TreeMap<>();
        jdbc.sql("select index, entry from hub.log_entry where index = any(cast(:indexes as bigint[]))")
                .param("indexes", indexes.toArray(Long[]::new))
                .query(row -> {
                    leaves.put(row.getLong(1), row.getBytes(2));
                });
        return leaves;
    }
}
