package org.exchangehub.engines.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class TestEnginesTests {

    @Test
    void givesADatabaseToEachWhoAsks() throws Exception {
        Postgres postgres = TestEngines.shared().postgres();
        String database = postgres.freshDatabase("engines");

        try (Connection connection =
                DriverManager.getConnection(postgres.jdbcUrl(database), "hub_owner", postgres.password("hub_owner"))) {
            assertThat(connection.getCatalog()).isEqualTo(database);
        }
    }
}
