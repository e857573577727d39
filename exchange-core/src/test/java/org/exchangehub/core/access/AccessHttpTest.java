package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.exchangehub.core.catalog.Entries;
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

@HubTest
class AccessHttpTest {

    private static final String APPLICATIONS = "/api/v1/applications";
    private static final String GRANTS = "/api/v1/grants";
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
    private String dataset = "";

    AccessHttpTest(HubClient hub, JdbcClient jdbc, PolicyEngine engine) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.engine = engine;
    }

    @BeforeEach
    void publishADataset() {
        dataset = Ground.published(hub, jdbc);
    }

    private ObjectNode application() {
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree("""
                {"client": "app-licensing", "basis": "行政许可法第三十四条", "scenario": "许可受理时核验",
                 "scope": "受理窗口", "purpose": "licensing", "modes": ["QUERY", "VERIFY"], "until": "2099-12-31",
                 "fields": [{"field": "code", "access": "CLEAR"}, {"field": "name", "access": "CLEAR"},
                            {"field": "idNumber", "access": "LOOKUP"}],
                 "rowFilter": [{"field": "division", "op": "PREFIX", "values": ["3402"]}]}
                """);
        return body.put("dataset", dataset);
    }

    private HubClient.Answer submit(ObjectNode body) {
        return hub.as("approval-developer").post(APPLICATIONS, body.toString());
    }

    private String submitted() {
        var answer = submit(application());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private HubClient.Answer consent(String head, String application, String decision, String opinion) {
        return hub.as(head)
                .post(
                        APPLICATIONS + "/" + application + "/consents",
                        "{\"decision\": \"%s\", \"opinion\": \"%s\"}".formatted(decision, opinion));
    }

    private String granted() {
        String application = submitted();
        consent("approval-head", application, "CONSENT", "确需");
        var answer = consent("market-head", application, "CONSENT", "同意");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("grant").asString();
    }

    private HubClient.Answer interfere(String as, String grant, String how) {
        return hub.as(as).post(GRANTS + "/" + grant + "/" + how, "{\"reason\": \"超范围使用\"}");
    }

    private Decision decision() {
        return engine.decide(
                new AccessRequest(LICENSING, dataset, Mode.QUERY, "licensing", Set.of(), Set.of(), Set.of()));
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
    class Applying {

        @Test
        void isAskedOnceForEverythingMissing() {
            var answer = hub.as("approval-developer")
                    .post(APPLICATIONS, "{\"dataset\": \"%s\", \"until\": \"2020-01-01\"}".formatted(dataset));

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
            ObjectNode body = application();
            body.putArray("modes").add("EXPORT");
            body.withArray("fields").addObject().put("field", "colour").put("access", "CLEAR");
            body.withArray("fields").addObject().put("field", "name").put("access", "CLEAR");
            body.withArray("rowFilter")
                    .addObject()
                    .put("field", "size")
                    .put("op", "EQ")
                    .putArray("values")
                    .add("1");

            assertThat(submit(body)
                            .json()
                            .get("errors")
                            .valueStream()
                            .map(error -> error.get("pointer").asString()))
                    .containsExactly("/modes", "/fields/3/field", "/fields/4/field", "/rowFilter/1");
        }

        @Test
        void asksForNothingThatContradictsItself() {
            ObjectNode body = application().put("maxLevel", 5);
            body.putArray("entitled").add("idNumber").add("name").add("name").add("colour");
            body.putObject("masks")
                    .put("idNumber", "full")
                    .put("division", "full")
                    .put("code", "drop");
            assertThat(pointers(submit(body)))
                    .containsExactly(
                            "/maxLevel",
                            "/entitled/0",
                            "/entitled/2",
                            "/entitled/3",
                            "/masks/code",
                            "/masks/division",
                            "/masks/idNumber");

            ObjectNode looser = application();
            looser.putArray("fields").addObject().put("field", "idNumber").put("access", "CLEAR");
            looser.putObject("masks").put("idNumber", "name");
            assertThat(pointers(submit(looser)))
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
                            .post(APPLICATIONS, application().toString())
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

            assertThat(submit(application().put("dataset", closed)).status()).isEqualTo(422);
            assertThat(submit(application().put("dataset", "999999-000001")).status())
                    .isEqualTo(404);
        }

        @Test
        void happensOncePerIdempotencyKey() {
            HubClient.Session developer = hub.as("approval-developer").header("Idempotency-Key", dataset);

            JsonNode first =
                    developer.post(APPLICATIONS, application().toString()).json();
            JsonNode again =
                    developer.post(APPLICATIONS, application().toString()).json();

            assertThat(again.get("id")).isEqualTo(first.get("id"));
        }
    }

    @Nested
    class Consenting {

        @Test
        void isTheApplicantsHeadsFirstAndTheProvidersLast() {
            String application = submitted();

            assertThat(consent("market-head", application, "CONSENT", "同意").status())
                    .isEqualTo(403);
            assertThat(consent("approval-head", application, "CONSENT", "确需")
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("APPLICANT_CONSENTED");
            assertThat(consent("approval-head", application, "CONSENT", "同意").status())
                    .isEqualTo(403);
            JsonNode granted =
                    consent("market-head", application, "CONSENT", "同意").json();
            assertThat(granted.get("state").asString()).isEqualTo("GRANTED");

            JsonNode grant = hub.as("approval-developer")
                    .get(GRANTS + "/" + granted.get("grant").asString())
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
            String application = submitted();

            assertThat(consent("approval-head", application, "REFUSE", "").status())
                    .isEqualTo(422);
            assertThat(consent("approval-head", application, "REFUSE", "非履职所需")
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("REFUSED");
            assertThat(consent("approval-head", application, "CONSENT", "").status())
                    .isEqualTo(409);
        }

        @Test
        void winsOnceHoweverManyDecideAtOnce() throws InterruptedException, ExecutionException {
            String application = submitted();
            consent("approval-head", application, "CONSENT", "确需");

            List<Integer> statuses;
            try (ExecutorService heads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> answers = IntStream.range(0, 8)
                        .mapToObj(i -> heads.submit(
                                () -> consent("market-head", application, i % 2 == 0 ? "CONSENT" : "REFUSE", "同时")
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

    @Nested
    class AGrantsLevel {

        private static final String APPLICATION_FIELDS = """
                [{"field": "code", "access": "CLEAR"}, {"field": "idNumber", "access": "CLEAR"}]
                """;

        private String grantedAt(ObjectNode body) {
            body.set("fields", JsonMapper.shared().readTree(APPLICATION_FIELDS));
            var submitted = submit(body);
            assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
            String application = submitted.json().get("id").asString();
            consent("approval-head", application, "CONSENT", "确需");
            return consent("market-head", application, "CONSENT", "同意")
                    .json()
                    .get("grant")
                    .asString();
        }

        private Treatment idNumber() throws InterruptedException {
            assertThat(eventually("PERMIT")).isEqualTo("PERMIT");
            return decision() instanceof Decision.Permit permit
                    ? permit.fields().getOrDefault("idNumber", new Treatment.Hidden(Treatment.Reason.NOT_GRANTED))
                    : new Treatment.Hidden(Treatment.Reason.NOT_GRANTED);
        }

        @Test
        void isTwoUnlessItIsStatedAndMasksWhatIsAboveIt() throws InterruptedException {
            ObjectNode body = application();
            body.putObject("masks").put("idNumber", "citizenIdList");
            JsonNode grant =
                    hub.as("market-head").get(GRANTS + "/" + grantedAt(body)).json();

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
            ObjectNode body = application();
            body.putArray("entitled").add("idNumber");
            JsonNode grant =
                    hub.as("market-head").get(GRANTS + "/" + grantedAt(body)).json();

            assertThat(grant.at("/entitled/0/field").asString()).isEqualTo("idNumber");
            assertThat(idNumber()).isEqualTo(new Treatment.Clear(Treatment.Reason.ENTITLED));
        }

        @Test
        void isNotAskedOfGrantsFromBeforeThereWereLevels() throws InterruptedException {
            String grant = grantedAt(application());
            jdbc.sql(
                            "update hub.access_grant set terms = terms - '{maxLevel,entitled,masks}'::text[] where id = :id::uuid")
                    .param("id", grant)
                    .update();
            jdbc.sql("""
                    with next as (update hub.policy_epoch set epoch = epoch + 1 returning epoch)
                    insert into hub.policy_change (epoch, dataset) select epoch, :dataset from next
                    """).param("dataset", dataset).update();
            Thread.sleep(Duration.ofSeconds(1));

            assertThat(idNumber()).isEqualTo(new Treatment.Clear(Treatment.Reason.BEFORE_LEVELS));
        }
    }

    @Nested
    class AGrant {

        @Test
        void allowsWhatItSaysWithinASecond() throws InterruptedException {
            granted();

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
            String grant = granted();
            assertThat(eventually("PERMIT")).isEqualTo("PERMIT");

            assertThat(interfere("market-head", grant, "suspensions").status()).isEqualTo(200);
            assertThat(eventually("SUSPENDED")).isEqualTo("SUSPENDED");
            assertThat(interfere("market-head", grant, "resumptions").status()).isEqualTo(200);
            assertThat(eventually("PERMIT")).isEqualTo("PERMIT");
            assertThat(interfere("authority", grant, "terminations").status()).isEqualTo(200);
            assertThat(eventually("TERMINATED")).isEqualTo("TERMINATED");
            assertThat(interfere("market-head", grant, "resumptions").status()).isEqualTo(409);
        }

        @Test
        void isOfNoUseToAClientWithinASecondOfItsRevocation() throws InterruptedException {
            jdbc.sql("insert into hub.app_client (client, department) values ('app-gone', 'administrative-approval')")
                    .update();
            ObjectNode body = application().put("client", "app-gone");
            String application = submit(body).json().get("id").asString();
            consent("approval-head", application, "CONSENT", "确需");
            consent("market-head", application, "CONSENT", "同意");
            Caller gone = new Caller(
                    "subject",
                    "service-account-app-gone",
                    "app-gone",
                    "administrative-approval",
                    Set.of(),
                    Caller.Kind.APPLICATION);
            AccessRequest request =
                    new AccessRequest(gone, dataset, Mode.QUERY, "licensing", Set.of(), Set.of(), Set.of());
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
            assertThat(submit(application().put("client", "app-gone")).status()).isEqualTo(422);
        }

        @Test
        void isSuspendedByProviderOrAuthorityAndResumedByTheSame() {
            String grant = granted();

            assertThat(interfere("approval-head", grant, "suspensions").status())
                    .isEqualTo(403);
            assertThat(interfere("market-steward", grant, "suspensions").status())
                    .isEqualTo(403);
            assertThat(interfere("security-admin", grant, "suspensions").status())
                    .isEqualTo(200);
            assertThat(interfere("market-head", grant, "resumptions").status()).isEqualTo(403);
            assertThat(hub.as("authority")
                            .post(GRANTS + "/" + grant + "/resumptions", "{}")
                            .status())
                    .isEqualTo(422);
        }

        @Test
        void isSeenByTheTwoDepartmentsAndThoseWhoSupervise() {
            String grant = granted();
            String elsewhere = hub.tokens().person("elsewhere", List.of("transport"), List.of("sharing-head"));

            for (String name : List.of("market-steward", "approval-developer", "authority", "audit-admin")) {
                assertThat(grants(hub.as(name))).as(name).containsExactly(grant);
            }
            assertThat(grants(hub.with(elsewhere))).isEmpty();
            assertThat(hub.with(elsewhere).get(GRANTS + "/" + grant).status()).isEqualTo(404);
            assertThat(hub.with(elsewhere)
                            .get(APPLICATIONS + "?dataset=" + dataset)
                            .json()
                            .get("items")
                            .size())
                    .isZero();
        }

        private List<String> grants(HubClient.Session session) {
            return session.get(GRANTS + "?dataset=" + dataset)
                    .json()
                    .get("items")
                    .valueStream()
                    .map(item -> item.get("id").asString())
                    .toList();
        }

        @Test
        void isShownAsExpiredAfterItsLastDay() {
            String grant = granted();
            jdbc.sql("update hub.access_grant set from_day = :day, until_day = :day where id = :id::uuid")
                    .param("day", LocalDate.of(2020, 1, 1))
                    .param("id", grant)
                    .update();

            assertThat(hub.as("market-head")
                            .get(GRANTS + "/" + grant)
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("EXPIRED");
        }
    }
}
