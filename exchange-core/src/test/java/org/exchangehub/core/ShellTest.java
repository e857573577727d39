package org.exchangehub.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@HubTest
class ShellTest {

    private final HubClient hub;

    ShellTest(HubClient hub) {
        this.hub = hub;
    }

    @Nested
    class AToken {

        @Test
        void saysWhoCalls() {
            var answer = hub.as("market-steward").get("/api/v1/me");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("name").asString()).isEqualTo("market-steward");
            assertThat(answer.json().get("department").asString()).isEqualTo("market-supervision");
            assertThat(answer.json().get("roles").get(0).asString()).isEqualTo("steward");
        }

        @Test
        void isNeededForTheApi() {
            var answer = hub.anonymously().get("/api/v1/me");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.json().get("code").asString()).isEqualTo("UNAUTHENTICATED");
        }

        @Test
        void isOfNoUseForAPathThatIsNone() {
            for (String path : new String[] {"/api/v1//datasets", "/api/v1/datasets;a=b", "/api/v1/%2e%2e/me"}) {
                var answer = hub.as("market-steward").get(path);

                assertThat(answer.status()).as(path).isEqualTo(400);
                assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
                assertThat(answer.json().get("code").asString()).isEqualTo("REQUEST_UNPARSABLE");
            }
        }

        @Test
        void isRefusedForAnotherAudience() {
            var answer = hub.with(hub.tokens().altered(claims -> claims.audience("another")))
                    .get("/api/v1/me");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().get("detail").asString()).contains("aud");
        }

        @Test
        void isRefusedFromAnotherIssuer() {
            assertThat(hub.with(hub.tokens().altered(claims -> claims.issuer("http://elsewhere/realms/hub")))
                            .get("/api/v1/me")
                            .status())
                    .isEqualTo(401);
        }

        @Test
        void isRefusedOnceExpired() {
            Date past = Date.from(Clock.systemUTC().instant().minusSeconds(300));

            assertThat(hub.with(hub.tokens().altered(claims -> claims.expirationTime(past)))
                            .get("/api/v1/me")
                            .status())
                    .isEqualTo(401);
        }

        @Test
        void isRefusedWhenTheIssuerDidNotSignIt() {
            assertThat(hub.with(hub.tokens().forged()).get("/api/v1/me").status())
                    .isEqualTo(401);
        }

        @Test
        void ofSeveralDepartmentsNeedsOneNamed() {
            String token =
                    hub.tokens().person("both", List.of("market-supervision", "data-bureau"), List.of("steward"));

            assertThat(hub.with(token).get("/api/v1/me").status()).isEqualTo(422);
            assertThat(hub.with(token)
                            .header("Hub-Department", "data-bureau")
                            .get("/api/v1/me")
                            .json()
                            .get("department")
                            .asString())
                    .isEqualTo("data-bureau");
            assertThat(hub.with(token)
                            .header("Hub-Department", "administrative-approval")
                            .get("/api/v1/me")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Nested
    class ARefusal {

        @Test
        void carriesTheCallersTraceId() {
            var answer = hub.as("market-steward")
                    .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                    .get("/api/v1/nothing-here");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().get("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        }

        @Test
        void ofAMethodIs405() {
            assertThat(hub.as("market-steward").delete("/api/v1/me").status()).isEqualTo(405);
        }

        @Test
        void tellsTheTruthAboutTheBodysType() {
            byte[] body = "<x/>".getBytes(StandardCharsets.UTF_8);

            assertThat(hub.as("market-steward")
                            .send("POST", "/api/v1/datasets", "application/xml", body)
                            .status())
                    .isEqualTo(415);
        }

        @Test
        void ofBrokenJsonIs400() {
            var answer = hub.as("market-steward").post("/api/v1/datasets", "{");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("code").asString()).isEqualTo("REQUEST_UNPARSABLE");
        }
    }

    @Nested
    class TheOpenPart {

        @Test
        void tellsThePagesWhereToLogIn() {
            var answer = hub.anonymously().get("/config.json");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("issuer").asString())
                    .isEqualTo(hub.tokens().issuer());
            assertThat(answer.json().get("client").asString()).isEqualTo("catalog-ui");
        }

        @Test
        void isReadyWithoutElasticsearch() {
            assertThat(hub.anonymously().get("/actuator/health/readiness").status())
                    .isEqualTo(200);
        }

        @Test
        void allowsScriptsOfItsOwnOnly() {
            assertThat(hub.anonymously().get("/config.json").header("Content-Security-Policy"))
                    .hasValueSatisfying(policy ->
                            assertThat(policy).contains("default-src 'none'").contains("script-src 'self';"));
        }

        @Test
        void endsWhereTheApiBegins() {
            for (String path : List.of("/api/v1/openapi.json", "/actuator", "/log/tile/entries/000")) {
                assertThat(hub.anonymously().get(path).status()).as(path).isEqualTo(401);
            }
        }
    }

    @Nested
    class ThePages {

        @Test
        void areServedForEveryPathThatIsAPageOfTheirs() {
            for (String path : List.of("/", "/index.html", "/datasets", "/datasets/207001-000001/batches")) {
                var answer = hub.anonymously().get(path);

                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(answer.text()).as(path).contains("the pages of a test");
            }
        }

        @Test
        void areNotServedForAFileThatIsMissing() {
            assertThat(hub.anonymously().get("/assets/missing.js").status()).isEqualTo(404);
            assertThat(hub.anonymously().get("/missing.png").status()).isEqualTo(404);
        }
    }
}
