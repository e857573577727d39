package org.exchangehub.core.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Confirms the policy epoch every 250 ms on a connection of its own; a NOTIFY of a transaction that raised it hastens
 * that. When the database does not answer nothing is confirmed, and the {@link PolicyEngine} stops deciding by itself.
 */
@Component
class PolicyWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);
    private static final int INTERVAL_MILLIS = 250;
    private static final int ANSWER_MILLIS = 2_000;

    private final DataSource database;
    private final PolicyEngine engine;
    private @Nullable Thread thread;
    private volatile boolean running;
    private boolean unconfirmed;

    PolicyWatch(DataSource database, PolicyEngine engine) {
        this.database = database;
        this.engine = engine;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("policy-watch").daemon().start(this::watch);
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(ANSWER_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, so that the first request finds the policy confirmed. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void watch() {
        while (running) {
            try (Connection connection = database.getConnection()) {
                follow(connection);
            } catch (SQLException | RuntimeException failure) {
                if (running) {
                    tell(failure);
                    pause();
                }
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + PolicyEpoch.CHANNEL);
            PGConnection notices = connection.unwrap(PGConnection.class);
            while (running) {
                long asOf = engine.now();
                engine.confirm(epoch(statement), asOf);
                tell(null);
                notices.getNotifications(INTERVAL_MILLIS);
            }
            statement.execute("unlisten *");
        }
    }

    /** Says that confirmation was lost, and that it is back, once each. */
    private void tell(@Nullable Exception failure) {
        if (failure != null && !unconfirmed) {
            LOG.warn("The policy epoch cannot be confirmed, so no access is decided: {}", failure.getMessage());
        } else if (failure == null && unconfirmed) {
            LOG.info("The policy epoch is confirmed again");
        }
        unconfirmed = failure != null;
    }

    private static long epoch(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(PolicyEpoch.CURRENT)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
