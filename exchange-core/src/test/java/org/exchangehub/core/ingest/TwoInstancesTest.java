package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.exchangehub.core.ingest.Sender.CSV;
import static org.exchangehub.core.ingest.Sender.bytes;
import static org.exchangehub.core.ingest.Sender.digest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.exchangehub.core.HubApplication;
import org.exchangehub.core.ingest.Leases.Lease;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two whole hubs over one database and one spool, as they run in production side by side. */
@HubTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // the second instance is started before all tests
class TwoInstancesTest {

    private static final String COMMITTED = """
            update hub.ingest_batch
               set state = 'COMMITTED', commit_order = nextval('hub.ingest_commit_order'), committed_at = now(), parts = 1,
                   rejects = 0, rows = :rows, who_subject = 's', who_client = 'c', lease_holder = :holder,
                   lease_fence = case when cast(:holder as text) is null then 0 else 1 end,
                   attempts = case when cast(:holder as text) is null then 0 else 1 end,
                   lease_until = case when cast(:holder as text) is null then null else now() + interval '10 minutes' end
             where id = :id::uuid
            """;

    private final HubClient first;
    private final JdbcClient jdbc;
    private final BatchProcessing processing;
    private final BatchWorker worker;
    private final ConfigurableEnvironment environment;
    private final org.exchangehub.core.lease.Lease lease;
    private final IngestSettings settings;

    private Path directory;

    private ConfigurableApplicationContext other;
    private HubClient second;

    TwoInstancesTest(
            HubClient first,
            JdbcClient jdbc,
            BatchProcessing processing,
            BatchWorker worker,
            ConfigurableEnvironment environment,
            org.exchangehub.core.lease.Lease lease,
            IngestSettings settings) {
        this.first = first;
        this.jdbc = jdbc;
        this.processing = processing;
        this.worker = worker;
        this.environment = environment;
        this.lease = lease;
        this.settings = settings;
    }

