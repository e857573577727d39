package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.schemas.masking.Mask;
import org.exchangehub.schemas.masking.MaskRule;
import org.exchangehub.schemas.minimisation.Treatment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a grant allows, who sees it and who interferes with it (Decree 809, Arts. 25 and 27). */
@HubTest
class GrantHttpTest {

    private static final Caller LICENSING = new Caller(
            "subject",
            "service-account-app-licensing",
            "app-licensing",
            "administrative-approval",
            Set.of(),
            Caller.Kind.APPLICATION);

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final PolicyEngine engine;
    private Applying applying;

    GrantHttpTest(HubClient hub, JdbcClient jdbc, PolicyEngine engine) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.engine = engine;
        this.applying = new Applying(hub, "");
    }

    @BeforeEach
    void publishADataset() {
        applying = new Applying(hub, Ground.published(hub, jdbc));
    }

    private Decision decision() {
        return engine.decide(new AccessRequest(
                LICENSING, applying.dataset(), Mode.QUERY, "licensing", Set.of(), Set.of(), Set.of()));
    }

    /** Waits for a second at most: from then on no instance may decide by what it knew before. */
    private String eventually(String outcome) throws InterruptedException {
        String found = "";
        for (long i = 0; i < Duration.ofSeconds(1).toMillis() && !found.equals(outcome); i += 20) {
            found = switch (decision()) {
                case Decision.Permit permit -> "PERMIT";
                case Decision.Deny deny -> deny.reason().name();
            };
            Thread.sleep(20);
        }
        return found;
    }

    @Nested
    class AGrantsLevel {

        private static final String APPLICATION_FIELDS = """
                [{"field": "code", "access": "CLEAR"}, {"field": "idNumber", "access": "CLEAR"}]
                """;

        private String grantedAt(ObjectNode body) {
            body.set("fields", JsonMapper.shared().readTree(APPLICATION_FIELDS));
            return applying.granted(body);
        }

        private Treatment idNumber() throws InterruptedException {
            assertThat(eventually("PERMIT")).isEqualTo("PERMIT");
            return decision() instanceof Decision.Permit permit
                    ? permit.fields().getOrDefault("idNumber", new Treatment.Hidden(Treatment.Reason.NOT_GRANTED))
                    : new Treatment.Hidden(Treatment.Reason.NOT_GRANTED);
        }

        @Test
        void isTwoUnlessItIsStatedAndMasksWhatIsAboveIt() throws InterruptedException {
            ObjectNode body = applying.application();
            body.putObject("masks").put("idNumber", "citizenIdList");
            JsonNode grant = hub.as("market-head")
                    .get(Applying.GRANTS + "/" + grantedAt(body))
                    .json();

            assertThat(grant.get("maxLevel").asInt()).isEqualTo(2);
            assertThat(grant.at("/masks/0/mask").asString()).isEqualTo("citizenIdList");
            assertThat(idNumber())
                    .isEqualTo(new Treatment.Masked(
                            MaskRule.of(Mask.CITIZEN_ID_LIST),
                            Treatment.MaskSource.TERMS,
                            Treatment.Reason.ABOVE_LEVEL));
        }

        @Test
        void isOvercomeByAnEntitlement() throws InterruptedException {
            ObjectNode body = applying.application();
            body.putArray("entitled").add("idNumber");
            JsonNode grant = hub.as("market-head")
                    .get(Applying.GRANTS + "/" + grantedAt(body))
                    .json();

            assertThat(grant.at("/entitled/0/field").asString()).isEqualTo("idNumber");
            assertThat(idNumber()).isEqualTo(new Treatment.Clear(Treatment.Reason.ENTITLED));
        }

        @Test
        void isNotAskedOfGrantsFromBeforeThereWereLevels() throws InterruptedException {
            String grant = grantedAt(applying.application());
            jdbc.sql(
                            "update hub.access_grant set terms = terms - '{maxLevel,entitled,masks}'::text[] where id = :id::uuid")
                    .param("id", grant)
                    .update();
            jdbc.sql("""
                    with next as (update hub.policy_epoch set epoch = epoch + 1 returning epoch)
                    insert into hub.policy_change (epoch, dataset) select epoch, :dataset from next
                    """).param("dataset", applying.dataset()).update();
            Thread.sleep(Duration.ofSeconds(1));

            assertThat(idNumber()).isEqualTo(new Treatment.Clear(Treatment.Reason.BEFORE_LEVELS));
        }
    }

    @Nested
    class AGrant {

        @Test
        void allowsWhatItSaysWithinASecond() throws InterruptedException {
            applying.granted();

            assertThat(eventually("PERMIT")).isEqualTo("PERMIT");
            assertThat(decision()).isInstanceOfSatisfying(Decision.Permit.class, permit -> {
                assertThat(permit.fields())
                        .hasEntrySatisfying(
                                "idNumber",
                                treatment -> assertThat(treatment.comparable() && !treatment.shown())
                                        .isTrue())
                        .hasSize(3);
                assertThat(permit.rowFilter()).hasSize(1);
            });
        }

        @Test
        void endsWithinASecondOfItsTermination() throws InterruptedException {
            String grant = applying.granted();
            assertThat(eventually("PERMIT")).isEqualTo("PERMIT");

            assertThat(applying.interfere("market-head", grant, "suspensions").status())
                    .isEqualTo(200);
            assertThat(eventually("SUSPENDED")).isEqualTo("SUSPENDED");
            assertThat(applying.interfere("market-head", grant, "resumptions").status())
                    .isEqualTo(200);
            assertThat(eventually("PERMIT")).isEqualTo("PERMIT");
            assertThat(applying.interfere("authority", grant, "terminations").status())
                    .isEqualTo(200);
            assertThat(eventually("TERMINATED")).isEqualTo("TERMINATED");
            assertThat(applying.interfere("market-head", grant, "resumptions").status())
                    .isEqualTo(409);
        }

        @Test
        void isOfNoUseToAClientWithinASecondOfItsRevocation() throws InterruptedException {
            jdbc.sql("insert into hub.app_client (client, department) values ('app-gone', 'administrative-approval')")
                    .update();
            ObjectNode body = applying.application().put("client", "app-gone");
            String application = applying.submit(body).json().get("id").asString();
            applying.consent("approval-head", application, "CONSENT", "确需");
            applying.consent("market-head", application, "CONSENT", "同意");
            Caller gone = new Caller(
                    "subject",
                    "service-account-app-gone",
                    "app-gone",
                    "administrative-approval",
                    Set.of(),
                    Caller.Kind.APPLICATION);
            AccessRequest request =
                    new AccessRequest(gone, applying.dataset(), Mode.QUERY, "licensing", Set.of(), Set.of(), Set.of());
            assertThat(engine.decide(request)).isInstanceOf(Decision.Permit.class);

            String revocations = "/api/v1/clients/app-gone/revocations";
            assertThat(hub.as("market-head")
                            .post(revocations, "{\"reason\": \"越权\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(hub.as("security-admin")
                            .post(revocations, "{\"reason\": \"密钥泄露\"}")
                            .status())
                    .isEqualTo(200);

            assertThat(engine.decide(request))
                    .isInstanceOfSatisfying(
                            Decision.Deny.class,
                            deny -> assertThat(deny.reason()).isEqualTo(DenyReason.CLIENT_REVOKED));
            assertThat(applying.submit(applying.application().put("client", "app-gone"))
                            .status())
                    .isEqualTo(422);
        }

        @Test
        void isSuspendedByProviderOrAuthorityAndResumedByTheSame() {
            String grant = applying.granted();

            assertThat(applying.interfere("approval-head", grant, "suspensions").status())
                    .isEqualTo(403);
            assertThat(applying.interfere("market-steward", grant, "suspensions")
                            .status())
                    .isEqualTo(403);
            assertThat(applying.interfere("security-admin", grant, "suspensions")
                            .status())
                    .isEqualTo(200);
            assertThat(applying.interfere("market-head", grant, "resumptions").status())
                    .isEqualTo(403);
            assertThat(hub.as("authority")
                            .post(Applying.GRANTS + "/" + grant + "/resumptions", "{}")
                            .status())
                    .isEqualTo(422);
        }

        @Test
        void isSeenByTheTwoDepartmentsAndThoseWhoSupervise() {
            String grant = applying.granted();
            String elsewhere = hub.tokens().person("elsewhere", List.of("transport"), List.of("sharing-head"));

            for (String name : List.of("market-steward", "approval-developer", "authority", "audit-admin")) {
                assertThat(grants(hub.as(name))).as(name).containsExactly(grant);
            }
            assertThat(grants(hub.with(elsewhere))).isEmpty();
            assertThat(hub.with(elsewhere).get(Applying.GRANTS + "/" + grant).status())
                    .isEqualTo(404);
            assertThat(hub.with(elsewhere)
                            .get(Applying.APPLICATIONS + "?dataset=" + applying.dataset())
                            .json()
                            .get("items")
                            .size())
                    .isZero();
        }

        private List<String> grants(HubClient.Session session) {
            return session.get(Applying.GRANTS + "?dataset=" + applying.dataset())
                    .json()
                    .get("items")
                    .valueStream()
                    .map(item -> item.get("id").asString())
                    .toList();
        }

        @Test
        void isShownAsExpiredAfterItsLastDay() {
            String grant = applying.granted();
            jdbc.sql("update hub.access_grant set from_day = :day, until_day = :day where id = :id::uuid")
                    .param("day", LocalDate.of(2020, 1, 1))
                    .param("id", grant)
                    .update();

            assertThat(hub.as("market-head")
                            .get(Applying.GRANTS + "/" + grant)
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("EXPIRED");
        }
    }
}
