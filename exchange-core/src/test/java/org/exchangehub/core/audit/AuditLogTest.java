package org.exchangehub.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.LogVerifier;
import org.exchangehub.tlog.NoteKey;
import org.exchangehub.tlog.NoteSigner;
import org.exchangehub.tlog.TileSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HubTest
class AuditLogTest {

    private static final Who SOMEBODY = new Who("4711", "app-test", "market-supervision");

    private final HubClient hub;
    private final AuditLog log;
    private final AuditOutbox outbox;
    private final LogSigner signer;
    private final JdbcClient logRole;
    private final DataSource logDataSource;
    private final JdbcClient ownerRole;
    private final LastSigned lastSigned;
    private final CheckpointSigner checkpoints;
    private final TransactionTemplate transaction;

    AuditLogTest(
            HubClient hub,
            AuditLog log,
            AuditOutbox outbox,
            LogSigner signer,
            LastSigned lastSigned,
            CheckpointSigner checkpoints,
            @Qualifier("logDataSource") DataSource logDataSource,
            @Qualifier("ownerDataSource") DataSource ownerDataSource,
            PlatformTransactionManager transactions) {
        this.hub = hub;
        this.log = log;
        this.outbox = outbox;
        this.signer = signer;
        this.logDataSource = logDataSource;
        this.logRole = JdbcClient.create(logDataSource);
        this.ownerRole = JdbcClient.create(ownerDataSource);
        this.lastSigned = lastSigned;
        this.checkpoints = checkpoints;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Nested
    class Appending {

        @Test
        void byManyAtOnceGivesContiguousDurableIndexes() throws Exception {
            List<Future<Evidence>> appended = new ArrayList<>();
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 700; i++) {
                    appended.add(callers.submit(() -> log.append(fact().build())));
                }
            }

            List<Long> indexes = new ArrayList<>();
            for (Future<Evidence> each : appended) {
                indexes.add(each.get().index());
            }
            assertThat(indexes).doesNotHaveDuplicates();
            assertThat(logRole.sql("select count(*) = max(index) + 1 from hub.log_entry")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            assertThat(logRole.sql("select count(*) from hub.log_entry where index = any(?)")
                            .param(indexes.toArray(Long[]::new))
                            .query(Long.class)
                            .single())
                    .isEqualTo(700);
        }

        @Test
        void leavesNoGapWhenAWriterDiesHoldingTheHead() throws Exception {
            Connection dying = logDataSource.getConnection();
            dying.setAutoCommit(false);
            try (Statement statement = dying.createStatement()) {
                statement.execute("select size from hub.log_head for update");
            }
            String backend = backendOf(dying);
            Thread killer = Thread.ofVirtual().start(() -> {
                sleep();
                logRole.sql("select pg_terminate_backend(cast(? as int))")
                        .param(backend)
                        .query()
                        .singleValue();
            });

            Evidence evidence = log.append(fact().build());

            killer.join();
            assertThat(evidence.index()).isNotNegative();
            assertThat(logRole.sql("select count(*) = max(index) + 1 from hub.log_entry")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }

        @Test
        void isRefusedWith503WhileTheLogCannotBeWritten() throws Exception {
            Throwable refused;
            try (Connection blocking = logDataSource.getConnection()) {
                blocking.setAutoCommit(false);
                try (Statement statement = blocking.createStatement()) {
                    statement.execute("select size from hub.log_head for update");
                }
                refused = catchThrowable(() -> log.append(fact().build()));
                blocking.rollback();
            }

            assertThat(refused)
                    .isInstanceOfSatisfying(
                            HubProblem.class,
                            problem -> assertThat(problem.code()).isEqualTo(ErrorCode.AUDIT_UNAVAILABLE));
            assertThat(log.append(fact().build()).index()).isNotNegative();
        }

        @Test
        void keepsWhatIsPersonalOutOfTheLeaf() {
            Evidence evidence = log.append(
                    fact().personal("name", "张三").subject("340202199001011234").build());

            String leaf = entry(evidence.index());
            assertThat(leaf).doesNotContain("张三").doesNotContain("340202199001011234");
            var json = hub.as("audit-admin")
                    .get("/api/v1/audit/entries/" + evidence.index())
                    .json();
            assertThat(json.at("/personal/name").asString()).isEqualTo("张三");
            assertThat(json.at("/subjects/0").asString()).matches("\\d{4}:[\\w-]{22}");
        }
    }

    @Nested
    class PersonalDetail {

        @Test
        void thatHasExpiredIsSaidToHaveAndLeavesTheEntry() {
            long index = log.append(fact().personal("name", "李四").build()).index();
            String path = "/api/v1/audit/entries/" + index;
            assertThat(hub.as("audit-admin")
                            .get(path)
                            .json()
                            .at("/personalExpired")
                            .asBoolean())
                    .isFalse();
            ownerRole
                    .sql("delete from hub.log_body where index = ?")
                    .param(index)
                    .update();

            var entry = hub.as("audit-admin").get(path).json();

            assertThat(entry.at("/personalExpired").asBoolean()).isTrue();
            assertThat(entry.has("personal")).isFalse();
            assertThat(entry.at("/commitment").asString()).isNotEmpty();
            assertThat(hub.as("audit-admin").get(path + "/receipt").status()).isEqualTo(200);
        }
    }

    @Nested
    class TheLogRole {

        @Test
        void canAddButNeitherChangeNorRemove() {
            for (String sql : List.of(
                    "update hub.log_entry set entry = ''",
                    "delete from hub.log_entry",
                    "delete from hub.log_head",
                    "truncate hub.log_entry",
                    "update hub.log_checkpoint set note = ''",
                    "delete from hub.log_body")) {
                assertThatThrownBy(() -> logRole.sql(sql).update())
                        .as(sql)
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Nested
    class TheOutbox {

        @Test
        void reachesTheLogOnceAndInCommitOrder() {
            List<UUID> facts =
                    IntStream.range(0, 20).mapToObj(i -> inTransaction(fact())).toList();

            List<Long> indexes = facts.stream().map(AuditLogTest.this::drained).toList();

            assertThat(indexes).isSorted().doesNotHaveDuplicates();
            assertThat(logRole.sql("select count(*) from hub.log_entry where fact = any(?)")
                            .param(facts.toArray(UUID[]::new))
                            .query(Long.class)
                            .single())
                    .isEqualTo(20);
        }

        @Test
        void forgetsWhatWasRolledBack() {
            UUID forgotten = Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                return outbox.add(fact().build());
            }));
            drained(inTransaction(fact()));

            assertThat(log.evidenceOf(forgotten)).isEmpty();
        }

        @Test
        void refusesAFactOutsideATransaction() {
            assertThatThrownBy(() -> outbox.add(fact().build())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class AnOutsider {

        @Test
        void verifiesTheWholeLogAndAReceiptFromWhatIsServed() throws IOException {
            Evidence evidence = log.append(fact().build());
            for (int i = 0; i < 300; i++) {
                inTransaction(fact().detail("n", i));
            }
            long last = drained(inTransaction(fact()));
            // A receipt is given once a signed checkpoint covers its entry.
            hub.as("audit-admin").get("/api/v1/audit/entries/" + last + "/receipt");
            String receipt = hub.as("audit-admin")
                    .get("/api/v1/audit/entries/" + evidence.index() + "/receipt")
                    .text();

            Checkpoint checkpoint = new LogVerifier(NoteKey.parse(signer.key().vkey()), served()).verify(receipt);

            assertThat(checkpoint.origin()).isEqualTo("hub.test/log");
            assertThat(checkpoint.size()).isGreaterThan(300);
        }

        @Test
        void getsHashesButNoEntries() {
            log.append(fact().build());

            assertThat(hub.anonymously().get("/log/tile/0/000.p/1").status()).isEqualTo(200);
            assertThat(hub.anonymously().get("/log/tile/entries/000.p/1").status())
                    .isEqualTo(401);
            assertThat(hub.as("system-admin").get("/log/tile/entries/000.p/1").status())
                    .isEqualTo(403);
            assertThat(hub.anonymously().get("/log/tile/0/999").status()).isEqualTo(404);
            assertThat(hub.anonymously().get("/log/tile/0/../../x").status()).isNotEqualTo(200);
        }
    }

    @Nested
    class TheDatabase {

        @Test
        void cannotBeReplacedByAnOlderCopyUnnoticed() {
            String older = signer.sign(new Checkpoint("hub.test/log", 1_000_000_000L, Hash.OF_NOTHING).text());

            assertRefusedWith(older, "the database holds");
        }

        @Test
        void cannotBeSignedWithAnotherKeyUnnoticed() throws Exception {
            NoteSigner other = NoteSigner.of(
                    "hub.test/log",
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());

            assertRefusedWith(
                    other.sign(new Checkpoint("hub.test/log", 0, Hash.OF_NOTHING).text())
                            .encode(),
                    "signatures by");
        }

        @Test
        void cannotHideAChangedEntryFromAVerifier() {
            long index = log.append(fact().build()).index();
            hub.as("audit-admin").get("/api/v1/audit/entries/" + index + "/receipt");
            byte[] honest = entry(index).getBytes(StandardCharsets.UTF_8);
            tamper(index, entry(index).replace("4711", "4712").getBytes(StandardCharsets.UTF_8));
            try {
                assertThatThrownBy(() -> new LogVerifier(signer.key(), served()).verify())
                        .hasMessageContaining("hash of entry " + index);
            } finally {
                tamper(index, honest);
            }
        }

        private void assertRefusedWith(String lastSignedNote, String reason) {
            String honest = await().until(lastSigned::read, Optional::isPresent).orElseThrow();
            lastSigned.keep(lastSignedNote);
            try {
                checkpoints.run();

                assertThat(checkpoints.refusal())
                        .hasValueSatisfying(said -> assertThat(said).contains(reason));
                assertThatThrownBy(() -> log.append(fact().build())).isInstanceOf(HubProblem.class);
            } finally {
                lastSigned.keep(honest);
                checkpoints.run();
            }
            assertThat(log.append(fact().build()).index()).isNotNegative();
        }

        private void tamper(long index, byte[] entry) {
            ownerRole
                    .sql("update hub.log_entry set entry = ? where index = ?")
                    .param(entry)
                    .param(index)
                    .update();
        }
    }

    @Nested
    class ADenial {

        @Test
        void isInTheLogBeforeItIsAnswered() {
            var answer = hub.as("market-steward").get("/api/v1/audit/entries/0");

            assertThat(answer.status()).isEqualTo(403);
            String evidence = answer.header("Hub-Evidence").orElseThrow();
            assertThat(entry(Long.parseLong(evidence.substring(evidence.lastIndexOf('/') + 1))))
                    .contains("ACCESS_DENIED", "DENIED", "/api/v1/audit/entries/{index}");
        }

        @Test
        void letsTheOneItNamesFetchAReceipt() {
            String evidence = hub.as("market-steward")
                    .get("/api/v1/audit/entries/0")
                    .header("Hub-Evidence")
                    .orElseThrow();
            String path = "/api/v1/audit/entries/" + evidence.substring(evidence.lastIndexOf('/') + 1) + "/receipt";

            assertThat(hub.as("market-steward").get(path).text()).startsWith("c2sp.org/tlog-proof@v1");
            assertThat(hub.as("market-head").get(path).status()).isEqualTo(403);
        }
    }

    @Nested
    class Searching {

        @Test
        void isRefusedWithoutElasticsearchWhileTheLogGoesOn() {
            var answer = hub.as("audit-admin").get("/api/v1/audit/entries");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().get("code").asString()).isEqualTo("SEARCH_UNAVAILABLE");
            assertThat(log.append(fact().build()).index()).isNotNegative();
        }
    }

    /** The log over HTTP; a fixed checkpoint, because the log goes on growing. */
    private TileSource served() {
        byte[] checkpoint = hub.anonymously().get("/log/checkpoint").bytes();
        return path -> path.equals("checkpoint")
                ? Optional.of(checkpoint)
                : Optional.of(hub.as("audit-admin").get("/log/" + path))
                        .filter(answer -> answer.status() == 200)
                        .map(HubClient.Answer::bytes);
    }

    private static AuditFact.Builder fact() {
        return AuditFact.of(Auditable.RECORD_READ, SOMEBODY).dataset("207001-000001");
    }

    private UUID inTransaction(AuditFact.Builder fact) {
        return Objects.requireNonNull(transaction.execute(status -> outbox.add(fact.build())));
    }

    private String entry(long index) {
        return new String(
                logRole.sql("select entry from hub.log_entry where index = ?")
                        .param(index)
                        .query(byte[].class)
                        .single(),
                StandardCharsets.UTF_8);
    }

    private long drained(UUID fact) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> log.evidenceOf(fact), Optional::isPresent)
                .orElseThrow()
                .index();
    }

    private static String backendOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