    @BeforeAll
    void startAnother(@TempDir Path directory) throws IOException {
        this.directory = directory;
        MapPropertySource source = (MapPropertySource)
                Objects.requireNonNull(environment.getPropertySources().get("hub test"));
        Map<String, Object> settings = new HashMap<>(source.getSource());
        settings.put("server.port", 0);
        settings.put("hub.state-directory", Files.createDirectories(directory.resolve("second")));
        other = new SpringApplicationBuilder(HubApplication.class)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("second instance", settings)))
                .run();
        second = first.at(other.getEnvironment());
    }

    @AfterAll
    void stopIt() {
        other.close();
    }

    private String sent(Sender sender, String csv, @Nullable String holder) {
        String id = sender.opened("UPSERT");
        assertThat(sender.part(id, 1, CSV, bytes(csv)).status()).isEqualTo(204);
        jdbc.sql(COMMITTED)
                .param("rows", csv.lines().count() - 1)
                .param("holder", holder)
                .param("id", id)
                .update();
        return id;
    }

    private String state(Object id) {
        return jdbc.sql("select state from hub.ingest_batch where id = cast(:id as uuid)")
                .param("id", id.toString())
                .query(String.class)
                .single();
    }

    private void awaitPublished(Object id) throws InterruptedException {
        for (int i = 0; i < 900 && !state(id).equals("PUBLISHED"); i++) {
            Thread.sleep(50);
        }
        assertThat(state(id)).isEqualTo("PUBLISHED");
    }

    @Nested
    class AGrant {

        private static final String CONSENT = "{\"decision\": \"CONSENT\", \"opinion\": \"同意\"}";

        private void granted(Sender sender, String client) {
            jdbc.sql("update hub.dataset set entry = entry || :more::jsonb where code = :code")
                    .param("code", sender.dataset())
                    .param("more", "{\"shareAttribute\": \"CONDITIONAL\", \"shareModes\": [\"SERVICE\"], \"level\": 3}")
                    .update();
            jdbc.sql("insert into hub.app_client (client, department) values (:client, 'administrative-approval')")
                    .param("client", client)
                    .update();
            Answer applied = first.as("approval-developer")
                    .post("/api/v1/applications", """
                    {"dataset": "%s", "client": "%s", "basis": "b", "scenario": "s", "scope": "s", "purpose": "shops",
                     "modes": ["QUERY"], "until": "2099-12-31", "fields": [{"field": "id", "access": "CLEAR"}]}
                    """.formatted(sender.dataset(), client));
            String consents =
                    "/api/v1/applications/" + applied.json().path("id").asString() + "/consents";
            first.as("approval-head").post(consents, CONSENT);
            assertThat(first.as("market-head").post(consents, CONSENT).status()).isEqualTo(200);
        }

        private int read(Sender sender, String client) {
            return second.asClient(client, "administrative-approval")
                    .header("Hub-Purpose", "shops")
                    .get("/api/v1/datasets/" + sender.dataset() + "/records/A")
                    .status();
        }

        /** Asks the second instance for a second at most, in which it has to know what the first was told. */
        private int within(Sender sender, String client, int expected) throws InterruptedException {
            long deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
            int found = read(sender, client);
            while (found != expected && System.nanoTime() < deadline) {
                Thread.sleep(20);
                found = read(sender, client);
            }
            return found;
        }

        @Test
        void isOfNoUseAtTheOtherWithinASecondOfItsClientsRevocation() throws InterruptedException {
            Sender sender = new Sender(first, jdbc, 906);
            sender.send("UPSERT", "id,owner\nA,x\n");
            granted(sender, "app-two-instances");
            assertThat(within(sender, "app-two-instances", 200)).isEqualTo(200);

            assertThat(first.as("security-admin")
                            .post("/api/v1/clients/app-two-instances/revocations", "{\"reason\": \"密钥泄露\"}")
                            .status())
                    .isEqualTo(200);

            assertThat(within(sender, "app-two-instances", 403)).isEqualTo(403);
        }
    }

    @Nested
    class ABatch {

        @Test
        void isReceivedByBothCommittedAtOneAndAnsweredAlikeByEither() {
            Sender here = new Sender(first, jdbc, 760);
            Sender there = here.at(second);
            String id = here.opened("UPSERT");
            byte[] one = bytes("id,owner\nA,x\n");
            byte[] two = bytes("id,owner\nB,y\n");

            assertThat(here.part(id, 1, CSV, one).status()).isEqualTo(204);
            assertThat(there.part(id, 2, CSV, two).status()).isEqualTo(204);
            assertThat(there.part(id, "parts", 1, CSV, one, digest(one)).status())
                    .isEqualTo(204);
            Answer commit = there.commit(id, 2, 0, 2);
            Answer again = here.commit(id, 2, 0, 2);

            assertThat(commit.status()).isEqualTo(200);
            assertThat(again.json()).isEqualTo(commit.json());
            assertThat(commit.json().path("receipt").asString()).contains("\"received\":2");
            assertThat(here.current()).extracting("owner").containsExactly("x", "y");
        }

        @Test
        void isTakenByExactlyOneWorkerWhenBothLookAtOnce() throws InterruptedException {
            List<String> batches = new ArrayList<>();
            for (int number : IntStream.range(761, 769).toArray()) {
                batches.add(sent(new Sender(first, jdbc, number), "id\nA\nB\n", null));
            }
            BatchWorker its = other.getBean(BatchWorker.class);
            List<Thread> looking = List.of(worker, its, worker, its).stream()
                    .map(each -> Thread.ofPlatform().start(each::look))
                    .toList();
            for (Thread each : looking) {
                each.join();
            }
            for (String id : batches) {
                awaitPublished(id);
            }

            String ids = batches.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
            assertThat(jdbc.sql("select distinct lease_fence || ' ' || attempts from hub.ingest_batch where id in ("
                                    + ids + ")")
                            .query(String.class)
                            .list())
                    .containsExactly("1 1");
            assertThat(jdbc.sql("select count(*) from hub.publication_release where batch in (" + ids + ")")
                            .query(Long.class)
                            .single())
                    .isEqualTo(batches.size());
        }
    }

    @Nested
    class AHaltedWorker {

        @Test
        void publishesNothingWhenItGoesOnAfterAnotherHasTakenItsBatchOver() {
            Sender sender = new Sender(first, jdbc, 770);
            String rows =
                    IntStream.range(0, 2_500).mapToObj(i -> "k" + i + ",x\n").collect(Collectors.joining());
            UUID id = UUID.fromString(sent(sender, "id,owner\n" + rows, "halted"));
            AtomicBoolean halted = new AtomicBoolean();

            assertThatThrownBy(() -> processing.process(new Lease(id, sender.dataset(), 1, 1, 0), () -> {
                        if (halted.compareAndSet(false, true)) {
                            leaseRunsOut(id);
                        }
                        return true;
                    }))
                    .isInstanceOf(LeaseLost.class);

            assertThat(halted).isTrue();
            assertThat(sender.count("select count(*) from hub.publication_release where batch = '" + id + "'"))
                    .isEqualTo(1);
            assertThat(sender.count("select count(*) from " + sender.table())).isEqualTo(2_500);
            assertThat(sender.count("select count(*) from pg_tables where schemaname = 'staging' and tablename like 'b"
                            + id.toString().replace("-", "") + "%'"))
                    .isZero();
        }

        /** In the middle of its rows the worker stands still, and others bring the batch to its end. */
        private void leaseRunsOut(UUID id) {
            jdbc.sql("update hub.ingest_batch set lease_until = now() - interval '1 second' where id = :id")
                    .param("id", id)
                    .update();
            try {
                awaitPublished(id);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private Spool spool(Path root) {
        return new Spool(new SpoolSettings(root), settings, Clock.systemUTC());
    }

    @Nested
    class AnotherSpoolDirectory {

        @Test
        void stopsTheStartWhileInstancesUseTheirs() {
            Spool elsewhere = spool(directory.resolve("elsewhere"));

            assertThatThrownBy(() -> new SharedSpool(lease, elsewhere).afterSingletonsInstantiated())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("hub.spool-directory")
                    .hasMessageContaining(elsewhere.root().toString());
        }

        @Test
        void mayBeUsedOnceNobodyUsesTheOldOne() {
            String name = "spool of a hub that ended";
            assertThat(lease.share(name, "old", Duration.ofMillis(1))).isTrue();
            assertThat(lease.share(name, "old", Duration.ofMillis(1))).isTrue();

            boolean taken = IntStream.range(0, 50).anyMatch(i -> {
                LockSupport.parkNanos(10_000_000);
                return lease.share(name, "new", Duration.ofMinutes(1));
            });

            assertThat(taken).isTrue();
            assertThat(lease.share(name, "old", Duration.ofMinutes(1))).isFalse();
        }

        @Test
        void isToldByItsMarkWhateverItsName() throws IOException {
            Path real = Files.createDirectories(directory.resolve("real"));
            Path alias = Files.createSymbolicLink(directory.resolve("alias"), real);

            assertThat(spool(alias).mark())
                    .isEqualTo(spool(real).mark())
                    .isNotEqualTo(spool(directory.resolve("third")).mark());
        }
    }
}
