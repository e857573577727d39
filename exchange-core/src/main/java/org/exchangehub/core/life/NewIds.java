package org.exchangehub.core.life;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ids in the order in which they were given: UUIDv7 (RFC 9562) by the database's clock, which all instances share. */
@Component
public class NewIds {

    private final JdbcClient jdbc;

    NewIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public UUID next() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }
}
