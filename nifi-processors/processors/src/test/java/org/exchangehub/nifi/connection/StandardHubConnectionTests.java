package org.exchangehub.nifi.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.NoOpProcessor;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.exchangehub.nifi.Hubs;
import org.exchangehub.nifi.StandInHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardHubConnectionTests {

    private static final StandInHub.Failure BUSY = new StandInHub.Failure(503, null, "{\"detail\":\"starting\"}");

    private final TestRunner runner = TestRunners.newTestRunner(NoOpProcessor.class);
    private StandInHub hub;
    private StandardHubConnection connection;

    @BeforeEach
    void start() throws Exception {
        hub = new StandInHub(Hubs.RSA);
        hub.documents.put("/api/v1/me", "{\"subject\":\"source-trial\"}");
        connection = Hubs.connection(runner, hub);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private HubAnswer ask() {
        return connection.send(HubRequest.get("/api/v1/me"));
    }

    @Nested
    class Settings {

        @ParameterizedTest
        @ValueSource(strings = {"http://hub.example", "ftp://localhost", "hub", "http://localhost.example"})
        void areRefusedWhereATokenWouldTravelInTheClear(String url) {
            runner.setProperty(connection, StandardHubConnection.HUB_URL, url);

            runner.assertNotValid(connection);
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://hub.example", "http://localhost:8080", "http://127.0.0.1:1", "https://h/"})
        void areTakenOverTlsOrOnThisMachine(String url) {
            runner.setProperty(connection, StandardHubConnection.HUB_URL, url);

            runner.assertValid(connection);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "no key",
                    "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                    "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"
                })
        void areRefusedWithoutAPrivateKey(String pem) {
            runner.setProperty(connection, StandardHubConnection.PRIVATE_KEY, pem);

            runner.assertNotValid(connection);
        }
    }

    @Nested
    class Tokens {

        static Stream<KeyPair> keys() {
            return Stream.of(Hubs.RSA, Hubs.EC);
        }

        @ParameterizedTest
        @MethodSource("keys")
        void areHadByASignedAssertion(KeyPair key) throws Exception {
            try (StandInHub other = new StandInHub(key)) {
                other.documents.put("/api/v1/me", "{}");
                TestRunner own = TestRunners.newTestRunner(NoOpProcessor.class);
                StandardHubConnection signed = Hubs.connection(own, other);
                own.enableControllerService(signed);

                assertThat(signed.send(HubRequest.get("/api/v1/me")).status()).isEqualTo(200);
            }
        }

        @Test
        void serveManyRequests() {
            runner.enableControllerService(connection);

            ask();
            ask();

            assertThat(hub.calls).containsExactly("POST /token", "GET /api/v1/me", "GET /api/v1/me");
        }

        @Test
        void areRenewedOnceTheHubNoLongerTakesThem() {
            runner.enableControllerService(connection);
            ask();
            hub.forgetTokens();

            assertThat(ask().status()).isEqualTo(200);
        }

        @Test
        void areNotHadByAnotherClientAndTheReasonIsTold() throws InitializationException {
            runner.setProperty(connection, StandardHubConnection.CLIENT_ID, "source-other");
            runner.enableControllerService(connection);

            assertThatExceptionOfType(HubRefused.class)
                    .isThrownBy(StandardHubConnectionTests.this::ask)
                    .withMessageContaining("source-other")
                    .withMessageContaining("Client assertion not valid")
                    .matches(HubRefused::aboutTheSetting);
        }
    }

    @Nested
    class Requests {

        @BeforeEach
        void enable() {
            runner.enableControllerService(connection);
        }

        @Test
        void areRepeatedWhileTheHubIsNotReady() {
            hub.failures.addAll(List.of(BUSY, BUSY));

            assertThat(ask().status()).isEqualTo(200);
        }

        @Test
        void areGivenUpWhenTheAttemptsAreUsedUp() {
            hub.failures.addAll(List.of(BUSY, BUSY, BUSY));

            assertThatExceptionOfType(HubUnavailable.class)
                    .isThrownBy(StandardHubConnectionTests.this::ask)
                    .withMessageContaining("503: starting (attempt 3)");
        }

        @Test
        void waitAsLongAsTheHubAsks() {
            hub.failures.add(new StandInHub.Failure(429, "1", ""));
            long start = System.nanoTime();

            ask();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }

        @Test
        void areGivenUpAtOnceWhenTheHubAsksForMoreThanTheLongestPause() {
            hub.failures.add(new StandInHub.Failure(503, "3600", ""));

            assertThatExceptionOfType(HubUnavailable.class)
                    .isThrownBy(StandardHubConnectionTests.this::ask)
                    .withMessageContaining("attempt 1");
        }

        @Test
        void areNotRepeatedWhenTheHubSaysNo() {
            hub.failures.add(new StandInHub.Failure(422, null, "{\"code\":\"ROWS_WRONG\",\"detail\":\"expected 3\"}"));

            assertThatExceptionOfType(HubRefused.class)
                    .isThrownBy(StandardHubConnectionTests.this::ask)
                    .withMessage("422 ROWS_WRONG: expected 3")
                    .matches(refused -> !refused.aboutTheSetting());
        }

        @Test
        void areGivenUpWhenNobodyListens() {
            hub.close();

            assertThatExceptionOfType(HubUnavailable.class).isThrownBy(StandardHubConnectionTests.this::ask);
        }
    }

    @Nested
    class Documents {

        @Test
        void areTheSameUntilTheyChange() {
            runner.enableControllerService(connection);
            String first = connection.document("/api/v1/me");

            assertThat(connection.document("/api/v1/me")).isSameAs(first);

            hub.documents.put("/api/v1/me", "{\"subject\":\"changed\"}");
            assertThat(connection.document("/api/v1/me")).isEqualTo("{\"subject\":\"changed\"}");
        }

        @Test
        void areNotAskedForWithinTheCacheTime() {
            runner.setProperty(connection, StandardHubConnection.CACHE_TIME, "1 hour");
            runner.enableControllerService(connection);

            connection.document("/api/v1/me");
            connection.document("/api/v1/me");

            assertThat(hub.calls).containsExactly("POST /token", "GET /api/v1/me");
        }
    }

    @Nested
    class Pauses {

        private final BackOff backOff = new BackOff(5, Duration.ofMillis(100), Duration.ofSeconds(1));

        @Test
        void growWithJitterUpToTheLongest() {
            RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

            assertThat(backOff.after(1, null, random)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
            assertThat(backOff.after(2, null, random)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
            assertThat(new BackOff(99, Duration.ofMillis(100), Duration.ofSeconds(1)).after(60, null, random))
                    .isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        }

        @Test
        void endWithTheLastAttempt() {
            assertThat(backOff.after(5, null, RandomGenerator.getDefault())).isNull();
        }
    }
}
