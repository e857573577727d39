package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The administrative approval applies for a dataset of the market supervision, and heads say their word, through the API. */
record Applying(HubClient hub, String dataset) {

    static final String APPLICATIONS = "/api/v1/applications";
    static final String GRANTS = "/api/v1/grants";

    /** A complete application for {@link Ground#SCHEMA}. */
    ObjectNode application() {
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree("""
                {"client": "app-licensing", "basis": "行政许可法第三十四条", "scenario": "许可受理时核验",
                 "scope": "受理窗口", "purpose": "licensing", "modes": ["QUERY", "VERIFY"], "until": "2099-12-31",
                 "fields": [{"field": "code", "access": "CLEAR"}, {"field": "name", "access": "CLEAR"},
                            {"field": "idNumber", "access": "LOOKUP"}],
                 "rowFilter": [{"field": "division", "op": "PREFIX", "values": ["3402"]}]}
                """);
        return body.put("dataset", dataset);
    }

    Answer submit(ObjectNode body) {
        return hub.as("approval-developer").post(APPLICATIONS, body.toString());
    }

    /** Handed in; its id. */
    String submitted(ObjectNode body) {
        Answer answer = submit(body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    String submitted() {
        return submitted(application());
    }

    Answer consent(String head, String application, String decision, String opinion) {
        return hub.as(head)
                .post(
                        APPLICATIONS + "/" + application + "/consents",
                        "{\"decision\": \"%s\", \"opinion\": \"%s\"}".formatted(decision, opinion));
    }

    /** Handed in and consented to by both heads; the grant's id. */
    String granted(ObjectNode body) {
        String application = submitted(body);
        consent("approval-head", application, "CONSENT", "确需");
        Answer answer = consent("market-head", application, "CONSENT", "同意");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("grant").asString();
    }

    String granted() {
        return granted(application());
    }

    Answer interfere(String as, String grant, String how) {
        return hub.as(as).post(GRANTS + "/" + grant + "/" + how, "{\"reason\": \"超范围使用\"}");
    }
}
