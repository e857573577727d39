package org.exchangehub.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.RealEngines;
import org.exchangehub.engines.login.PersonLogin;
import org.exchangehub.engines.login.Realm;
import org.exchangehub.engines.testing.TestEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchTest extends RealEngines {

    private static final Who SOMEBODY = new Who("4711", "app-test", "market-supervision");
    private static final UUID GRANT = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String ENTRIES = "/api/v1/audit/entries?dataset=";

    private final HubClient hub;
    private final AuditLog log;
    private final LogIndex engine;
    private final SearchProjection projection;
    private final ProjectionState state;
    private final LogStore store;
    private final JdbcClient owner;
    private final String dataset = UUID.randomUUID().toString();
    private String token = "";
    private long first;

    SearchTest(
            HubClient hub,
            AuditLog log,
            LogIndex engine,
            SearchProjection projection,
            ProjectionState state,
            LogStore store,
            @Qualifier("ownerDataSource") DataSource owner) {
        this.hub = hub;
        this.log = log;
        this.engine = engine;
        this.projection = projection;
        this.state = state;
        this.store = store;
        this.owner = JdbcClient.create(owner);
    }

    @BeforeEach
    void logIn() throws Exception {
        Path password = TestEngines.shared().secrets().resolve("people/audit-admin");
        token = new PersonLogin(new Realm(property("hub.identity.issuer")), URI.create(property("hub.url")))
                .token("audit-admin", Files.readString(password).strip());
        for (int i = 0; i < 3; i++) {
            Evidence evidence = log.append(AuditFact.of(Auditable.RECORD_READ, SOMEBODY)
                    .dataset(dataset)
                    .purpose("证照核发 " + i)
                    .grant(GRANT)
                    .outcome(i == 0 ? Outcome.DENIED : Outcome.ALLOWED)
                    .traceId(TRACE)
                    .build());
            first = i == 0 ? evidence.index() : first;
        }
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> items("").size() == 3);
    }

    @Nested
    class ASearch {

        @Test
        void narrowsByEveryFilter() {
            String today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.of("Asia/Shanghai"))
                    .toString();
            for (String hits : List.of(
                    "&q=核发",
                    "&purpose=照核 0",
                    "&q=核发 " + dataset,
                    "&kind=RECORD_READ",
                    "&outcome=DENIED",
                    "&department=market-supervision",
                    "&subject=4711",
                    "&client=app-test",
                    "&grant=" + GRANT,
                    "&traceId=" + TRACE.toUpperCase(Locale.ROOT),
                    "&from=" + today + "&to=" + today)) {
                assertThat(items(hits)).as(hits).isNotEmpty();
            }
            for (String misses : List.of(
                    "&q=发核",
                    "&purpose=" + dataset,
                    "&kind=RECORD_VERIFIED",
                    "&subject=47",
                    "&client=other",
                    "&to=2020-01-01")) {
                assertThat(items(misses)).as(misses).isEmpty();
            }
        }

        @Test
        void pagesFromTheNewestOn() {
            var page = hub.with(token).get(ENTRIES + dataset + "&limit=2");
            String link = page.header("Link").orElseThrow();
            var second = hub.with(token).get(link.substring(1, link.indexOf('>')));

            assertThat(indexes(page.json())).containsExactly(first + 2, first + 1);
            assertThat(indexes(second.json())).containsExactly(first);
            assertThat(page.header("Hub-Evidence")).isPresent();
        }

        @Test
        void countsOverTimeAndByValues() {
            JsonNode overview = answer("&overview=true").path("overview");

            assertThat(overview.path("total").asLong()).isEqualTo(3);
            assertThat(overview.at("/facets/outcome/0/value").asString()).isEqualTo("ALLOWED");
            assertThat(overview.at("/facets/outcome/0/count").asLong()).isEqualTo(2);
            assertThat(overview.at("/facets/client/0/value").asString()).isEqualTo("app-test");
            assertThat(overview.path("histogram").values().stream()
                            .mapToLong(bar -> bar.path("count").asLong())
                            .sum())
                    .isEqualTo(3);
            assertThat(overview.path("histogram").values().stream()
                            .mapToLong(bar -> bar.path("refused").asLong())
                            .sum())
                    .isEqualTo(1);
        }

        @Test
        void hasBarsOfDaysInTheJurisdictionsZone() {
            JsonNode overview =
                    answer("&overview=true&from=2026-03-01&to=2026-04-30").path("overview");

            assertThat(overview.path("interval").asString()).isEqualTo("P1D");
            assertThat(overview.path("histogram").size()).isEqualTo(61);
            assertThat(overview.at("/histogram/0/from").asString()).isEqualTo("2026-02-28T16:00:00Z");
        }

        @Test
        void refusesWhatCannotBeUnderstoodAllAtOnce() {
            var refused = hub.with(token)
                    .get("/api/v1/audit/entries?from=yesterday&kind=READ&grant=1&traceId=xyz&outcome=maybe");

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().get("errors").values().stream()
                            .map(error -> error.path("pointer").asString() + " "
                                    + error.path("found").asString()))
                    .containsExactlyInAnyOrder(
                            "from yesterday", "kind READ", "grant 1", "traceId xyz", "outcome maybe");
        }
    }

    @Nested
    class APrunedShard {

        @Test
        void isNotGivenOutAnyMore() {
            owner.sql("update hub.log_shard set pruned_at = now()").update();
            owner.sql("insert into hub.log_shard (year, first) values (9999, ?)")
                    .param(first + 1)
                    .update();
            try {
                assertThat(indexes(answer(""))).containsExactly(first + 2, first + 1);
                assertThat(hub.with(token).get("/api/v1/audit/entries/" + first).status())
                        .isEqualTo(404);
                assertThat(hub.with(token)
                                .get("/api/v1/audit/entries/" + (first + 1))
                                .status())
                        .isEqualTo(200);
            } finally {
                owner.sql("delete from hub.log_shard where year = 9999").update();
                owner.sql("update hub.log_shard set pruned_at = null").update();
            }
            assertThat(items("")).hasSize(3);
        }
    }

    @Nested
    class TheProjection {

        @Test
        void isMadeAnewWhenItsIndexIsLost() throws Exception {
            var index = engine.client().indices().get(get -> get.index(engine.alias()));
            engine.client()
                    .indices()
                    .delete(delete -> delete.index(List.copyOf(index.indices().keySet())));
            projection.recheck();

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> items("").size() == 3);
        }

        @Test
        void isMadeAnewOnDemandAndSaysSo() {
            var accepted = hub.with(token).post("/api/v1/audit/projection/rebuild", "");

            assertThat(accepted.status()).isEqualTo(202);
            assertThat(accepted.header("Hub-Evidence")).isPresent();
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
                JsonNode view = hub.with(token).get("/api/v1/audit/projection").json();
                return view.path("work").asString().equals("CURRENT")
                        && items("").size() == 3;
            });
        }

        @Test
        void noticesAndMendsDocumentsRemovedAlteredAndAdded() throws Exception {
            long before = state.standing().differences();
            String altered = Long.toString(first);
            JsonNode source = engine.documents(first, first + 1, 1)
                    .hits()
                    .hits()
                    .getFirst()
                    .source();
            String text = String.valueOf(source).replace("证照核发 0", "证照核发 9");
            engine.client()
                    .index(index -> index.index(engine.alias()).id(altered).withJson(new StringReader(text)));
            engine.client().delete(delete -> delete.index(engine.alias()).id(Long.toString(first + 1)));
            engine.client()
                    .index(index -> index.index(engine.alias())
                            .id("foreign")
                            .withJson(new StringReader(text.replace("\"index\":" + first, "\"index\":9999999999"))));
            engine.refresh();
            projection.recheck();

            await().atMost(Duration.ofSeconds(30)).until(() -> state.standing().differences() == before + 3);
            engine.refresh();
            assertThat(items("")).hasSize(3);
            assertThat(items("&purpose=9")).isEmpty();
            assertThat(engine.client()
                            .exists(document -> document.index(engine.alias()).id("foreign"))
                            .value())
                    .isFalse();
            assertThat(repaired("missing")).isEqualTo(1);
            assertThat(repaired("altered")).isEqualTo(1);
            assertThat(repaired("foreign")).isEqualTo(1);
        }

        private long repaired(String how) {
            return store.entries(first, 10_000).stream()
                    .map(entry -> JsonMapper.shared().readTree(entry.entry()))
                    .filter(leaf -> leaf.path("kind").asString().equals("LOG_PROJECTION_REPAIRED"))
                    .mapToLong(leaf -> Long.parseLong(leaf.at("/details/" + how).asString()))
                    .sum();
        }
    }

    private JsonNode answer(String criteria) {
        String[] parts = criteria.split("(?<=[=&])|(?=[=&])", -1);
        StringBuilder query = new StringBuilder();
        for (String part : parts) {
            boolean sign = part.equals("=") || part.equals("&");
            query.append(sign ? part : URLEncoder.encode(part, StandardCharsets.UTF_8));
        }
        return hub.with(token).get(ENTRIES + dataset + query).json();
    }

    private List<JsonNode> items(String criteria) {
        return List.copyOf(answer(criteria).path("items").values());
    }

    private static List<Long> indexes(JsonNode page) {
        return page.path("items").values().stream()
                .map(item -> item.path("index").asLong())
                .toList();
    }
}
