package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.exchangehub.core.catalog.Entries;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is applied for and who consents, from the first application to the grant (Decree 809, Arts. 14, 20 and 21). */
@HubTest
class ApplicationHttpTest {

    private final HubClient hub;
    private final JdbcClient jdbc;
    private Applying applying;

    ApplicationHttpTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.applying = new Applying(hub, "");
    }

    @BeforeEach
    void publishADataset() {
        applying = new Applying(hub, Ground.published(hub, jdbc));
    }

    @Nested
    class AnApplication {

        @Test
        void isAskedOnceForEverythingMissing() {
            var answer = hub.as("approval-developer")
                    .post(
                            Applying.APPLICATIONS,
                            "{\"dataset\": \"%s\", \"until\": \"2020-01-01\"}".formatted(applying.dataset()));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json()
                            .get("errors")
                            .valueStream()
                            .map(error -> error.get("pointer").asString()))
                    .containsExactly(
                            "/basis", "/scenario", "/scope", "/purpose", "/client", "/modes", "/until", "/fields");
        }

        @Test
        void isHeldAgainstTheSchemaAndTheEntry() {
            ObjectNode body = applying.application();
            body.putArray("modes").add("EXPORT");
            body.withArray("fields").addObject().put("field", "colour").put("access", "CLEAR");
            body.withArray("fields").addObject().put("field", "name").put("access", "CLEAR");
            body.withArray("rowFilter")
                    .addObject()
                    .put("field", "size")
                    .put("op", "EQ")
                    .putArray("values")
                    .add("1");

            assertThat(applying.submit(body)
                            .json()
                            .get("errors")
                            .valueStream()
                            .map(error -> error.get("pointer").asString()))
                    .containsExactly("/modes", "/fields/3/field", "/fields/4/field", "/rowFilter/1");
        }

        @Test
        void asksForNothingThatContradictsItself() {
            ObjectNode body = applying.application().put("maxLevel", 5);
            body.putArray("entitled").add("idNumber").add("name").add("name").add("colour");
            body.putObject("masks")
                    .put("idNumber", "full")
                    .put("division", "full")
                    .put("code", "drop");
            assertThat(pointers(applying.submit(body)))
                    .containsExactly(
                            "/maxLevel",
                            "/entitled/0",
                            "/entitled/2",
                            "/entitled/3",
                            "/masks/code",
                            "/masks/division",
                            "/masks/idNumber");

            ObjectNode looser = applying.application();
            looser.putArray("fields").addObject().put("field", "idNumber").put("access", "CLEAR");
            looser.putObject("masks").put("idNumber", "name");
            assertThat(pointers(applying.submit(looser)))
                    .as("a mask that is not stricter, and nothing left to verify")
                    .containsExactly("/masks/idNumber", "/fields");
        }

        private List<String> pointers(HubClient.Answer answer) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            return answer.json()
                    .get("errors")
                    .valueStream()
                    .map(error -> error.get("pointer").asString())
                    .toList();
        }

        @Test
        void isADevelopers() {
            assertThat(hub.as("approval-steward")
                            .post(Applying.APPLICATIONS, applying.application().toString())
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void isNotPossibleForWhatIsNotShared() {
            ObjectNode refused = Entries.json()
                    .put("shareAttribute", "REFUSED")
                    .put("legalBasis", "档案法第二十八条")
                    .put("refusalReason", "法律规定不予共享");
            String closed = Ground.published(hub, jdbc, refused);

            assertThat(applying.submit(applying.application().put("dataset", closed))
                            .status())
                    .isEqualTo(422);
            assertThat(applying.submit(applying.application().put("dataset", "999999-000001"))
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void happensOncePerIdempotencyKey() {
            HubClient.Session developer = hub.as("approval-developer").header("Idempotency-Key", applying.dataset());

            JsonNode first = developer
                    .post(Applying.APPLICATIONS, applying.application().toString())
                    .json();
            JsonNode again = developer
                    .post(Applying.APPLICATIONS, applying.application().toString())
                    .json();

            assertThat(again.get("id")).isEqualTo(first.get("id"));
        }
    }

    @Nested
    class Consenting {

        @Test
        void isTheApplicantsHeadsFirstAndTheProvidersLast() {
            String application = applying.submitted();

            assertThat(applying.consent("market-head", application, "CONSENT", "同意")
                            .status())
                    .isEqualTo(403);
            assertThat(applying.consent("approval-head", application, "CONSENT", "确需")
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("APPLICANT_CONSENTED");
            assertThat(applying.consent("approval-head", application, "CONSENT", "同意")
                            .status())
                    .isEqualTo(403);
            JsonNode granted = applying.consent("market-head", application, "CONSENT", "同意")
                    .json();
            assertThat(granted.get("state").asString()).isEqualTo("GRANTED");

            JsonNode grant = hub.as("approval-developer")
                    .get(Applying.GRANTS + "/" + granted.get("grant").asString())
                    .json();
            assertThat(grant.get("state").asString()).isEqualTo("ACTIVE");
            assertThat(grant.get("purpose").asString()).isEqualTo("licensing");
            assertThat(grant.get("until").asString()).isEqualTo("2099-12-31");
            assertThat(grant.get("approvers")
                            .valueStream()
                            .map(each -> each.get("name").asString()))
                    .containsExactly("approval-head", "market-head");
        }

        @Test
        void isRefusedWithAReasonOnly() {
            String application = applying.submitted();

            assertThat(applying.consent("approval-head", application, "REFUSE", "")
                            .status())
                    .isEqualTo(422);
            assertThat(applying.consent("approval-head", application, "REFUSE", "非履职所需")
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("REFUSED");
            assertThat(applying.consent("approval-head", application, "CONSENT", "")
                            .status())
                    .isEqualTo(409);
        }

        @Test
        void winsOnceHoweverManyDecideAtOnce() throws InterruptedException, ExecutionException {
            String application = applying.submitted();
            applying.consent("approval-head", application, "CONSENT", "确需");

            List<Integer> statuses;
            try (ExecutorService heads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> answers = IntStream.range(0, 8)
                        .mapToObj(i -> heads.submit(() -> applying.consent(
                                        "market-head", application, i % 2 == 0 ? "CONSENT" : "REFUSE", "同时")
                                .status()))
                        .toList();
                statuses = new ArrayList<>();
                for (Future<Integer> answer : answers) {
                    statuses.add(answer.get());
                }
            }

            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        }
    }
}
