package org.exchangehub.core.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.engines.testing.Postgres;
import org.exchangehub.engines.testing.TestEngines;
import org.exchangehub.tlog.TileSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One instance's log, without the rest of the hub, on a database of its own; nothing is scheduled, the clock stands still. */
final class LogParts implements AutoCloseable {

    static final Who SOMEBODY = new Who("4711", "app-test", "market-supervision");
    private static final String ORIGIN = "hub.test/parts";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** What outlives an instance: its database, its key and its state directory. */
    record Place(String database, Path key, Path state) {

        static Place fresh() {
            Place place = new Place(postgres().freshDatabase("log"), freshKey(directory()), directory());
            migrate(place, "__root");
            migrate(place, "audit");
            return place;
        }

        private static void migrate(Place place, String folder) {
            Flyway.configure()
                    .dataSource(source(place.database(), "owner"))
                    .defaultSchema("hub")
                    .createSchemas(true)
                    .table("flyway_" + folder)
                    .locations("classpath:db/migration/" + folder)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }

        /** The same instance on a copy of the database as it is now; nobody may be connected to it. */
        Place copied() {
            String copy = postgres().freshDatabase("log");
            JdbcClient superuser =
                    JdbcClient.create(source("postgres", "postgres", postgres().password("postgres")));
            superuser.sql("drop database " + copy).update();
            superuser
                    .sql("create database " + copy + " template " + database + " owner hub_owner")
                    .update();
            return new Place(copy, key, state);
        }

        Place withKey() {
            return new Place(database, freshKey(directory()), state);
        }

        Place withState() {
            return new Place(database, key, directory());
        }

        /** Whoever can do as they please with the database. */
        JdbcClient owner() {
            return as("owner");
        }

        JdbcClient as(String role) {
            return JdbcClient.create(source(database, role));
        }
    }

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Place place;
    private Instant now;

    LogParts(Place place) {
        this(place, Instant.parse("2026-11-23T08:00:00Z"), new Retention(Retention.FLOOR, Map.of(), null));
    }

    LogParts(Place place, Instant now, Retention retention) {
        this.place = place;
        this.now = now;
        // Those of the instance before are over, but for the sign that it lives.
        place.owner()
                .sql("delete from hub.lease where name not like 'long-answers:%'")
                .update();
        DataSource release = source(place.database(), "release");
        bean(DataSource.class, "releaseDataSource", release, true);
        bean(DataSource.class, "logDataSource", source(place.database(), "log"), false);
        bean(DataSource.class, "eraserDataSource", source(place.database(), "eraser"), false);
        bean(PlatformTransactionManager.class, "transactions", new DataSourceTransactionManager(release), true);
        bean(
                AuditSettings.class,
                "settings",
                new AuditSettings(ORIGIN, place.key(), 4096, Duration.ofSeconds(5), List.of(), retention, 4),
                true);
        bean(InstanceSettings.class, "instance", new InstanceSettings(place.state()), true);
        bean(Clock.class, "clock", new Standing(), true);
        bean(ObjectMapper.class, "json", JSON, true);
        bean(LogReader.class, "reader", new Auditor(), true);
        context.register(
                SubjectTokens.class,
                LogEntries.class,
                LogAppender.class,
                LogWriter.class,
                LogStore.class,
                LogSigner.class,
                LastSigned.class,
                Lease.class,
                CheckpointSigner.class,
                SelfCheck.class,
                LogStanding.class,
                LongAnswers.class,
                AuditLog.class,
                AuditOutbox.class,
                LogHolds.class,
                Eraser.class,
                Expiry.class,
                Witnesses.class,
                Cosignatures.class,
                TileController.class);
        context.refresh();
    }

    private <T> void bean(Class<T> type, String name, T value, boolean primary) {
        var definition =
                BeanDefinitionBuilder.genericBeanDefinition(type, () -> value).getBeanDefinition();
        definition.setPrimary(primary);
        context.registerBeanDefinition(name, definition);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    void at(Instant moment) {
        now = moment;
    }

    Place place() {
        return place;
    }

    static AuditFact.Builder fact() {
        return AuditFact.of(Auditable.RECORD_READ, SOMEBODY).dataset("207001-000001");
    }

    /** Appends so many entries and signs. */
    LogParts grown(int entries) {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            callers.add(Thread.ofVirtual().start(() -> part(AuditLog.class).append(fact().build())));
        }
        callers.forEach(LogParts::join);
        return signed();
    }

    LogParts signed() {
        part(CheckpointSigner.class).run();
        return this;
    }

    /** What the log says of itself when it should take one more entry; empty when it takes it. */
    Optional<String> refusal() {
        try {
            part(AuditLog.class).append(fact().build());
            return Optional.empty();
        } catch (HubProblem refused) {
            return Optional.of(refused.code() + ": " + refused.getMessage());
        }
    }

    JsonNode leaf(long index) {
        return JSON.readTree(part(LogStore.class).entries(index, 1).getFirst().entry());
    }

    Optional<JsonNode> personal(long index) {
        return part(LogStore.class).body(index).map(body -> JSON.readTree(body.json()));
    }

    /** The log as it is served, for a verifier. */
    TileSource served() {
        TileController tiles = part(TileController.class);
        return path -> {
            try {
                return path.equals("checkpoint")
                        ? Optional.ofNullable(tiles.checkpoint().getBody())
                                .map(note -> note.getBytes(StandardCharsets.UTF_8))
                        : Optional.ofNullable(tiles.tile(new MockHttpServletRequest("GET", "/log/" + path))
                                .getBody());
            } catch (HubProblem absent) {
                return Optional.empty();
            }
        };
    }

    @Override
    public void close() {
        context.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Postgres postgres() {
        return TestEngines.shared().postgres();
    }

    private static DataSource source(String database, String role) {
        return source(database, "hub_" + role, postgres().password("hub_" + role));
    }

    private static DataSource source(String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres().jdbcUrl(database));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("log-parts");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path freshKey(Path directory) {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return Files.writeString(
                    directory.resolve("log.key.pem"),
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder().encodeToString(key)
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final class Standing extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class Auditor implements LogReader {

        @Override
        public Who who() {
            return SOMEBODY;
        }

        @Override
        public void requireAuditor() {
            // Is one.
        }
    }
}
