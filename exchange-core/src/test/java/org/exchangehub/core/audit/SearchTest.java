package org.exchangehub.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.RealEngines;
import org.exchangehub.engines.login.PersonLogin;
import org.exchangehub.engines.login.Realm;
import org.exchangehub.engines.testing.TestEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SearchTest extends RealEngines {

    private static final Who SOMEBODY = new Who("4711", "app-test", "market-supervision");

    private final HubClient hub;
    private final AuditLog log;
    private final SearchEngine engine;
    private final SearchProjection projection;
    private final String dataset = UUID.randomUUID().toString();
    private String token = "";

    SearchTest(HubClient hub, AuditLog log, SearchEngine engine, SearchProjection projection) {
        this.hub = hub;
        this.log = log;
        this.engine = engine;
        this.projection = projection;
    }

    @BeforeEach
    void logIn() throws Exception {
        Path password = TestEngines.shared().secrets().resolve("people/audit-admin");
        token = new PersonLogin(new Realm(property("hub.identity.issuer")), URI.create(property("hub.url")))
                .token("audit-admin", Files.readString(password).strip());
        for (int i = 0; i < 3; i++) {
            log.append(AuditFact.of(Auditable.RECORD_READ, SOMEBODY)
                    .dataset(dataset)
                    .purpose("证照核发 " + i)
                    .build());
        }
    }

    @Test
    void findsEntriesByWordsAndPages() {
        assertThat(found("&q=核发").get("items").size()).isEqualTo(3);

        var first = hub.with(token).get("/api/v1/audit/entries?limit=2&dataset=" + dataset);
        String link = first.header("Link").orElseThrow();
        var second = hub.with(token).get(link.substring(1, link.indexOf('>')));

        assertThat(first.json().get("items").size()).isEqualTo(2);
        assertThat(second.json().get("items").size()).isEqualTo(1);
        assertThat(first.header("Hub-Evidence")).isPresent();
    }

    @Test
    void isRebuiltWhenTheIndexIsLost() throws Exception {
        assertThat(found("").get("items").size()).isEqualTo(3);

        engine.send("DELETE", "", null);
        projection.recheck();

        assertThat(found("").get("items").size()).isEqualTo(3);
    }

    private JsonNode found(String criteria) {
        return await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(
                        () -> hub.with(token)
                                .get("/api/v1/audit/entries?dataset=" + dataset + encoded(criteria))
                                .json(),
                        answer -> answer.path("items").size() == 3);
    }

    private static String encoded(String criteria) {
        return criteria.replace("核发", URLEncoder.encode("核发", StandardCharsets.UTF_8));
    }
}
