package org.exchangehub.benchmarks.running;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.exchangehub.engines.LocalStack;
import org.exchangehub.engines.testing.Postgres;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 18 with its durability settings on, and exchange-core with {@code -Xmx768m} on a database of its own, each in a
 * process of its own. Registry, search and NiFi are addresses nobody is at, unless a measurement starts NiFi.
 */
public final class HubUnderTest implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final String NOBODY = "http://127.0.0.1:9";

    private final Path root;
    private final Path directory;
    private final LocalStack stack;
    private final Postgres postgres;
    private final String database;
    private final Issuer issuer = new Issuer();
    private final Map<String, String> properties;
    private final HubProcess hub;
    private final boolean searching;
    private final boolean durable;
    private final Path checkout;
    private @Nullable Nifi nifi;
    private boolean closed;

    /** @param checkout root of the built project; everything made lies below its {@code target} and is removed at the end */
    public HubUnderTest(Path checkout) {
        this(checkout, null, false);
    }

    /**
     * The same with a driver inside exchange-core's process.
     *
     * @param driver main class that starts exchange-core; its first argument is the hub's address
     */
    public HubUnderTest(Path checkout, @Nullable Class<?> driver) {
        this(checkout, driver, false);
    }

    /** The same, with the address of a search engine that {@link #searchStarted} brings to life. */
    public static HubUnderTest searching(Path checkout) {
        return new HubUnderTest(checkout, null, true);
    }

    private HubUnderTest(Path checkout, @Nullable Class<?> driver, boolean searching) {
        this.checkout = checkout;
        this.searching = searching;
        this.root = checkout.resolve("target").resolve("hub-bench");
        this.directory = fresh(root.resolve("hub"));
        this.stack = new LocalStack(root.resolve("engines"), checkout, true, (engine, millis) -> {});
        // What a run that was killed has left.
        stack.wipe();
        stack.start("postgresql");
        this.postgres = new Postgres(stack.endpoints());
        this.database = postgres.freshDatabase("bench");
        this.properties = Map.copyOf(properties());
        this.hub = new HubProcess(checkout.resolve("exchange-core/target"), directory, properties, driver);
        // Whoever interrupts a measurement leaves no engine running.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::close));
        hub.start();
        sql("insert into hub.department (code, title_zh, title_en) values ('" + HubCalls.PROVIDER
                + "', '市场监督管理局', 'Market Supervision'), ('" + HubCalls.CONSUMER
                + "', '行政审批局', 'Administrative Approval') on conflict do nothing");
        sql("insert into hub.app_client (client, department) values ('app-bench', '" + HubCalls.CONSUMER
                + "') on conflict do nothing");
        this.durable = Stream.of("fsync", "full_page_writes", "synchronous_commit")
                .allMatch(name -> "on".equals(text("show " + name)));
    }

    private static Path fresh(Path directory) {
        delete(directory);
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> properties() {
        Map<String, String> all = new HashMap<>(stack.hubProperties(database));
        all.keySet().removeIf(key -> key.startsWith("hub.identity.admin"));
        all.put("hub.identity.issuer", issuer.url());
        if (!searching) {
            all.put("hub.search.url", NOBODY);
        }
        all.put("hub.registry.url", NOBODY + "/apis/ccompat/v7");
        all.put("hub.flow.nifi.url", "https://127.0.0.1:9");
        all.put("hub.state-directory", fresh(directory.resolve("state")).toString());
        all.put("hub.spool-directory", directory.resolve("spool").toString());
        return all;
    }

    public HubCalls calls() {
        return new HubCalls(URI.create(hub.url()), issuer, this::sql);
    }

    /** NiFi, started when first asked for. */
    public Nifi nifi() {
        Nifi running = nifi;
        if (running == null) {
            stack.start("nifi");
            running = new Nifi(stack.hubProperties(database));
            nifi = running;
        }
        return running;
    }

    /** Starts Elasticsearch; how to reach it past the hub: {@code url}, {@code username}, {@code password}. */
    public Map<String, String> searchStarted() {
        stack.start("elasticsearch");
        Map<String, String> all = stack.hubProperties(database);
        try {
            return Map.of(
                    "url", all.get("hub.search.url"),
                    "username", all.get("hub.search.username"),
                    "password",
                            Files.readString(Path.of(all.get("hub.search.password-file")))
                                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where NiFi's JDBC drivers lie. */
    public Path nifiDrivers() {
        return checkout.resolve("nifi-processors/server/target/nifi-server/drivers");
    }

    /** A directory for files of a measurement. */
    public Path directory() {
        return directory;
    }

    /** Runs a statement as PostgreSQL's superuser in the hub's database. */
    public void sql(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** First column of the only row. */
    public String text(String query) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public Connection connection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), SUPERUSER, postgres.password(SUPERUSER));
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl(database);
    }

    public String superuserPassword() {
        return postgres.password(SUPERUSER);
    }

    /** PGHOST and the like, as psql and other clients of libpq read them. */
    public Map<String, String> libpq() {
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                String.valueOf(postgres.port()),
                "PGUSER",
                SUPERUSER,
                "PGPASSWORD",
                postgres.password(SUPERUSER),
                "PGDATABASE",
                database,
                "PGCLIENTENCODING",
                "UTF8");
    }

    /** Tells the driver inside exchange-core something, one line. */
    public void tell(String line) {
        hub.tell(line);
    }

    /** A key of exchange-core's configuration. */
    public String property(String key) {
        return Objects.requireNonNull(properties.get(key), key);
    }

    /** Starts exchange-core anew and answers how many seconds it took to be ready. */
    public double restarted() {
        hub.stop();
        return hub.start();
    }

    public boolean alive() {
        return hub.alive();
    }

    /** Processor seconds exchange-core has used since it was started. */
    public double hubCpu() {
        return CpuTime.ofFamily(hub.pid());
    }

    /** Processor seconds PostgreSQL has used since it was started. */
    public double postgresCpu() {
        return CpuTime.ofFamily(pid("postgresql"));
    }

    /** The process of an engine, such as {@code nifi}. */
    public long pid(String engine) {
        try {
            Path run = root.resolve("engines/run/" + engine + ".json");
            return new ObjectMapper().readTree(run.toFile()).path("pid").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(engine + " does not run", e);
        }
    }

    /** Halts an engine (SIGSTOP): it answers nobody, and goes on where it was once it is resumed. */
    public void halt(String engine) {
        stack.halt(engine);
    }

    /** Lets a halted engine go on. */
    public void resume(String engine) {
        stack.resume(engine);
    }

    /** Peak resident memory of exchange-core in MiB. */
    public double peakMemory() {
        try {
            return Files.readAllLines(Path.of("/proc/" + hub.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was run, for the conditions of a figure. */
    public String versions() {
        return "PostgreSQL " + text("show server_version") + " with fsync, full_page_writes and synchronous_commit "
                + (durable ? "on" : "NOT ALL ON") + "; exchange-core -Xmx768m";
    }

    /** Writes what is dirty, so that no run pays for the one before it. */
    public void settle() {
        sql("checkpoint");
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        hub.stop();
        issuer.close();
        stack.wipe();
        delete(directory);
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
