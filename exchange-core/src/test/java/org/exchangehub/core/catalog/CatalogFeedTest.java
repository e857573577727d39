package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A platform above follows the catalog by its feed (Decree 809, Art. 31). */
@HubTest
class CatalogFeedTest {

    private static final String FEED = "/api/v1/catalog-changes";
    private static final String CLASSIFICATION = "811001";
    private static final Caller HEAD = new Caller(
            "head", "market-head", "hub-web", "market-supervision", Set.of(Role.SHARING_HEAD), Caller.Kind.PERSON);

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final CatalogFeed feed;
    private final Withdrawals withdrawals;
    private final TransactionTemplate transaction;

    CatalogFeedTest(
            HubClient hub,
            JdbcClient jdbc,
            CatalogFeed feed,
            Withdrawals withdrawals,
            TransactionTemplate transaction) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.feed = feed;
        this.withdrawals = withdrawals;
        this.transaction = transaction;
    }

    /** Keeps what it is told, as a platform above would, by an ordinary service account. */
    private final class Harvester {

        private final Map<String, JsonNode> held = new TreeMap<>();
        private final List<JsonNode> told = new ArrayList<>();
        private @Nullable String cursor;

        /** Reads on until there is no more for now. */
        private Harvester reads() {
            boolean more = true;
            while (more) {
                Answer answer = hub.asClient("app-licensing", "administrative-approval")
                        .get(FEED + "?limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                answer.json().get("items").forEach(this::take);
                cursor = answer.json().get("cursor").asString();
                more = answer.json().get("more").asBoolean();
            }
            return this;
        }

        private void take(JsonNode change) {
            String code = change.get("code").asString();
            told.add(change);
            if (change.get("kind").asString().equals("IN_FORCE")) {
                held.put(code, change.get("entry"));
            } else {
                held.remove(code);
            }
        }
    }

    private String draft(String title) {
        ObjectNode entry = Entries.json().put("classification", CLASSIFICATION);
        entry.putObject("title").put("zh", title).put("en", title);
        String code = hub.as("market-steward")
                .post("/api/v1/datasets", entry.toString())
                .json()
                .get("code")
                .asString();
        jdbc.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                """)
                .param("code", code)
                .param("avsc", PublishedDatasets.SCHEMA)
                .update();
        return code;
    }

    private String published(String title) {
        String code = draft(title);
        PublishedDatasets.publish(hub, code);
        return code;
    }

    private void change(String code, String title) {
        String path = "/api/v1/datasets/" + code;
        hub.as("market-steward")
                .post(path + "/changes", "{\"cause\": \"DATA\", \"causedOn\": \"2026-11-20\", \"reason\": \"更名\"}");
        ObjectNode entry = Entries.json().put("classification", CLASSIFICATION);
        entry.putObject("title").put("zh", title).put("en", title);
        int version = hub.as("market-steward").get(path).json().get("version").asInt();
        Answer amended = hub.as("market-steward")
                .header("If-Match", "\"" + version + "\"")
                .put(path, entry.toString());
        assertThat(amended.status()).as(amended.text()).isEqualTo(200);
    }

    private void withdraw(String code) {
        transaction.executeWithoutResult(status -> withdrawals.announce(code, "停用", LocalDate.of(2026, 11, 1), HEAD));
        transaction.executeWithoutResult(status -> withdrawals.end(code, "无使用部门", "备1"));
    }

    /** What everybody sees in force, by resource code. */
    private Map<String, JsonNode> inForce() {
        Map<String, JsonNode> found = new TreeMap<>();
        hub.as("approval-developer")
                .get("/api/v1/catalog-exports?format=JSON&q=" + CLASSIFICATION)
                .json()
                .forEach(each -> found.put(each.get("code").asString(), each.get("entry")));
        return found;
    }

    private Map<String, JsonNode> ours(Harvester harvester) {
        Map<String, JsonNode> ours = new TreeMap<>(harvester.held);
        ours.keySet().removeIf(code -> !code.startsWith(CLASSIFICATION));
        return ours;
    }

    @Test
    void leavesAHarvesterWithExactlyWhatIsInForceWhateverHappensMeanwhile() throws Exception {
        Harvester harvester = new Harvester().reads();
        try (ExecutorService departments = Executors.newFixedThreadPool(3)) {
            List<CompletableFuture<Void>> lives = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String title = "采集" + "甲乙丙丁戊己".charAt(i);
                boolean ends = i % 3 == 0;
                lives.add(CompletableFuture.runAsync(() -> live(title, ends), departments));
            }
            CompletableFuture<Void> all = CompletableFuture.allOf(lives.toArray(CompletableFuture[]::new));
            while (!all.isDone()) {
                harvester.reads();
                Thread.sleep(5);
            }
            all.get(1, TimeUnit.MINUTES);
        }

        harvester.reads();

        assertThat(ours(harvester)).hasSizeGreaterThanOrEqualTo(4).isEqualTo(inForce());
        assertThat(ours(harvester).values())
                .extracting(entry -> entry.at("/title/zh").asString())
                .contains("采集乙新", "采集丙新")
                .doesNotContain("采集甲", "采集甲新", "采集乙");
        assertThat(harvester.told)
                .filteredOn(change -> change.get("kind").asString().equals("WITHDRAWN"))
                .isNotEmpty()
                .allMatch(tombstone -> !tombstone.has("entry"));
        assertThat(ours(new Harvester().reads())).as("who comes later").isEqualTo(inForce());
    }

    /** A dataset comes into force, is changed and, if it is to, ends. */
    private void live(String title, boolean ends) {
        String code = published(title);
        change(code, title + "新");
        PublishedDatasets.publish(hub, code);
        if (ends) {
            withdraw(code);
        }
    }

    @Test
    void putsACommitBehindAnotherThatIsUnderWay() throws Exception {
        String first = published("先到");
        String second = published("后到");
        Harvester harvester = new Harvester().reads();
        harvester.told.clear();
        CountDownLatch placed = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);

        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            feed.changed(first);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    placed.countDown();
                    waitFor(mayCommit);
                }
            });
        }));
        waitFor(placed);
        CompletableFuture<Void> fast =
                CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> feed.changed(second)));

        assertThatThrownBy(() -> fast.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        harvester.reads();
        mayCommit.countDown();
        CompletableFuture.allOf(slow, fast).get(10, TimeUnit.SECONDS);
        harvester.reads();

        assertThat(harvester.told)
                .extracting(change -> change.get("code").asString().replace('/', '-'))
                .containsSubsequence(first, second);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void tellsNothingOfWhatIsNotInForce() {
        String code = published("在编");
        String draft = draft("草稿");
        Harvester harvester = new Harvester().reads();
        harvester.told.clear();

        change(code, "尚未公布");
        harvester.reads();

        assertThat(harvester.told)
                .extracting(told -> told.get("code").asString().replace('/', '-'))
                .doesNotContain(code, draft);
        assertThat(harvester.held).doesNotContainKey(draft.replace('-', '/'));
    }

    @Test
    void refusesCursorsThatAreNotItsOwnOrFromBeforeItWasSetBack() {
        Answer foreign = hub.as("approval-developer").get(FEED + "?cursor=Zm9vOjE");
        Answer ahead = hub.as("approval-developer").get(FEED + "?cursor=ZmVlZDo5OTk5OTk5OTk5");
        Answer nobody = hub.anonymously().get(FEED);

        assertThat(foreign.status()).isEqualTo(422);
        assertThat(ahead.status()).isEqualTo(409);
        assertThat(ahead.json().get("code").asString()).isEqualTo("FEED_OUTDATED");
        assertThat(nobody.status()).isEqualTo(401);
    }
}
