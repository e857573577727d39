package org.exchangehub.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.core.testing.Relay;
import org.exchangehub.engines.testing.TestEngines;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The search engine goes away in the middle of things, and comes back. */
@HubTest
class SearchOutageTest {

    private static final Who SOMEBODY = new Who("4711", "app-test", "market-supervision");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Relay RELAY = new Relay(TestEngines.shared().elasticsearch());

    private final HubClient hub;
    private final AuditLog log;
    private final LogStore store;
    private final LogIndex engine;
    private final String dataset = UUID.randomUUID().toString();

    SearchOutageTest(HubClient hub, AuditLog log, LogStore store, LogIndex engine) {
        this.hub = hub;
        this.log = log;
        this.store = store;
        this.engine = engine;
    }

    @DynamicPropertySource
    static void searching(DynamicPropertyRegistry registry) {
        Map<String, String> engines = TestEngines.shared().exchangeCoreProperties("unused");
        String index = "outage-" + UUID.randomUUID();
        registry.add("hub.search.url", () -> RELAY.url().toString());
        registry.add("hub.search.username", () -> engines.get("hub.search.username"));
        registry.add("hub.search.password-file", () -> engines.get("hub.search.password-file"));
        registry.add("hub.search.index", () -> index);
    }

    @Test
    void isNoticedBySearchesOnlyAndMadeUpForWithoutGaps() throws Exception {
        append(100);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> found() == 100);

        RELAY.cut();
        append(500);
        var refused = hub.as("audit-admin").get("/api/v1/audit/entries?dataset=" + dataset);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().path("code").asString()).isEqualTo("SEARCH_UNAVAILABLE");
        assertThat(hub.as("audit-admin").get("/api/v1/audit/entries/0").status())
                .isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> projection().path("work").asString().equals("WAITING"));
        assertThat(projection().path("behind").asLong()).isGreaterThanOrEqualTo(500);

        RELAY.mend();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> found() == 600);
        JsonNode after = projection();
        assertThat(after.path("differences").asLong()).isZero();
        engine.refresh();
        long searchable = engine.count(Query.of(all -> all.matchAll(each -> each)));
        assertThat(searchable).isBetween(store.head().size() - 50, store.head().size());
    }

    private void append(int entries) {
        for (int i = 0; i < entries; i++) {
            log.append(AuditFact.of(Auditable.RECORD_READ, SOMEBODY)
                    .dataset(dataset)
                    .build());
        }
    }

    private long found() {
        return hub.as("audit-admin")
                .get("/api/v1/audit/entries?overview=true&limit=1&dataset=" + dataset)
                .json()
                .at("/overview/total")
                .asLong();
    }

    private JsonNode projection() {
        return hub.as("audit-admin").get("/api/v1/audit/projection").json();
    }
}
