package org.exchangehub.engines.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** A running PostgreSQL with the hub's roles; each test class takes a database of its own. */
public record Postgres(String host, int port) {

    static final String SUPERUSER = "postgres";
    static final List<String> ROLES = List.of("hub_owner", "hub_release", "hub_reader", "hub_log", "hub_eraser");

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** The password of a role; in tests it is the role's name. */
    public String password(String role) {
        return role;
    }

    /** Creates a database owned by hub_owner that the other roles may connect to, and returns its name. */
    public String freshDatabase(String prefix) {
        String name =
                prefix + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        execute("create database " + name + " owner hub_owner");
        return name;
    }

    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, password(SUPERUSER));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }
}
