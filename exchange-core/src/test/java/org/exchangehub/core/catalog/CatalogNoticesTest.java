package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Everything that is decided on an entry is told to those whom it concerns (Decree 809, Arts. 12 and 16). */
@HubTest
class CatalogNoticesTest {

    private final HubClient hub;
    private final String code;

    CatalogNoticesTest(HubClient hub, @Qualifier("ownerDataSource") DataSource owner) {
        this.hub = hub;
        this.code = hub.as("market-steward")
                .post(
                        "/api/v1/datasets",
                        Entries.json().put("classification", "805004").toString())
                .json()
                .get("code")
                .asString();
        JdbcClient.create(owner)
                .sql("""
                        insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                        values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                        """)
                .param("code", code)
                .param("avsc", PublishedDatasets.SCHEMA)
                .update();
    }

    @Test
    void tellsWhoHasToActNextAndWhoAsked() {
        PublishedDatasets.assessed(hub, code);
        hub.as("market-steward").post("/api/v1/datasets/" + code + "/submissions", "{}");
        assertThat(told("market-head")).containsExactly("catalog.submitted");
        hub.as("market-head")
                .post("/api/v1/datasets/" + code + "/consents", "{\"decision\": \"RETURN\", \"opinion\": \"名称不规范\"}");
        assertThat(told("market-steward")).containsExactly("catalog.consent-refused");
        assertThat(told("authority")).isEmpty();

        PublishedDatasets.publish(hub, code);

        assertThat(told("authority")).containsExactly("catalog.consented");
        assertThat(told("market-steward"))
                .containsExactly("catalog.in-force", "catalog.registered", "catalog.consent-refused");
    }

    @Test
    void tellsTheHeadsOfAllDepartmentsWhatIsPublished() {
        PublishedDatasets.publish(hub, code);

        assertThat(told("approval-head")).containsExactly("catalog.published");
        assertThat(told("market-head")).contains("catalog.published");
        assertThat(told("approval-developer")).isEmpty();
        assertThat(notices("approval-head").getFirst().at("/text/zh").asString())
                .isEqualTo("目录 " + code.replace('-', '/') + " 第 1 版已发布，可以申请共享。");
    }

    /** The kinds of the notices about the dataset in somebody's inbox, the newest first. */
    private List<String> told(String who) {
        return notices(who).stream().map(each -> each.path("kind").asString()).toList();
    }

    private List<JsonNode> notices(String who) {
        JsonNode items = hub.as(who).get("/api/v1/notices?limit=500").json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.at("/subject/id").asString().equals(code))
                .toList();
    }
}
