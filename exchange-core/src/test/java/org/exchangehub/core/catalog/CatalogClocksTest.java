package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The clocks of Decree 809, Art. 17, as both sides see them. */
@HubTest
class CatalogClocksTest {

    private static final String DATASETS = "/api/v1/datasets/";
    private static final String UPDATE = "CATALOG_UPDATE";
    private static final String REVIEW = "CATALOG_REVIEW";

    private final HubClient hub;
    private final JdbcClient owner;
    private final LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.of("Asia/Shanghai"));

    CatalogClocksTest(HubClient hub, @Qualifier("ownerDataSource") DataSource owner) {
        this.hub = hub;
        this.owner = JdbcClient.create(owner);
    }

    @Test
    void runForTheAuthorityFromTheHeadsConsentToPublication() {
        String code = published();

        JsonNode review = deadline("authority", REVIEW, code + "/1");
        assertThat(review.path("department").asString()).isEqualTo("data-bureau");
        assertThat(review.path("days").asInt()).isEqualTo(2);
        assertThat(review.path("state").asString()).isEqualTo("MET");
        assertThat(deadline("market-steward", UPDATE, code + "/1").isMissingNode())
                .as("a first edition has no time set by the decree")
                .isTrue();
    }

    @Test
    void runForTheDepartmentFromTheChangeOfLawAndStandWhileTheAuthorityReviews() {
        String code = published();
        opened(code, "LAW");
        JsonNode running = deadline("market-steward", UPDATE, code + "/2");
        assertThat(running.path("state").asString()).isEqualTo("RUNNING");
        assertThat(running.path("receivedOn").asString()).isEqualTo(today.toString());
        assertThat(running.path("days").asInt()).isEqualTo(10);

        handedIn(code);
        assertThat(deadline("market-steward", UPDATE, code + "/2").path("state").asString())
                .isEqualTo("PAUSED");
        assertThat(deadline("authority", REVIEW, code + "/2").path("state").asString())
                .isEqualTo("RUNNING");

        ok(hub.as("authority")
                .post(
                        DATASETS + code + "/reviews",
                        "{\"stage\": \"REGISTRATION\", \"decision\": \"RETURN\", \"opinion\": \"名称不规范\"}"));
        assertThat(deadline("market-steward", UPDATE, code + "/2").path("state").asString())
                .isEqualTo("RUNNING");
        assertThat(deadline("authority", REVIEW, code + "/2").path("state").asString())
                .as("the authority has answered")
                .isEqualTo("MET");

        PublishedDatasets.publish(hub, code);
        assertThat(deadline("market-steward", UPDATE, code + "/2").path("state").asString())
                .isEqualTo("MET");
        assertThat(deadline("authority", REVIEW, code + "/2").path("state").asString())
                .isEqualTo("MET");
    }

    @Test
    void areLengthenedOnceAndByFiveDaysAtMostByTheAuthority() {
        String code = published();
        opened(code, "DUTIES");
        String path = DATASETS + code + "/changes/current/extensions";

        assertThat(hub.as("market-head").post(path, "{\"days\": 5}").status()).isEqualTo(403);
        assertThat(hub.as("authority").post(path, "{\"days\": 6}").status()).isEqualTo(422);
        ok(hub.as("authority").post(path, "{\"days\": 5}"));
        assertThat(hub.as("authority").post(path, "{\"days\": 1}").status()).isEqualTo(409);
        assertThat(deadline("market-steward", UPDATE, code + "/2")
                        .path("extensionDays")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void areNoneForChangesOfTheDataAndEndWithAChangeThatIsGivenUp() {
        String data = published();
        opened(data, "DATA");
        String law = published();
        opened(law, "LAW");
        ok(hub.as("market-steward").post(DATASETS + law + "/discards", "{\"reason\": \"重复\"}"));

        assertThat(deadline("market-steward", UPDATE, data + "/2").isMissingNode())
                .isTrue();
        assertThat(deadline("market-steward", UPDATE, law + "/2").path("state").asString())
                .isEqualTo("VOID");
    }

    private String published() {
        String code = hub.as("market-steward")
                .post(
                        "/api/v1/datasets",
                        Entries.json().put("classification", "805002").toString())
                .json()
                .get("code")
                .asString();
        owner.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                """)
                .param("code", code)
                .param("avsc", PublishedDatasets.SCHEMA)
                .update();
        PublishedDatasets.publish(hub, code);
        return code;
    }

    private void opened(String code, String cause) {
        ok(hub.as("market-steward")
                .post(
                        DATASETS + code + "/changes",
                        "{\"cause\": \"%s\", \"causedOn\": \"%s\", \"reason\": \"法规修改\"}".formatted(cause, today)));
    }

    private void handedIn(String code) {
        PublishedDatasets.assessed(hub, code);
        ok(hub.as("market-steward").post(DATASETS + code + "/submissions", "{}"));
        ok(hub.as("market-head").post(DATASETS + code + "/consents", "{\"decision\": \"APPROVE\"}"));
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** The newest deadline about an edition, as somebody sees it. */
    private JsonNode deadline(String who, String kind, String edition) {
        String next = "/api/v1/deadlines?limit=500&kind=" + kind;
        JsonNode found = MissingNode.getInstance();
        for (JsonNode each : hub.as(who).get(next).json().path("items")) {
            boolean later = found.isMissingNode()
                    || each.path("openedAt")
                                    .asString()
                                    .compareTo(found.path("openedAt").asString())
                            > 0;
            if (each.at("/subject/id").asString().equals(edition) && later) {
                found = each;
            }
        }
        return found;
    }
}
