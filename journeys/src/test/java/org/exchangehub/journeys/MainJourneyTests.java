package org.exchangehub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.cli.demo.Answer;
import org.exchangehub.cli.demo.Input;
import org.exchangehub.cli.demo.Plan;
import org.exchangehub.journeys.tampering.GoVerifier;
import org.exchangehub.journeys.tampering.Judge.Judgement;
import org.exchangehub.journeys.tampering.OwnVerifier;
import org.exchangehub.journeys.tampering.SigstoreVerifier;
import org.exchangehub.schemas.samples.AddressSamples;
import org.exchangehub.schemas.samples.ErrorProfile;
import org.exchangehub.schemas.samples.HouseSamples;
import org.exchangehub.schemas.samples.InjectedError;
import org.exchangehub.schemas.samples.LegalPersonSamples;
import org.exchangehub.schemas.samples.LicenceSamples;
import org.exchangehub.schemas.samples.RealEstateUnitSamples;
import org.exchangehub.schemas.samples.ResidentPopulationSamples;
import org.exchangehub.schemas.samples.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The main job, end to end: five departments register, connect and publish; one applies for another's data, is
 * granted it, asks, and is denied what it was not granted; an outsider verifies the log.
 */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJourneyTests {

    private static final int ROWS = 1_000;
    private static final long SEED = 7;
    private static final ErrorProfile ERRORS = ErrorProfile.all(0.05);

    private final RunningHub hub = RunningHub.shared();
    private final Plan legalPersons = Plan.named("legal-persons");
    private final Plan licences = Plan.named("licences");
    private final Plan population = Plan.named("resident-population");
    private Map<Plan, Answer> answers = Map.of();

    @BeforeAll
    void theStoryIsTold() {
        Map<Plan, Input> datasets = new LinkedHashMap<>();
        datasets.put(legalPersons, hub.inputs.legalPersons(SEED, ROWS, ERRORS));
        datasets.put(licences, hub.inputs.licences(SEED, ROWS, ERRORS));
        datasets.put(population, hub.inputs.population(SEED, ROWS, ERRORS));
        datasets.put(Plan.named("houses"), hub.inputs.houses(SEED, ROWS, ERRORS));
        datasets.put(Plan.named("real-estate-units"), hub.inputs.realEstateUnits(SEED, ROWS, ERRORS));
        datasets.put(Plan.named("standard-addresses"), hub.inputs.addresses(SEED, ROWS, ERRORS));
        answers = hub.story.tell(datasets, RunningHub.inHalfAYear());
    }

    /** Each from its own department's format: a table, CSV in UTF-8 and GBK, workbooks, an API. */
    static Stream<Arguments> datasets() {
        return Stream.of(
                Arguments.of("market-steward", "法人和其他组织基础信息", LegalPersonSamples.of(SEED, ROWS, ERRORS)),
                Arguments.of("approval-steward", "电子证照基础信息", LicenceSamples.of(SEED, ROWS, ROWS, ERRORS)),
                Arguments.of("police-steward", "常住人口基础信息", ResidentPopulationSamples.of(SEED, ROWS, ERRORS)),
                Arguments.of("housing-steward", "房屋基础信息", HouseSamples.of(SEED, ROWS, ERRORS)),
                Arguments.of("housing-steward", "不动产单元基础信息", RealEstateUnitSamples.of(SEED, ROWS, ERRORS)),
                Arguments.of("civil-steward", "标准地址信息", AddressSamples.of(SEED, ROWS, ERRORS)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("datasets")
    void everyRowIsPublishedOrQuarantinedAsItsLabelSays(String person, String title, Samples samples) {
        Actor steward = hub.cast.person(person);
        String dataset = hub.datasetTitled(title);
        long spoiled = samples.stream()
                .filter(row -> !row.rules().isEmpty() || row.injected() == InjectedError.DUPLICATE_KEY)
                .count();

        assertThat(hub.sum(steward, dataset, "received")).isEqualTo(ROWS);
        assertThat(hub.sum(steward, dataset, "quarantined")).isEqualTo(spoiled).isPositive();
        assertThat(hub.sum(steward, dataset, "inserted")).isEqualTo(ROWS - spoiled);
    }

    @Test
    void aPersonIsVerifiedAndNeverSeen() {
        String dataset = hub.datasetTitled("常住人口基础信息");
        Actor application = hub.cast.application("app-licensing").with("Hub-Purpose", "applicant-verification");

        assertThat(answer(population).body().toString())
                .isEqualTo("{\"result\":\"MATCH\",\"fields\":{\"name\":\"MATCH\"}}");
        assertThat(hub.api
                        .get(application, "/api/v1/datasets/" + dataset + "/records?limit=1&fields=name")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aQuarantinedRowSaysWhereAndWhy() {
        Actor steward = hub.cast.person("market-steward");
        String dataset = hub.datasetTitled("法人和其他组织基础信息");
        JsonNode batch =
                hub.all(steward, "/api/v1/datasets/" + dataset + "/batches").getFirst();

        List<JsonNode> rows =
                hub.all(steward, "/api/v1/batches/" + batch.path("id").asText() + "/quarantine?limit=100");

        assertThat(rows).allSatisfy(row -> {
            assertThat(row.path("row").asLong()).isBetween(1L, (long) ROWS);
            assertThat(row.path("rule").asText()).isNotEmpty();
            assertThat(row.path("message").path("zh").asText()).isNotEmpty();
            assertThat(row.path("message").path("en").asText()).isNotEmpty();
        });
    }

    @Test
    void theOtherDepartmentSeesWhatItWasGrantedAndNoMore() {
        JsonNode record = answer(legalPersons).items().getFirst();

        assertThat(record.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "unifiedSocialCreditCode", "registeredName", "legalRepresentative", "phone", "status");
        assertThat(record.path("legalRepresentative").asText()).endsWith("*");
        assertThat(answer(legalPersons).evidence()).isPresent();
    }

    @Test
    void aFieldThatWasNotGrantedCannotBeNamed() {
        String dataset = hub.datasetTitled("法人和其他组织基础信息");
        Actor application = hub.cast.application("app-licensing").with("Hub-Purpose", "licence-approval");

        Answer asked = hub.api.get(application, "/api/v1/datasets/" + dataset + "/records?fields=registeredCapital");

        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.text("code")).isEqualTo("ACCESS_DENIED");
        assertThat(asked.evidence()).isPresent();
    }

    @Test
    void anotherPurposeIsDenied() {
        String dataset = hub.datasetTitled("法人和其他组织基础信息");
        Actor application = hub.cast.application("app-licensing").with("Hub-Purpose", "curiosity");

        Answer asked = hub.api.get(application, "/api/v1/datasets/" + dataset + "/records?limit=1");

        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.evidence()).isPresent();
    }

    @Test
    void theRegistryHoldsThePublishedSchemaUnderFullCompatibility() throws Exception {
        String dataset = hub.datasetTitled("法人和其他组织基础信息");
        var http = java.net.http.HttpClient.newHttpClient();
        var answer = http.send(
                java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create(hub.endpoints.registry() + "/config/" + dataset + "-value"))
                        .build(),
                java.net.http.HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).contains("FULL_TRANSITIVE");
    }

    @Test
    void aBreakingSchemaIsRefusedWithFieldAndReason() {
        Actor steward = hub.cast.person("market-steward");
        String dataset = hub.datasetTitled("法人和其他组织基础信息");
        JsonNode schema = legalPersons.schema().deepCopy();
        JsonNode fields = schema.path("fields");
        ((com.fasterxml.jackson.databind.node.ArrayNode) fields).remove(2);

        Answer refused = hub.api.put(steward, "/api/v1/datasets/" + dataset + "/schema", schema);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("SCHEMA_INCOMPATIBLE");
        assertThat(refused.body().toString()).contains("registeredName");
    }

    @Test
    void anOutsiderVerifiesTheExportedLogAndAReceipt() throws Exception {
        ShownLog shown = ShownLog.of(hub, answer(legalPersons).evidence().orElseThrow());

        assertThat(new OwnVerifier().judge(shown.log(), shown.known())).isInstanceOf(Judgement.Accepted.class);
        assertThat(new OwnVerifier().judge(shown.receiptAlone(), shown.known())).isInstanceOf(Judgement.Accepted.class);
    }

    @Test
    void goVerifiesTheExportedLogAndAReceipt(@TempDir Path folder) throws Exception {
        Optional<GoVerifier> go = GoVerifier.start(ShownLog.DRIVERS, folder);
        assumeThat(go).as(GoVerifier.ABSENT).isPresent();
        ShownLog shown = ShownLog.of(hub, answer(legalPersons).evidence().orElseThrow());

        try (GoVerifier verifier = go.orElseThrow()) {
            assertThat(verifier.judge(shown.log(), shown.known())).isInstanceOf(Judgement.Accepted.class);
            assertThat(verifier.judge(shown.receiptAlone(), shown.known())).isInstanceOf(Judgement.Accepted.class);
        }
    }

    @Test
    void sigstoreVerifiesAReceipt(@TempDir Path folder) throws Exception {
        Optional<SigstoreVerifier> sigstore = SigstoreVerifier.start(ShownLog.DRIVERS, folder);
        assumeThat(sigstore).as(SigstoreVerifier.ABSENT).isPresent();
        ShownLog shown = ShownLog.of(hub, answer(legalPersons).evidence().orElseThrow());

        try (SigstoreVerifier verifier = sigstore.orElseThrow()) {
            assertThat(verifier.judge(shown.receiptAlone(), shown.known())).isInstanceOf(Judgement.Accepted.class);
        }
    }

    @Test
    void theAuditAdministratorAloneSearchesTheLog() {
        assertThat(hub.api
                        .get(hub.cast.person("audit-admin"), "/api/v1/audit/entries?limit=1")
                        .status())
                .isEqualTo(200);
        assertThat(hub.api
                        .get(hub.cast.person("system-admin"), "/api/v1/audit/entries?limit=1")
                        .status())
                .isEqualTo(403);
    }

    private Answer answer(Plan plan) {
        return Objects.requireNonNull(answers.get(plan), "the story was told for this plan");
    }
}
