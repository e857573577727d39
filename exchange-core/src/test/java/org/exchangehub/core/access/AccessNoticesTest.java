package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exchangehub.core.catalog.Entries;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told of what on the way from an application to a service's end. */
@HubTest
class AccessNoticesTest {

    private final HubClient hub;
    private final JdbcClient jdbc;

    AccessNoticesTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    /** The kinds of notices about something in somebody's inbox, the newest first. */
    private List<String> told(String name, String id) {
        return hub.as(name)
                .get("/api/v1/notices?limit=100")
                .json()
                .get("items")
                .valueStream()
                .filter(notice -> notice.at("/subject/id").asString().equals(id))
                .map(notice -> notice.get("kind").asString().substring("access.".length()))
                .distinct()
                .toList();
    }

    private Answer act(String as, String path, String body) {
        Answer answer = hub.as(as).post(path, body);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    @Test
    void tellWhoHasToActNextAndWhoItConcerns() {
        Applying applying = new Applying(hub, Ground.published(hub, jdbc));
        String id = applying.submitted();
        String path = Applying.APPLICATIONS + "/" + id;

        assertThat(told("approval-head", id)).containsExactly("application-submitted");
        assertThat(told("market-head", id)).as("not with the provider yet").isEmpty();
        applying.consent("approval-head", id, "CONSENT", "确需");
        assertThat(told("market-head", id)).containsExactly("application-received");
        act("market-head", path + "/supplement-requests", "{\"items\": [\"依据文件\"]}");
        assertThat(told("approval-developer", id)).containsExactly("application-supplement-asked");
        act("approval-developer", path + "/supplements", "{\"answers\": [\"见附件\"]}");
        assertThat(told("market-head", id)).contains("application-supplemented");
        act("market-head", path + "/extension-requests", "{\"days\": 5, \"reason\": \"需核实\"}");
        assertThat(told("authority", id)).containsExactly("application-extension-asked");
        act("authority", path + "/extension-decisions", "{\"decision\": \"CONSENT\"}");
        assertThat(told("approval-developer", id))
                .as("Art. 21: more time, with notice to the applicant")
                .contains("application-extended");
        applying.consent("market-head", id, "CONSENT", "同意");
        for (String name : List.of("approval-developer", "approval-head", "market-head", "market-steward")) {
            assertThat(told(name, id)).as(name).contains("application-granted");
        }
    }

    @Test
    void tellEveryConsumerThatAServiceEnds() {
        Applying applying = new Applying(hub, Ground.published(hub, jdbc));
        String grant = applying.granted();
        String change = act("market-head", "/api/v1/service-changes", """
                        {"dataset": "%s", "kind": "STOP", "description": "停止", "reason": "撤并",
                         "effectiveOn": "2099-01-01"}
                        """.formatted(applying.dataset()))
                .json()
                .get("id")
                .asString();
        String path = "/api/v1/service-changes/" + change;

        assertThat(told("approval-head", change)).containsExactly("service-stop-announced");
        assertThat(told("approval-developer", change)).containsExactly("service-stop-announced");
        act("approval-head", path + "/answers", "{\"decision\": \"CONSENT\"}");
        act("market-head", path + "/filings", "{\"negotiation\": \"已协商\"}");
        assertThat(told("authority", change)).contains("service-change-filed");
        act("authority", path + "/filing-decisions", "{\"opinion\": \"材料不全\"}");
        assertThat(told("market-head", change)).contains("service-change-returned", "service-change-answered");
        applying.interfere("authority", grant, "terminations");
        assertThat(told("approval-head", grant)).contains("grant-terminated", "disposal-due");
    }

    @Test
    void areNotSentOfWhatDidNotHappen() {
        Applying applying = new Applying(hub, Ground.published(hub, jdbc));
        String id = applying.submitted();

        applying.consent("approval-head", id, "REFUSE", "");

        assertThat(told("approval-developer", id)).isEmpty();
    }

    @Test
    void doNotAskAProviderToReplyWhoHasConsentedBeforehand() {
        Applying applying = new Applying(
                hub,
                Ground.published(
                        hub,
                        jdbc,
                        Entries.json().put("shareAttribute", "UNCONDITIONAL").putNull("shareCondition")));
        act("market-head", "/api/v1/standing-consents", "{\"dataset\": \"%s\"}".formatted(applying.dataset()));
        String id = applying.submitted();

        applying.consent("approval-head", id, "CONSENT", "确需");

        assertThat(told("market-head", id)).containsExactly("application-granted");
    }

    @Test
    void tellWhatIsTakenBackToThoseWhoHadIt() {
        Applying applying = new Applying(hub, Ground.published(hub, jdbc));
        String early = applying.submitted();
        String late = applying.submitted();
        applying.consent("approval-head", late, "CONSENT", "确需");

        for (String id : List.of(early, late)) {
            act("approval-head", Applying.APPLICATIONS + "/" + id + "/withdrawals", "{\"reason\": \"不再需要\"}");
            assertThat(told("approval-developer", id)).contains("application-withdrawn");
        }
        assertThat(told("market-head", early)).as("had never reached it").isEmpty();
        assertThat(told("market-head", late)).contains("application-withdrawn");
    }

    @Test
    void tellBothSidesOfPassingOn() {
        Applying applying = new Applying(hub, Ground.published(hub, jdbc));
        String reshare = act("approval-head", Applying.GRANTS + "/" + applying.granted() + "/reshares", """
                        {"thirdParty": "某市大数据公司", "purpose": "licensing", "basis": "b", "protection": "p",
                         "fields": ["name"], "until": "2099-01-01"}
                        """)
                .json()
                .get("id")
                .asString();

        assertThat(told("market-head", reshare)).containsExactly("reshare-asked");
        act("market-head", "/api/v1/reshares/" + reshare + "/decisions", "{\"decision\": \"CONSENT\"}");
        act("market-head", "/api/v1/reshares/" + reshare + "/revocations", "{\"reason\": \"超范围\"}");
        assertThat(told("approval-head", reshare)).containsExactly("reshare-revoked", "reshare-consented");
    }

    @Test
    void tellOfADemandWhoIsToAnswerItAndWhoNeedsTheData() {
        String demand = act("approval-developer", "/api/v1/demands", """
                        {"title": "车辆登记", "need": "核验", "items": ["号牌"], "basis": "b", "scenario": "s"}
                        """)
                .json()
                .get("id")
                .asString();
        String path = "/api/v1/demands/" + demand;

        assertThat(told("authority", demand)).containsExactly("demand-posted");
        act("authority", path + "/assignments", "{\"department\": \"market-supervision\"}");
        assertThat(told("market-head", demand)).containsExactly("demand-assigned");
        act("market-head", path + "/answers", "{\"reason\": \"无此数据\"}");
        assertThat(told("approval-developer", demand)).containsExactly("demand-declined");
        act("approval-head", path + "/withdrawals", "{\"reason\": \"不再需要\"}");
        assertThat(told("market-head", demand)).contains("demand-withdrawn");
    }
}
