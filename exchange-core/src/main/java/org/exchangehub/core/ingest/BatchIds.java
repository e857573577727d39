package org.exchangehub.core.ingest;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives batches their ids: UUIDv7 (RFC 9562), which the database makes, so that newer ones sort behind older ones. */
@Component
class BatchIds {

    private final JdbcClient jdbc;

    BatchIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID next() {
        return jdbc.sql("select uuidv7()")
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
    }
}
