package org.exchangehub.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** PostgreSQL 18 with the hub's roles and databases, one server for everything on this machine. */
final class PostgresEngine extends Engine {

    static final String SUPERUSER = "postgres";
    static final List<String> HUB_ROLES = List.of("hub_owner", "hub_release", "hub_reader", "hub_log", "hub_eraser");

    /** Databases beside the hub's, and the role that owns each. */
    static final Map<String, String> OTHERS = Map.of(
            "registry", "registry_app",
            "dept_market_supervision", "dept_market",
            "dept_administrative_approval", "dept_approval");

    /** initdb wants a password file that the identity it runs under can open. */
    private static final String WITH_PASSWORD_FILE =
            "f=$(mktemp) && cat >\"$f\" && \"$@\" --pwfile=\"$f\"; s=$?; rm -f \"$f\"; exit $s";

    private static final Duration LOCK_LEFT_BEHIND = Duration.ofSeconds(10);

    private final Secrets secrets;

    PostgresEngine(StateDirectory state, Ports ports, Cache cache, Secrets secrets) {
        super("postgresql", state, ports, cache);
        this.secrets = secrets;
    }

    @Override
    int port() {
        return ports.of("postgresql", 5433);
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    String password(String role) {
        return secrets.password("postgres/" + role);
    }

    Path passwordFile(String role) {
        return secrets.passwordFile("postgres/" + role);
    }

    @Override
    void launch() {
        Path home = cache.unpacked(Archive.postgresql(), installation -> {});
        Path data = state.data("postgresql");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(home, data);
        }
        List<String> server = List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                String.valueOf(port()),
                "-c",
                "listen_addresses=" + LOOPBACK,
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=128MB",
                "-c",
                "max_wal_size=2GB",
                "-c",
                "timezone=UTC");
        List<String> command = Unprivileged.here().command(server, data);
        long deadline = System.nanoTime() + LOCK_LEFT_BEHIND.toNanos();
        process.start(command, data, Map.of());
        // A postmaster that was killed leaves its lock file until the system has reaped it: try again for a while.
        while (!ready() && System.nanoTime() < deadline) {
            if (!running()) {
                process.start(command, data, Map.of());
            }
            pause();
        }
    }

    private void initialise(Path home, Path data) {
        StateDirectory.delete(data);
        StateDirectory.made(data);
        List<String> command = List.of(
                "sh",
                "-c",
                WITH_PASSWORD_FILE,
                "initdb",
                home.resolve("bin/initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                SUPERUSER,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--auth=scram-sha-256");
        Command.runReading(
                passwordFile(SUPERUSER),
                StateDirectory.madeParent(data),
                Unprivileged.here().command(command, data),
                Map.of(),
                "PostgreSQL's data directory " + data + " cannot be made.");
    }

    @Override
    boolean ready() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    void settle() {
        HUB_ROLES.forEach(this::createRole);
        OTHERS.values().forEach(this::createRole);
        createDatabase("hub", "hub_owner");
        OTHERS.forEach(this::createDatabase);
    }

    private void createRole(String role) {
        if (!exists("select 1 from pg_roles where rolname = ?", role)) {
            execute("create role " + role + " login password '" + password(role) + "'");
        }
    }

    /** Creates a database that nobody but its owner and the superuser may connect to, the hub's roles excepted. */
    void createDatabase(String database, String owner) {
        if (exists("select 1 from pg_database where datname = ?", database)) {
            return;
        }
        execute("create database " + database + " owner " + owner);
        execute("revoke all on database " + database + " from public");
        if (owner.equals("hub_owner")) {
            execute("grant connect, temporary on database " + database + " to " + String.join(", ", HUB_ROLES));
        }
    }

    private boolean exists(String query, String name) {
        try (Connection connection = connect("postgres");
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new Explained("PostgreSQL cannot be asked about " + name + "; see " + state.log(name()) + ".", e);
        }
    }

    void execute(String sql) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new Explained(
                    "PostgreSQL refused a set-up command; see " + state.log(name()) + ": " + e.getMessage(), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database) + "?loginTimeout=5", SUPERUSER, password(SUPERUSER));
    }

    /** SIGINT is PostgreSQL's fast shutdown: it does not wait for clients, as SIGTERM does. */
    @Override
    void stop() {
        process.running().ifPresent(running -> {
            try {
                new ProcessBuilder("kill", "-INT", String.valueOf(running.pid()))
                        .start()
                        .waitFor();
                for (int i = 0; i < 100 && running(); i++) {
                    pause();
                }
            } catch (IOException e) {
                throw new Explained("The program kill is missing; install procps.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        super.stop();
    }
}
