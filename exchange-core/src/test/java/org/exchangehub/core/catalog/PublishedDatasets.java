package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.exchangehub.core.testing.HubClient;

/** Leads drafts of the market supervision through consent and both reviews. */
public final class PublishedDatasets {

    /** One key of level 3, of no standard. */
    public static final String SCHEMA = """
            {"type": "record", "name": "Shop", "namespace": "test", "hub.dataset": "shop",
             "hub.title": {"zh": "店铺", "en": "shops"}, "hub.key": ["code"],
             "fields": [{"name": "code", "type": "string", "hub.id": 1, "hub.title": {"zh": "代码", "en": "code"},
                         "hub.level": "3", "hub.filter": "equality"}]}
            """;

    private PublishedDatasets() {}

    /** Attaches both assessments. */
    public static void assessed(HubClient hub, String code) {
        for (String assessment : new String[] {"SECRECY", "PERSONAL_INFORMATION"}) {
            done(hub.as("market-steward")
                    .send(
                            "PUT",
                            "/api/v1/datasets/" + code + "/assessments/" + assessment + "?fileName=assessment.pdf",
                            "application/pdf",
                            "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /** Attaches the assessments, hands the draft in and has it published. */
    public static void publish(HubClient hub, String code) {
        assessed(hub, code);
        decided(hub, code);
    }

    /** Hands what is being worked on in and has it published. */
    static void decided(HubClient hub, String code) {
        String path = "/api/v1/datasets/" + code;
        done(hub.as("market-steward").post(path + "/submissions", "{}"));
        done(hub.as("market-head").post(path + "/consents", "{\"decision\": \"APPROVE\"}"));
        for (String stage : new String[] {"REGISTRATION", "PUBLICATION"}) {
            done(hub.as("authority")
                    .post(path + "/reviews", "{\"stage\": \"%s\", \"decision\": \"APPROVE\"}".formatted(stage)));
        }
    }

    private static void done(HubClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
