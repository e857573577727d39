package org.exchangehub.core.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.publication.Staging;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Gathers the bad rows of one attempt beside its staging table, until they are quarantined with the batch. */
final class QuarantineStage {

    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final String table;
    private final List<Object[]> waiting = new ArrayList<>(AT_ONCE);

    QuarantineStage(JdbcTemplate jdbc, JsonMapper json, Staging staging) {
        this.jdbc = jdbc;
        this.json = json;
        this.table = staging.companion(
                "\"position\" bigint not null, row_number bigint not null, \"values\" jsonb not null, findings jsonb not null");
    }

    void add(QuarantinedRow row) {
        waiting.add(new Object[] {
            row.position(), row.row(), json.writeValueAsString(row.values()), json.writeValueAsString(row.findings())
        });
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    void flush() {
        if (!waiting.isEmpty()) {
            jdbc.batchUpdate("insert into " + table + " values (?, ?, ?::jsonb, ?::jsonb)", waiting);
            waiting.clear();
        }
    }

    /** Quarantines what was gathered, in the current transaction. */
    void moveTo(UUID batch) {
        flush();
        jdbc.update(
                "insert into hub.ingest_quarantine (batch, position, row_number, \"values\", findings)"
                        + " select ?, \"position\", row_number, \"values\", findings from " + table,
                batch);
    }
}
