package org.exchangehub.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.exchangehub.core.catalog.Entries;
import org.exchangehub.core.catalog.PublishedDatasets;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.schemas.StandardSchemas;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HubTest
class DatasetDescriptionTest {

    private final HubClient hub;
    private final JdbcClient owner;

    DatasetDescriptionTest(HubClient hub, @Qualifier("ownerDataSource") DataSource owner) {
        this.hub = hub;
        this.owner = JdbcClient.create(owner);
    }

    private String registered(String shareModes) {
        Answer answer = hub.as("market-steward")
                .post(
                        "/api/v1/datasets",
                        Entries.json()
                                .put("classification", "806001")
                                .toString()
                                .replace("[\"SERVICE\",\"BATCH\"]", shareModes));
        String code = answer.json().get("code").asString();
        owner.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                """)
                .param("code", code)
                .param("avsc", StandardSchemas.find("legal-person", "1-0-0").orElseThrow())
                .update();
        return code;
    }

    private JsonNode described(String code) {
        Answer answer = hub.as("approval-developer").get("/api/v1/datasets/" + code + "/openapi.json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void isTheDatasetsOwnApi() throws Exception {
        String code = registered("[\"SERVICE\",\"FILE\"]");
        PublishedDatasets.publish(hub, code);
        JsonNode document = described(code);

        OpenAPI read = Json31.mapper().readValue(document.toString(), OpenAPI.class);
        assertThat(read.getOpenapi()).startsWith("3.1");
        String base = "/api/v1/datasets/" + code;
        assertThat(read.getPaths().keySet())
                .containsExactlyInAnyOrder(
                        base + "/records",
                        base + "/records/{key}",
                        base + "/records/{key}/versions",
                        base + "/changes",
                        base + "/verifications",
                        base + "/verifications/batch",
                        base + "/exports");
        JsonNode code18 = document.at("/components/schemas/Record/properties/unifiedSocialCreditCode");
        assertThat(code18.path("description").asString()).contains("统一社会信用代码").contains("filters: eq, in");
        List<String> references =
                document.findValuesAsString("$ref").stream().distinct().toList();
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isObject())
                        .as(ref)
                        .isTrue());
    }

    @Test
    void hasExamplesTheHubUnderstands() {
        String code = registered("[\"SERVICE\"]");
        PublishedDatasets.publish(hub, code);
        JsonNode document = described(code);

        assertThat(document.path("paths").has("/api/v1/datasets/" + code + "/exports"))
                .isFalse();
        JsonNode verify = document.path("paths").path("/api/v1/datasets/" + code + "/verifications");
        Answer asked = hub.asClient("app-licensing", "administrative-approval")
                .header("Hub-Purpose", "x")
                .post(
                        "/api/v1/datasets/" + code + "/verifications",
                        verify.at("/post/requestBody/content/application~1json/schema/example")
                                .toString());
        // Understood, and denied for want of a grant.
        assertThat(asked.status()).as(asked.text()).isEqualTo(403);
        String filters = document
                .path("paths")
                .path("/api/v1/datasets/" + code + "/records")
                .path("get")
                .path("parameters")
                .values()
                .stream()
                .filter(each -> each.path("name").asString().equals("filter"))
                .flatMap(each -> each.path("examples").values().stream())
                .map(each -> each.at("/value/0").asString())
                .collect(Collectors.joining(" "));
        assertThat(filters).contains("unifiedSocialCreditCode:in:91");
    }

    @Test
    void isShownToWhoeverMaySeeTheDataset() {
        String draft = registered("[\"SERVICE\"]");

        String path = "/api/v1/datasets/" + draft + "/openapi.json";
        assertThat(hub.as("market-developer").get(path).status()).isEqualTo(200);
        assertThat(hub.as("approval-developer").get(path).status()).isEqualTo(404);
    }
}
