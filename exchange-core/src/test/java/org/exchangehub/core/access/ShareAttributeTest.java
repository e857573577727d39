package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.exchangehub.core.catalog.Entries;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one field's own share attribute does to applications for it (Decree 809, Arts. 14 and 15). */
@HubTest
class ShareAttributeTest {

    private final HubClient hub;
    private final JdbcClient jdbc;

    ShareAttributeTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    /** Of a dataset shared unconditionally, but for its names under a condition and its id numbers not at all. */
    private Applying applying() {
        ObjectNode entry = Entries.json().put("shareAttribute", "UNCONDITIONAL").putNull("shareCondition");
        entry.withArray("items")
                .addObject()
                .put("name", "名称")
                .put("type", "C")
                .put("length", 100)
                .put("field", "name")
                .put("shareAttribute", "CONDITIONAL")
                .put("shareCondition", "许可受理窗口");
        entry.withArray("items")
                .addObject()
                .put("name", "证件号码")
                .put("type", "C")
                .put("length", 18)
                .put("field", "idNumber")
                .put("shareAttribute", "REFUSED")
                .put("legalBasis", "档案法第二十八条")
                .put("refusalReason", "法律规定不予共享");
        return new Applying(hub, Ground.published(hub, jdbc, entry));
    }

    private static ObjectNode asking(Applying applying, String... fields) {
        ObjectNode body = applying.application();
        body.putArray("modes").add("QUERY");
        body.putArray("fields");
        for (String field : fields) {
            body.withArray("fields").addObject().put("field", field).put("access", "CLEAR");
        }
        return body;
    }

    private Applying withAStandingConsent() {
        Applying applying = applying();
        Answer given = hub.as("market-head")
                .post("/api/v1/standing-consents", "{\"dataset\": \"%s\"}".formatted(applying.dataset()));
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        return applying;
    }

    private static JsonNode consented(Applying applying, ObjectNode body) {
        return applying.consent("approval-head", applying.submitted(body), "CONSENT", "确需")
                .json();
    }

    @Test
    void ofRefusalKeepsTheFieldOutOfEveryApplication() {
        Applying applying = applying();

        Answer named = applying.submit(asking(applying, "code", "idNumber"));
        assertThat(named.status()).isEqualTo(422);
        assertThat(named.json().at("/errors/0/pointer").asString()).isEqualTo("/fields/1/field");
        assertThat(named.json().at("/errors/0/expected").asString()).contains("档案法第二十八条", "法律规定不予共享");

        ObjectNode selecting = asking(applying, "code");
        selecting
                .putArray("rowFilter")
                .addObject()
                .put("field", "idNumber")
                .put("op", "EQ")
                .putArray("values")
                .add("340202199001010017");
        assertThat(applying.submit(selecting).json().at("/errors/0/pointer").asString())
                .as("which records there are would tell its value")
                .isEqualTo("/rowFilter/0");
    }

    @Test
    void ofConditionTakesTheApplicationToTheProvidersHead() {
        Applying applying = withAStandingConsent();

        assertThat(consented(applying, asking(applying, "code")).get("state").asString())
                .isEqualTo("GRANTED");
        JsonNode conditional = consented(applying, asking(applying, "code", "name"));
        assertThat(conditional.get("state").asString()).isEqualTo("APPLICANT_CONSENTED");
        assertThat(conditional.at("/conditions/0/field").asString()).isEqualTo("name");
        assertThat(conditional.at("/conditions/0/scope").asString()).isEqualTo("许可受理窗口");
        assertThat(conditional.at("/conditions/0/usage").asString()).isEqualTo("仅限核验");
        JsonNode granted = applying.consent("market-head", conditional.get("id").asString(), "CONSENT", "同意")
                .json();
        assertThat(hub.as("approval-developer")
                        .get(Applying.GRANTS + "/" + granted.get("grant").asString())
                        .json()
                        .at("/conditions/0/scope")
                        .asString())
                .as("the grant says what it is bound to")
                .isEqualTo("许可受理窗口");
    }

    @Test
    void ofAWholeDatasetIsStatedWithEveryApplication() {
        Applying applying = new Applying(hub, Ground.published(hub, jdbc));

        JsonNode condition = applying.submit(applying.application()).json().at("/conditions/0");

        assertThat(condition.has("field")).isFalse();
        assertThat(condition.get("scope").asString()).isEqualTo("行政许可业务");
    }

    @Test
    void isLookedAtAgainWhenTheProviderConsents() {
        Applying applying = applying();
        String application = applying.submitted(asking(applying, "code", "name"));
        applying.consent("approval-head", application, "CONSENT", "确需");
        jdbc.sql("""
                update hub.dataset set entry = jsonb_set(entry, '{items,0,shareAttribute}', '"REFUSED"') where code = :code
                """).param("code", applying.dataset()).update();

        Answer consent = applying.consent("market-head", application, "CONSENT", "同意");

        assertThat(consent.status()).isEqualTo(409);
        assertThat(consent.json().get("detail").asString()).contains("name");
        assertThat(applying.consent("market-head", application, "REFUSE", "不予共享")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isToldByTheExplanationOfAnAccess() {
        Applying applying = applying();

        JsonNode refused = hub.as("security-admin")
                .post("/api/v1/access-explanations", """
                        {"dataset": "%s", "field": "idNumber", "client": "app-licensing",
                         "department": "administrative-approval", "purpose": "licensing"}
                        """.formatted(applying.dataset()))
                .json()
                .get("sharing");

        assertThat(refused.get("attribute").asString()).isEqualTo("REFUSED");
        assertThat(refused.get("legalBasis").asString()).isEqualTo("档案法第二十八条");
    }
}
