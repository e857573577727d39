package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A service changes or ends after its consumers were told and heard and the authority has it on file (Decree 809, Art. 27). */
@HubTest
class ServiceChangeTest {

    private static final String CHANGES = "/api/v1/service-changes";
    private static final String NEGOTIATED = "{\"negotiation\": \"已协商\"}";
    private static final String ON_FILE = "{\"number\": \"备2026-1\"}";
    private static final String REASON = "{\"reason\": \"系统保留\"}";
    private static final String CONSENT = "{\"decision\": \"CONSENT\", \"opinion\": \"同意\"}";

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final GrantUpkeep upkeep;
    private Applying applying;

    ServiceChangeTest(HubClient hub, JdbcClient jdbc, GrantUpkeep upkeep) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.upkeep = upkeep;
        this.applying = new Applying(hub, "");
    }

    @BeforeEach
    void publishADataset() {
        applying = new Applying(hub, Ground.published(hub, jdbc));
    }

    private Answer announce(String kind, String effectiveOn) {
        return hub.as("market-head").post(CHANGES, """
                {"dataset": "%s", "kind": "%s", "description": "停止本目录服务", "reason": "系统撤并",
                 "effectiveOn": "%s"}
                """.formatted(applying.dataset(), kind, effectiveOn));
    }

    private String announced(String kind) {
        Answer answer = announce(kind, "2099-01-01");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return CHANGES + "/" + answer.json().get("id").asString();
    }

    private int act(String as, String path, String body) {
        return hub.as(as).post(path, body).status();
    }

    private JsonNode dataset() {
        return hub.as("approval-developer")
                .get("/api/v1/datasets/" + applying.dataset())
                .json();
    }

    private void theDayComes(String change) {
        jdbc.sql("update hub.service_change set effective_on = :day where id = :id::uuid")
                .param("day", LocalDate.of(2020, 1, 1))
                .param("id", change.substring(CHANGES.length() + 1))
                .update();
        upkeep.run();
    }

    @Test
    void endsADatasetOnceItsConsumersWereHeardAndItIsOnFile() {
        String grant = applying.granted();
        String change = announced("STOP");

        assertThat(dataset().get("state").asString()).as("everybody is told").isEqualTo("WITHDRAWING");
        assertThat(dataset().at("/withdrawal/endsOn").asString()).isEqualTo("2099-01-01");
        Answer unheard = hub.as("market-head").post(change + "/filings", NEGOTIATED);
        assertThat(unheard.status()).isEqualTo(409);
        assertThat(unheard.json().get("detail").asString()).contains("administrative-approval");
        assertThat(act("approval-head", change + "/answers", "{\"decision\": \"REFUSE\"}"))
                .isEqualTo(422);
        assertThat(act("approval-head", change + "/answers", CONSENT)).isEqualTo(200);
        assertThat(act("market-head", change + "/filings", NEGOTIATED)).isEqualTo(200);
        assertThat(act("market-head", change + "/filing-decisions", ON_FILE)).isEqualTo(403);
        assertThat(act("authority", change + "/filing-decisions", ON_FILE)).isEqualTo(200);
        upkeep.run();
        assertThat(grant(grant).get("state").asString()).as("before its day").isEqualTo("ACTIVE");

        theDayComes(change);

        assertThat(grant(grant).get("state").asString()).isEqualTo("TERMINATED");
        assertThat(grant(grant).get("haltedBy").asString()).isEqualTo("PROVIDER");
        assertThat(dataset().get("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(dataset().at("/withdrawal/filing").asString()).isEqualTo("备2026-1");
        assertThat(dataset().at("/withdrawal/negotiation").asString()).isEqualTo("已协商");
        assertThat(hub.as("approval-head").get("/api/v1/disposals?open=true").text())
                .contains(grant);
    }

    private JsonNode grant(String id) {
        return hub.as("market-head").get(Applying.GRANTS + "/" + id).json();
    }

    @Test
    void endsADatasetNobodyUsesTheSameWay() {
        String change = announced("STOP");
        act("market-head", change + "/filings", "{\"negotiation\": \"无使用部门\"}");
        act("authority", change + "/filing-decisions", ON_FILE);

        theDayComes(change);

        assertThat(dataset().get("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(applying.submit(applying.application()).status()).isEqualTo(404);
    }

    @Test
    void keepsAnEndingDatasetFromNewUses() {
        String waiting = applying.submitted();
        applying.consent("approval-head", waiting, "CONSENT", "确需");
        announced("STOP");

        assertThat(applying.submit(applying.application()).status()).isEqualTo(409);
        assertThat(applying.consent("market-head", waiting, "CONSENT", "同意").status())
                .isEqualTo(409);
        assertThat(applying.consent("market-head", waiting, "REFUSE", "即将停止").status())
                .isEqualTo(200);
    }

    @Test
    void thatIsCancelledLeavesTheDatasetInForce() {
        String change = announced("STOP");

        assertThat(announce("STOP", "2099-01-01").status())
                .as("one end at a time")
                .isEqualTo(409);
        assertThat(act("market-steward", change + "/cancellations", REASON)).isEqualTo(403);
        assertThat(act("market-head", change + "/cancellations", REASON)).isEqualTo(200);

        assertThat(dataset().get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(dataset().has("withdrawal")).isFalse();
        assertThat(applying.submit(applying.application()).status()).isEqualTo(201);
    }

    @Test
    void thatIsNoStopLeavesTheDatasetAlone() {
        String grant = applying.granted();
        String change = announced("CHANGE");
        act("approval-head", change + "/answers", CONSENT);
        act("market-head", change + "/filings", NEGOTIATED);
        act("authority", change + "/filing-decisions", ON_FILE);

        theDayComes(change);

        assertThat(hub.as("market-head").get(change).json().get("state").asString())
                .isEqualTo("EFFECTIVE");
        assertThat(dataset().get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(grant(grant).get("state").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void isAnnouncedWithALead() {
        Answer late = announce("STOP", "2020-01-01");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.json().at("/errors/0/pointer").asString()).isEqualTo("/effectiveOn");
    }

    @Test
    void doesNotEndADatasetWhoseChangeIsUnderWay() {
        hub.as("market-steward")
                .post(
                        "/api/v1/datasets/" + applying.dataset() + "/changes",
                        "{\"cause\": \"LAW\", \"causedOn\": \"2026-11-20\", \"reason\": \"法规修改\"}");

        assertThat(announce("STOP", "2099-01-01").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @EnumSource(value = Dataset.State.class, names = "PUBLISHED", mode = EnumSource.Mode.EXCLUDE)
    void endsNothingThatIsNotInForce(Dataset.State state) {
        jdbc.sql("""
                update hub.dataset
                   set state = :state, withdrawal = case when :state like 'WITHDR%' then cast(:said as jsonb) end
                 where code = :code
                """)
                .param("state", state.name())
                .param("said", """
                        {"reason": "停用", "endsOn": "2099-01-01", "proposedBy": "head",
                         "proposedAt": "2026-11-20T00:00:00Z"}
                        """)
                .param("code", applying.dataset())
                .update();

        assertThat(announce("STOP", "2099-01-01").status()).isEqualTo(409);
        assertThat(jdbc.sql("select count(*) from hub.service_change where dataset = :code")
                        .param("code", applying.dataset())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
