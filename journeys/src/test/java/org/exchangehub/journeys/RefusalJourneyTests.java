package org.exchangehub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Map;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.cli.demo.Answer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who may not, and who says nonsense, is told so in one form. */
@Order(2)
class RefusalJourneyTests {

    private final RunningHub hub = RunningHub.shared();

    @Test
    void noTokenIsUnauthenticated() {
        Answer refused = hub.api.send(HttpRequest.newBuilder(hub.endpoints.hub().resolve("/api/v1/datasets"))
                .build());

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("code")).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void aTamperedTokenIsUnauthenticated() {
        String token = hub.endpoints.personToken("market-steward");
        Actor forger = actor(token.substring(0, token.length() - 6) + "AAAAAA");

        assertThat(hub.api.get(forger, "/api/v1/datasets").status()).isEqualTo(401);
    }

    @Test
    void aFormThatIsNotJsonIsUnparsable() {
        Answer refused = hub.api.send(HttpRequest.newBuilder(hub.endpoints.hub().resolve("/api/v1/datasets"))
                .header("Authorization", "Bearer " + hub.endpoints.personToken("market-steward"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"title\":"))
                .build());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("code")).isEqualTo("REQUEST_UNPARSABLE");
        assertThat(refused.text("traceId")).isNotEmpty();
    }

    @Test
    void aDeveloperRegistersNothing() {
        Answer refused = hub.api.post(
                hub.cast.person("market-developer"),
                "/api/v1/datasets",
                org.exchangehub.cli.demo.Plan.named("licences").dataset());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.evidence()).isPresent();
    }

    private static Actor actor(String token) {
        return new Actor("forger", Map.of(), () -> token, Clock.systemUTC());
    }
}
