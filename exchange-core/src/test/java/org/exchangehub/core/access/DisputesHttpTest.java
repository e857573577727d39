package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A refusal and a suspension, contested by the department they hit (Decree 809, Art. 28). */
@HubTest
class DisputesHttpTest {

    private static final String DISPUTES = "/api/v1/disputes";

    private final HubClient hub;
    private final JdbcClient jdbc;
    private Applying applying;

    DisputesHttpTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.applying = new Applying(hub, "");
    }

    @BeforeEach
    void publish() {
        applying = new Applying(hub, Ground.published(hub, jdbc));
    }

    private Answer open(String as, String type, String about) {
        return hub.as(as)
                .post(DISPUTES, "{\"type\": \"%s\", \"about\": \"%s\", \"reason\": \"依法应当提供\"}".formatted(type, about));
    }

    private String opened(String type, String about) {
        Answer answer = open("approval-head", type, about);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private Answer move(String as, String dispute, String move) {
        String document = move.startsWith("GOVERNMENT") ? ", \"document\": \"市政府〔2026〕12号\"" : "";
        return hub.as(as)
                .post(
                        DISPUTES + "/" + dispute + "/moves",
                        "{\"move\": \"" + move + "\", \"words\": \"意见\"" + document + "}");
    }

    private void moved(String as, String dispute, String move, String state) {
        Answer answer = move(as, dispute, move);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("state").asString()).isEqualTo(state);
    }

    private JsonNode application(String id) {
        return hub.as("approval-head").get(Applying.APPLICATIONS + "/" + id).json();
    }

    private String grantState(String id) {
        return hub.as("approval-head")
                .get(Applying.GRANTS + "/" + id)
                .json()
                .get("state")
                .asString();
    }

    private List<String> told(String name, String about) {
        return hub.as(name)
                .get("/api/v1/notices?limit=100")
                .json()
                .get("items")
                .valueStream()
                .filter(notice -> notice.at("/subject/id").asString().equals(about))
                .map(notice -> notice.get("kind").asString())
                .toList();
    }

    @Nested
    class ARefusal {

        private String refused() {
            String id = applying.submitted();
            applying.consent("approval-head", id, "CONSENT", "确需");
            applying.consent("market-head", id, "REFUSE", "无依据");
            return id;
        }

        @Test
        void goesThroughThreeStagesAndBackToItsProviderWhoCanOnlyConsent() {
            String application = refused();
            String dispute = opened("application", application);

            moved("market-head", dispute, "ANSWERS", "NEGOTIATING");
            assertThat(move("approval-head", dispute, "APPEALS").status())
                    .as("no government before the authority")
                    .isEqualTo(409);
            moved("approval-head", dispute, "ESCALATES", "WITH_AUTHORITY");
            assertThat(told("authority", dispute)).contains("dispute.escalated");
            assertThat(move("market-head", dispute, "AUTHORITY_REJECTS").status())
                    .isEqualTo(403);
            moved("authority", dispute, "AUTHORITY_REJECTS", "DECIDED_AGAINST");
            assertThat(move("market-head", dispute, "APPEALS").status())
                    .as("whom it went against")
                    .isEqualTo(403);
            moved("approval-head", dispute, "APPEALS", "WITH_GOVERNMENT");
            moved("authority", dispute, "GOVERNMENT_UPHOLDS", "UPHELD");

            assertThat(application(application).get("state").asString()).isEqualTo("APPLICANT_CONSENTED");
            Answer again = applying.consent("market-head", application, "REFUSE", "仍不同意");
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.text()).contains(dispute);
            Answer granted = applying.consent("market-head", application, "CONSENT", "执行决定");
            assertThat(granted.json().get("grant").asString()).isNotEmpty();
            assertThat(told("market-head", dispute)).contains("dispute.opened", "dispute.upheld");
        }

        @Test
        void thatIsConfirmedStands() {
            String application = refused();
            String dispute = opened("application", application);
            moved("market-head", dispute, "ESCALATES", "WITH_AUTHORITY");
            moved("authority", dispute, "AUTHORITY_REJECTS", "DECIDED_AGAINST");
            moved("approval-head", dispute, "ACCEPTS", "REJECTED");

            assertThat(application(application).get("state").asString()).isEqualTo("REFUSED");
            assertThat(open("approval-head", "application", application).status())
                    .as("a decision is contested once")
                    .isEqualTo(409);
        }

        @Test
        void isContestedByTheApplicantsHeadAlone() {
            String application = refused();

            assertThat(open("approval-developer", "application", application).status())
                    .isEqualTo(403);
            assertThat(open("market-head", "application", application).status()).isEqualTo(403);
            assertThat(open("approval-head", "dataset", application).status()).isEqualTo(422);
            String dispute = opened("application", application);
            assertThat(hub.as("market-developer").get(DISPUTES + "/" + dispute).status())
                    .as("its department is a side")
                    .isEqualTo(200);
            assertThat(hub.as("system-admin").get(DISPUTES + "/" + dispute).status())
                    .isEqualTo(404);
            assertThat(hub.as("market-head")
                            .get(DISPUTES + "?open=true&about=" + application)
                            .json()
                            .at("/items/0/id")
                            .asString())
                    .isEqualTo(dispute);
        }

        @Test
        void byTheApplicantsOwnHeadIsNone() {
            String application = applying.submitted();
            applying.consent("approval-head", application, "REFUSE", "不需要");

            assertThat(open("approval-head", "application", application).status())
                    .isEqualTo(409);
        }
    }

    @Nested
    class ASuspension {

        private String suspended() {
            String grant = applying.granted();
            applying.interfere("market-head", grant, "suspensions");
            return grant;
        }

        @Test
        void holdsUntilTheProviderGivesIn() {
            String grant = suspended();
            String dispute = opened("grant", grant);

            assertThat(applying.interfere("market-head", grant, "terminations").status())
                    .as("nobody ends what is in dispute")
                    .isEqualTo(409);
            assertThat(grantState(grant)).isEqualTo("SUSPENDED");
            moved("market-head", dispute, "YIELDS", "UPHELD");
            assertThat(grantState(grant)).isEqualTo("ACTIVE");
        }

        @Test
        void endsWithTheAuthoritysDecisionThatNobodyAppealedAgainst() {
            String grant = suspended();
            String dispute = opened("grant", grant);
            moved("approval-head", dispute, "ESCALATES", "WITH_AUTHORITY");
            moved("authority", dispute, "AUTHORITY_UPHOLDS", "DECIDED_FOR");
            assertThat(grantState(grant)).isEqualTo("SUSPENDED");

            jdbc.sql("update hub.dispute set appeal_until = current_date - 2 where id = cast(? as uuid)")
                    .param(dispute)
                    .update();
            assertThat(move("market-head", dispute, "APPEALS").status())
                    .as("too late")
                    .isEqualTo(409);

            await().atMost(Duration.ofSeconds(30)).until(() -> grantState(grant).equals("ACTIVE"));
            assertThat(hub.as("approval-head")
                            .get(DISPUTES + "/" + dispute)
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("UPHELD");
        }

        @Test
        void thatIsLiftedLeavesNothingToDispute() {
            String grant = suspended();
            String dispute = opened("grant", grant);

            applying.interfere("market-head", grant, "resumptions");

            assertThat(hub.as("approval-head")
                            .get(DISPUTES + "/" + dispute)
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("LAPSED");
        }

        @Test
        void byTheAuthorityIsNoDisputeBetweenDepartments() {
            String grant = applying.granted();
            applying.interfere("authority", grant, "suspensions");

            assertThat(open("approval-head", "grant", grant).status()).isEqualTo(409);
        }
    }
}
