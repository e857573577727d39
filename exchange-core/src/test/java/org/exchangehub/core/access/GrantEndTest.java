package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How grants end, and what providers and consumers owe each other then (Decree 809, Arts. 25 and 27). */
@HubTest
class GrantEndTest {

    private static final String REASON = "{\"reason\": \"超范围使用\"}";
    private static final String CONSENT = "{\"decision\": \"CONSENT\", \"opinion\": \"同意\"}";

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final GrantUpkeep upkeep;
    private String dataset = "";
    private String grant = "";

    GrantEndTest(HubClient hub, JdbcClient jdbc, GrantUpkeep upkeep) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.upkeep = upkeep;
    }

    @BeforeEach
    void grantOne() {
        dataset = Ground.published(hub, jdbc);
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree("""
                {"client": "app-licensing", "basis": "行政许可法第三十四条", "scenario": "许可受理时核验",
                 "scope": "受理窗口", "purpose": "licensing", "modes": ["QUERY"], "until": "2099-12-31",
                 "fields": [{"field": "code", "access": "CLEAR"}, {"field": "idNumber", "access": "LOOKUP"}]}
                """);
        String id = hub.as("approval-developer")
                .post("/api/v1/applications", body.put("dataset", dataset).toString())
                .json()
                .get("id")
                .asString();
        act("approval-head", "/api/v1/applications/" + id + "/consents", CONSENT);
        grant = act("market-head", "/api/v1/applications/" + id + "/consents", CONSENT)
                .json()
                .get("grant")
                .asString();
    }

    private Answer act(String as, String path, String body) {
        return hub.as(as).post(path, body);
    }

    private Answer end(String as, String how) {
        return act(as, "/api/v1/grants/" + grant + "/" + how, REASON);
    }

    private String state() {
        return stored("select state from hub.access_grant where id = :id::uuid");
    }

    private String stored(String sql) {
        return jdbc.sql(sql).param("id", grant).query(String.class).single();
    }

    private void lastDayIsOver() {
        jdbc.sql("update hub.access_grant set from_day = :day, until_day = :day where id = :id::uuid")
                .param("day", LocalDate.of(2020, 1, 1))
                .param("id", grant)
                .update();
        upkeep.run();
    }

    private long epoch() {
        return jdbc.sql(PolicyEpoch.CURRENT).query(Long.class).single();
    }

    @Nested
    class ALastDay {

        @Test
        void endsAGrantByItselfAndRaisesTheEpoch() {
            long before = epoch();

            lastDayIsOver();

            assertThat(state()).isEqualTo("EXPIRED");
            assertThat(epoch()).isGreaterThan(before);
            assertThat(end("market-head", "resumptions").status()).isEqualTo(409);
        }

        @Test
        void makesTheConsumerCertifyWhatBecameOfTheData() {
            lastDayIsOver();
            String certificates = "/api/v1/grants/" + grant + "/disposal-certificates";
            String certificate =
                    "{\"method\": \"DESTROYED\", \"statement\": \"缓存库已清除\", \"disposedOn\": \"2020-01-02\"}";

            assertThat(open("approval-head")).contains(grant);
            assertThat(open("market-steward"))
                    .as("the provider sees what is due")
                    .contains(grant);
            assertThat(act("approval-head", certificates, "{}")
                            .json()
                            .get("errors")
                            .size())
                    .isEqualTo(3);
            assertThat(act("market-head", certificates, certificate).status()).isEqualTo(403);
            assertThat(act("approval-head", certificates, certificate).status()).isEqualTo(200);
            assertThat(act("approval-head", certificates, certificate).status()).isEqualTo(409);
            assertThat(open("approval-head")).doesNotContain(grant);
        }

        @Test
        void ofARenewedGrantLeavesNothingToDisposeOf() {
            String renewal = act(
                            "approval-developer",
                            "/api/v1/grants/" + grant + "/renewals",
                            "{\"until\": \"2100-12-31\", \"reason\": \"业务延续\"}")
                    .json()
                    .get("id")
                    .asString();
            act("approval-head", "/api/v1/applications/" + renewal + "/consents", CONSENT);
            act("market-head", "/api/v1/applications/" + renewal + "/consents", CONSENT);

            lastDayIsOver();

            assertThat(state()).isEqualTo("EXPIRED");
            assertThat(open("approval-head")).doesNotContain(grant);
        }

        private String open(String as) {
            return hub.as(as).get("/api/v1/disposals?open=true").text();
        }
    }

    @Nested
    class AProvider {

        @Test
        void endsAGrantOnlyAfterHavingSuspendedIt() {
            Answer refused = end("market-head", "terminations");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().get("detail").asString()).contains("Art. 27");

            end("market-head", "suspensions");
            assertThat(end("market-head", "terminations").status()).isEqualTo(200);
            assertThat(state()).isEqualTo("TERMINATED");
        }
    }

    @Nested
    class PassingOn {

        private Answer asked(String fields, String until) {
            return act("approval-head", "/api/v1/grants/" + grant + "/reshares", """
                    {"thirdParty": "某区审批局", "purpose": "区级许可核验", "basis": "行政许可法第三十四条",
                     "protection": "仅内网查询，不落地", "fields": [%s], "until": "%s"}
                    """.formatted(fields, until));
        }

        @Test
        void needsTheProvidersConsentWhichCanBeTakenBack() {
            Answer asked = asked("\"code\"", "2099-12-31");
            assertThat(asked.status()).as(asked.text()).isEqualTo(201);
            String path = "/api/v1/reshares/" + asked.json().get("id").asString();

            assertThat(act("approval-head", path + "/decisions", CONSENT).status())
                    .isEqualTo(403);
            assertThat(act("market-head", path + "/decisions", CONSENT)
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("CONSENTED");
            assertThat(act("market-head", path + "/revocations", REASON)
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("REVOKED");
            assertThat(act("market-head", path + "/decisions", CONSENT).status())
                    .isEqualTo(409);
        }

        @Test
        void isOfWhatTheGrantShowsAndNoLongerThanIt() {
            assertThat(asked("\"idNumber\"", "2099-12-31").status())
                    .as("a field for lookups is not seen, so not passed on")
                    .isEqualTo(422);
            assertThat(asked("\"code\"", "2100-01-01").status()).isEqualTo(422);
        }
    }
}
