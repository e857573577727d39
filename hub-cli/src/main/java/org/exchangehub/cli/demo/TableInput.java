package org.exchangehub.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import org.exchangehub.schemas.samples.SampleRow;
import org.exchangehub.schemas.samples.Samples;

/** Generated rows in a table of a department's own PostgreSQL database, numbered so that they can be pulled incrementally. */
public final class TableInput implements Input {

    private static final String NUMBER = "xh";
    private static final int FLUSH = 1_000;

    private final Login login;
    private final String table;
    private final Samples samples;

    /** How to reach the department's database. */
    public record Login(String jdbcUrl, String username, String password) {

        @Override
        public String toString() {
            return username + "@" + jdbcUrl;
        }
    }

    /**
     * Rows for a table of this database.
     *
     * @param samples the rows of a run; a later run goes on where the earlier one has ended
     */
    public TableInput(Login login, Samples samples) {
        this.login = login;
        this.table = samples.table();
        this.samples = samples;
    }

    @Override
    public ObjectNode settings() {
        try (Connection connection = DriverManager.getConnection(login.jdbcUrl(), login.username(), login.password())) {
            existing(connection);
        } catch (SQLException e) {
            throw new StoryBroken("table " + table + " of " + login + ": " + e.getMessage(), e);
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("jdbcUrl", login.jdbcUrl())
                .put("username", login.username())
                .put("password", login.password())
                .put("table", table)
                .put("incrementalColumn", NUMBER);
    }

    @Override
    public List<Delivery> deliveries() {
        return List.of(new Delivery() {
            @Override
            public String name() {
                return "table " + table + " of " + login;
            }

            @Override
            public long bring() {
                return insert();
            }
        });
    }

    /** All rows in one transaction: a pull sees all of them or none. */
    private long insert() {
        try (Connection connection = DriverManager.getConnection(login.jdbcUrl(), login.username(), login.password())) {
            connection.setAutoCommit(false);
            long existing = existing(connection);
            String marks =
                    String.join(", ", Collections.nCopies(samples.columns().size(), "?"));
            try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " ("
                    + String.join(", ", samples.columns()) + ") values (" + marks + ")")) {
                for (long i = 1; i <= samples.count(); i++) {
                    SampleRow row = samples.row(existing + i);
                    for (int column = 0; column < row.values().size(); column++) {
                        insert.setString(column + 1, row.values().get(column));
                    }
                    insert.addBatch();
                    if (i % FLUSH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
                connection.commit();
                return samples.count();
            }
        } catch (SQLException e) {
            throw new StoryBroken("table " + table + " of " + login + ": " + e.getMessage(), e);
        }
    }

    private long existing(Connection connection) throws SQLException {
        List<String> columns = samples.columns();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists " + table + " (" + NUMBER
                    + " bigint generated always as identity primary key, " + String.join(" text, ", columns)
                    + " text)");
            try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                count.next();
                return count.getLong(1);
            }
        }
    }
}
