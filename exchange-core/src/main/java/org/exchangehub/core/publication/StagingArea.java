package org.exchangehub.core.publication;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.exchangehub.core.contract.BoundSchema;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Makes staging tables, and clears away those of attempts that died. */
@Service
public class StagingArea {

    private final DataSource release;
    private final PublishedTables tables;

    StagingArea(@Qualifier("releaseDataSource") DataSource release, PublishedTables tables) {
        this.release = release;
        this.tables = tables;
    }

    /**
     * An empty staging table for one attempt at a batch; what earlier attempts left is dropped.
     *
     * @param fence grows with every attempt at the batch
     */
    public Staging open(BoundSchema schema, UUID batch, long fence) {
        clear(batch);
        return new Staging(release, tables, schema, batch, "staging." + prefix(batch) + fence);
    }

    /** Drops what any attempt at the batch left. */
    public void clear(UUID batch) {
        JdbcTemplate jdbc = new JdbcTemplate(release);
        List<String> left = jdbc.query(
                "select tablename from pg_tables where schemaname = 'staging' and tablename like ?",
                (row, n) -> row.getString(1),
                prefix(batch).replace("_", "\\_") + "%");
        left.forEach(table -> jdbc.execute(drop(table)));
    }

    /** Never waits: an attempt that was halted and not ended still holds its table, and drops it if it ever goes on. */
    private static String drop(String table) {
        return """
                do $$ begin
                    perform set_config('lock_timeout', '200ms', true);
                    drop table if exists staging.%s;
                exception when lock_not_available then null;
                end $$
                """.formatted(table);
    }

    private static String prefix(UUID batch) {
        return "b" + batch.toString().replace("-", "") + "_";
    }
}
