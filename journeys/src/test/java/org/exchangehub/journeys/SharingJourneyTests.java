package org.exchangehub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.cli.demo.Answer;
import org.exchangehub.engines.login.ClientLogin;
import org.exchangehub.engines.login.Realm;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a department's own data to its correction by the department that uses it, by nothing but the API: registered, reviewed,
 * published, applied for, consented to, granted, called, flagged, corrected. People log in at the identity provider, the
 * consumer's application is a client the hub has made, which signs for its tokens (private_key_jwt).
 */
@Order(2)
class SharingJourneyTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration WATCHED = Duration.ofSeconds(40);
    private static final String PURPOSE = "shop-inspection";
    private static final String CONSENT = "{'decision': 'CONSENT', 'opinion': '同意'}";

    /** A state directory may be used again. */
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    private final RunningHub hub = RunningHub.shared();
    private final Actor steward = hub.cast.person("market-steward");
    private final Actor providersHead = hub.cast.person("market-head");
    private final Actor authority = hub.cast.person("authority");
    private final Actor developer = hub.cast.person("approval-developer");
    private final Actor applicantsHead = hub.cast.person("approval-head");

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void providerAndConsumerGoAllTheWayByTheApi(@TempDir Path folder) throws Exception {
        String dataset = registered();
        reviewedAndPublished(dataset);
        brought(dataset, 1, "id,owner,staff\nS1,王小明,3\nS2,李四,4\n");

        Actor application = client(folder.resolve("app.key.pem"));
        String applied = applied(dataset, "app-journey-" + run);
        Answer tooEarly = hub.api.get(application, records(dataset) + "/S1");
        assertThat(tooEarly.status()).as("nothing is given without a grant").isEqualTo(403);
        assertThat(tooEarly.evidence()).isPresent();
        String grant = granted(applied);

        JsonNode record = called(application, dataset);
        assertThat(record.path("staff").asLong()).isEqualTo(3);
        assertThat(record.path("owner").asText()).as("masked").startsWith("王").doesNotContain("小明");

        String ticket = flagged(application, grant);
        corrected(dataset, ticket);
        assertThat(hub.api
                        .get(application, records(dataset) + "/S1")
                        .expect(200)
                        .body()
                        .path("staff")
                        .asLong())
                .as("what the consumer reads from now on")
                .isEqualTo(5);
        told(ticket);
    }

    private String registered() {
        return post(steward, "/api/v1/datasets", 201, """
                        {'title': {'zh': '沿街商铺%1$s', 'en': 'Shops %1$s'},
                         'summary': {'zh': '辖区内沿街商铺', 'en': 'Shops along the streets'},
                         'classification': '301001', 'format': 'DATABASE', 'updateCycle': 'DAILY',
                         'shareAttribute': 'CONDITIONAL', 'shareCondition': '行政许可现场核查',
                         'shareModes': ['SERVICE'], 'usageConditions': '仅限现场核查', 'open': false, 'nonSecret': true,
                         'assessments': {
                           'secrecy': {'conclusion': '不涉密', 'approvedBy': '局长', 'approvedOn': '2026-10-08'},
                           'personalInformation': {'conclusion': '脱敏', 'approvedBy': '局长', 'approvedOn': '2026-10-08'}},
                         'contact': {'name': '王敏', 'phone': '0553-3000001'}, 'keywords': [], 'related': [],
                         'overlapReason': '试验'}
                        """.formatted(run)).text("code");
    }

    private void reviewedAndPublished(String dataset) {
        String path = "/api/v1/datasets/" + dataset;
        hub.api.put(steward, path + "/schema", json("""
                        {'type': 'record', 'name': 'Shop', 'namespace': 'journey', 'hub.dataset': 'journey-shop',
                         'hub.title': {'zh': '商铺', 'en': 'Shop'}, 'hub.key': ['id'],
                         'fields': [
                           {'name': 'id', 'type': 'string', 'hub.id': 1, 'hub.title': {'zh': '编号', 'en': 'Id'},
                            'hub.level': '1', 'hub.filter': 'equality'},
                           {'name': 'owner', 'type': ['null', 'string'], 'default': null, 'hub.id': 2,
                            'hub.title': {'zh': '业主', 'en': 'Owner'}, 'hub.level': '3', 'hub.mask': 'name'},
                           {'name': 'staff', 'type': ['null', 'long'], 'default': null, 'hub.id': 3,
                            'hub.title': {'zh': '员工', 'en': 'Staff'}, 'hub.level': '1', 'hub.filter': 'range'}]}
                        """)).expect(200, 201);
        for (String assessment : new String[] {"SECRECY", "PERSONAL_INFORMATION"}) {
            hub.api
                    .put(
                            steward,
                            path + "/assessments/" + assessment + "?fileName=assessment.pdf",
                            "application/pdf",
                            "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                    .expect(200);
        }
        post(steward, path + "/submissions", 200, "{}");
        post(providersHead, path + "/consents", 200, "{'decision': 'APPROVE'}");
        post(authority, path + "/reviews", 200, "{'stage': 'REGISTRATION', 'decision': 'APPROVE'}");
        Answer published = post(authority, path + "/reviews", 200, "{'stage': 'PUBLICATION', 'decision': 'APPROVE'}");
        assertThat(published.text("state")).isEqualTo("PUBLISHED");
    }

    /** The steward sends rows, which are checked and published. */
    private void brought(String dataset, int number, String csv) throws GeneralSecurityException {
        byte[] content = csv.getBytes(StandardCharsets.UTF_8);
        String batch = post(
                        steward,
                        "/api/v1/datasets/" + dataset + "/batches",
                        201,
                        "{'batchKey': 'journey %d', 'mode': 'UPSERT'}".formatted(number))
                .text("id");
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        hub.api
                .put(
                        steward.with("Content-Digest", "sha-256=:" + digest + ":"),
                        "/api/v1/batches/" + batch + "/parts/1",
                        "text/csv",
                        content)
                .expect(204);
        Answer committed = post(
                steward,
                "/api/v1/batches/" + batch + "/commit",
                200,
                "{'parts': 1, 'rejects': 0, 'rows': %d}".formatted(csv.lines().count() - 1));
        assertThat(committed.text("state")).as(committed.body().toString()).isEqualTo("PUBLISHED");
    }

    /** The developer hands in a public key; who has the private one speaks for the application. */
    private Actor client(Path keyFile) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Files.writeString(keyFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Answer made = hub.api
                .post(
                        developer,
                        "/api/v1/clients",
                        JSON.createObjectNode()
                                .put("code", "journey-" + run)
                                .put("title", "商铺核查")
                                .put(
                                        "publicKey",
                                        pem("PUBLIC KEY", pair.getPublic().getEncoded())))
                .expect(201);
        String client = made.body().at("/client/client").asText();
        String keyId = made.body().at("/client/keys/0/id").asText();
        ClientLogin login = new ClientLogin(new Realm(hub.endpoints.keycloak() + "/realms/hub"), Clock.systemUTC());
        return new Actor(
                client, Map.of("Hub-Purpose", PURPOSE), () -> login.token(client, keyFile, keyId), Clock.systemUTC());
    }

    private static String pem(String kind, byte[] key) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END " + kind + "-----\n";
    }

    private String applied(String dataset, String client) {
        return post(developer, "/api/v1/applications", 201, """
                        {'dataset': '%s', 'client': '%s', 'basis': '行政许可法第三十四条', 'scenario': '现场核查',
                         'scope': '许可处', 'purpose': '%s', 'modes': ['QUERY'], 'until': '%s',
                         'fields': [{'field': 'id', 'access': 'CLEAR'}, {'field': 'owner', 'access': 'MASKED'},
                                    {'field': 'staff', 'access': 'CLEAR'}]}
                        """.formatted(
                                dataset, client, PURPOSE, RunningHub.inHalfAYear()))
                .text("id");
    }

    private String granted(String application) {
        String consents = "/api/v1/applications/" + application + "/consents";
        post(applicantsHead, consents, 200, CONSENT);
        Answer granted = post(providersHead, consents, 200, CONSENT);
        assertThat(granted.text("state")).isEqualTo("GRANTED");
        return granted.text("grant");
    }

    private JsonNode called(Actor application, String dataset) throws InterruptedException {
        String path = records(dataset) + "/S1";
        RunningHub.until(AT_ONCE, () -> hub.api.get(application, path).status() == 200);
        Answer answer = hub.api.get(application, path).expect(200);
        assertThat(answer.evidence()).as("on record before it was given").isPresent();
        return answer.body();
    }

    private String flagged(Actor application, String grant) {
        return post(application, "/api/v1/grants/" + grant + "/corrections", 201, """
                        {'key': {'id': 'S1'}, 'field': 'staff', 'reason': '现场核查人数不符', 'evidence': '检查笔录'}
                        """)
                .text("id");
    }

    /** The provider finds the flag right and sends the record anew; the hub sees that it is corrected. */
    private void corrected(String dataset, String ticket) throws InterruptedException, GeneralSecurityException {
        String path = "/api/v1/corrections/" + ticket;
        post(steward, path + "/moves", 200, "{'move': 'PROVIDER_UPHOLDS', 'words': '经核实有误'}");
        brought(dataset, 2, "id,owner,staff\nS1,王小明,5\n");
        RunningHub.until(
                WATCHED,
                () -> hub.api.get(developer, path).expect(200).text("state").equals("CORRECTED"));
    }

    private void told(String ticket) {
        String open = "/api/v1/correction-notices?open=true";
        assertThat(hub.api.get(developer, open).expect(200).body().toString())
                .as("who received the record is told that it was wrong")
                .contains(ticket);
        post(developer, "/api/v1/correction-notices/" + ticket + "/acknowledgements", 204, "{}");
        assertThat(hub.api.get(developer, open).expect(200).body().toString()).doesNotContain(ticket);
    }

    private static String records(String dataset) {
        return "/api/v1/datasets/" + dataset + "/records";
    }

    private Answer post(Actor who, String path, int status, String body) {
        return hub.api.post(who, path, json(body)).expect(status);
    }

    /** JSON with single quotes, to be read in a test. */
    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
