package org.exchangehub.journeys.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** Cuts the hub's connections, kills processes of PostgreSQL, and all of it. */
final class DatabaseLane extends FaultLane {

    static final String BACKEND_KILLED = "PostgreSQL process killed (SIGKILL; the server recovers from its log)";
    static final String SERVER_KILLED = "PostgreSQL killed whole and started again";

    DatabaseLane(Bed bed, Tally injected, long seed, BooleanSupplier enough) {
        super(bed, injected, seed, enough);
    }

    @Override
    void strike() throws IOException, InterruptedException, SQLException {
        pause(600, 2_500);
        int dice = random.nextInt(100);
        if (dice < 84) {
            injected.add("database connection cut in the middle of its work", cut(1 + random.nextInt(4)));
        } else if (dice < 96) {
            killOne();
            pause(2_000, 5_000);
        } else {
            injected.add(SERVER_KILLED);
            bed.stack.kill("postgresql");
            pause(100, 3_000);
            bed.stack.start("postgresql");
            pause(3_000, 8_000);
        }
    }

    /** Busy ones first: an idle connection is missed by nobody. */
    private int cut(int many) throws SQLException {
        String sql =
                "select pg_terminate_backend(pid) from (select pid from pg_stat_activity where application_name like"
                        + " 'exchange-core%' order by (state <> 'idle') desc, random() limit ?) chosen";
        int cut = 0;
        try (Connection connection = bed.database();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, many);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    cut += rows.getBoolean(1) ? 1 : 0;
                }
            }
        }
        return cut;
    }

    private void killOne() throws IOException, InterruptedException, SQLException {
        String sql = "select pid from pg_stat_activity where application_name like 'exchange-core%'"
                + " order by (state <> 'idle') desc, random() limit 1";
        long pid = -1;
        try (Connection connection = bed.database();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            if (rows.next()) {
                pid = rows.getLong(1);
            }
        }
        if (pid > 1 && Signal.send("KILL", pid)) {
            injected.add(BACKEND_KILLED);
        }
    }

    @Override
    void mend() {
        bed.stack.start("postgresql");
    }
}
