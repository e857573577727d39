package org.exchangehub.engines.testing;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.exchangehub.engines.Endpoints;

/** A running PostgreSQL with the hub's roles; each test class takes a database of its own. */
public record Postgres(Endpoints endpoints) {

    private static final String SUPERUSER = "postgres";

    public String host() {
        return "localhost";
    }

    public int port() {
        return URI.create(jdbcUrl("hub").substring("jdbc:".length())).getPort();
    }

    public String jdbcUrl(String database) {
        return endpoints.jdbcUrl(database);
    }

    public String password(String role) {
        return endpoints.databasePassword(role);
    }

    /** Creates a database owned by hub_owner that the other roles may connect to, and returns its name. */
    public String freshDatabase(String prefix) {
        String name =
                prefix + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        try (Connection connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, password(SUPERUSER));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner hub_owner");
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " cannot be created: " + e.getMessage(), e);
        }
    }
}
