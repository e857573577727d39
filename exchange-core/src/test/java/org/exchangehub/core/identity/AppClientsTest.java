package org.exchangehub.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.RealEngines;
import org.exchangehub.engines.login.ClientLogin;
import org.exchangehub.engines.login.LoginFailed;
import org.exchangehub.engines.login.PersonLogin;
import org.exchangehub.engines.login.Realm;
import org.exchangehub.engines.testing.TestEngines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Applications' clients on the real Keycloak. */
class AppClientsTest extends RealEngines {

    private static final String CLIENTS = "/api/v1/clients";

    /** The engines outlive the test, and so do clients. */
    private final String code = "t" + UUID.randomUUID().toString().substring(0, 8);

    private final String client = "app-" + code;
    private final HubClient hub;
    private final JdbcClient jdbc;
    private final AppClientUpkeep upkeep;
    private final Realm realm;
    private final ClientLogin login;

    AppClientsTest(HubClient hub, JdbcClient jdbc, AppClientUpkeep upkeep, IdentitySettings settings) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.upkeep = upkeep;
        this.realm = new Realm(settings.issuer().toString());
        this.login = new ClientLogin(realm, Clock.systemUTC());
    }

    private HubClient.Session developer() throws Exception {
        Path password = TestEngines.shared().secrets().resolve("people/approval-developer");
        return hub.with(new PersonLogin(realm, java.net.URI.create(property("hub.url")))
                .token("approval-developer", Files.readString(password).strip()));
    }

    private static RSAKey key() throws Exception {
        return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + type
                + "-----\n";
    }

    private static Path file(Path directory, RSAKey key) throws Exception {
        return Files.writeString(
                directory.resolve(key.getKeyID()),
                pem("PRIVATE KEY", key.toPrivateKey().getEncoded()),
                StandardCharsets.US_ASCII);
    }

    private static ObjectNode body(RSAKey key) throws Exception {
        return JsonMapper.shared()
                .createObjectNode()
                .put("publicKey", pem("PUBLIC KEY", key.toPublicKey().getEncoded()));
    }

    private String department(String token) {
        return hub.with(token).get("/api/v1/me").json().get("department").asString();
    }

    @Test
    void signWithTheOldKeyAndTheNewUntilTheOverlapIsOver(@TempDir Path directory) throws Exception {
        RSAKey old = key();
        RSAKey young = key();
        HubClient.Session developer = developer();

        Answer made = developer.post(
                CLIENTS, body(old).put("code", code).put("title", "许可受理").toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().has("secret")).isFalse();
        assertThat(made.json().at("/client/keys/0/id").asString()).isEqualTo(old.getKeyID());
        assertThat(department(login.token(client, file(directory, old), old.getKeyID())))
                .isEqualTo("administrative-approval");
        Answer rotated = developer.post(
                CLIENTS + "/" + client + "/rotations", body(young).toString());
        assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
        assertThat(login.token(client, file(directory, old), old.getKeyID())).isNotEmpty();
        assertThat(login.token(client, file(directory, young), young.getKeyID()))
                .isNotEmpty();

        jdbc.sql("update hub.app_client_key set ends_at = now() where client = ? and ends_at is not null")
                .param(client)
                .update();
        upkeep.run();

        assertThatExceptionOfType(LoginFailed.class)
                .isThrownBy(() -> login.token(client, file(directory, old), old.getKeyID()));
        assertThat(login.token(client, file(directory, young), young.getKeyID()))
                .isNotEmpty();
    }

    @Test
    void areToldTheirSecretOnceAndGetNoTokenOnceRevoked() throws Exception {
        HubClient.Session developer = developer();
        Answer made =
                developer.post(CLIENTS, "{\"code\": \"%s\", \"title\": \"老系统\", \"secret\": true}".formatted(code));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).contains("no-store");
        String secret = made.json().get("secret").asString();

        assertThat(department(login.tokenBySecret(client, secret))).isEqualTo("administrative-approval");
        assertThat(developer.get(CLIENTS + "/" + client).text()).doesNotContain(secret);
        assertThat(developer
                        .post(CLIENTS + "/" + client + "/revocations", "{\"reason\": \"系统下线\"}")
                        .status())
                .isEqualTo(200);
        untilTheProviderIsTold();
        assertThatExceptionOfType(LoginFailed.class).isThrownBy(() -> login.tokenBySecret(client, secret));
        assertThat(developer
                        .post(CLIENTS, "{\"code\": \"%s\", \"title\": \"再来\", \"secret\": true}".formatted(code))
                        .status())
                .as("a code is never used twice")
                .isEqualTo(409);
    }

    private void untilTheProviderIsTold() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            upkeep.run();
            if (jdbc.sql("select provider_told from hub.app_client where client = ?")
                    .param(client)
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            Thread.sleep(100);
        }
    }

    @Test
    void madeInTheProviderAreLookedUpThere() throws Exception {
        Answer known = developer().get(CLIENTS + "/app-licensing");

        assertThat(known.status()).as(known.text()).isEqualTo(200);
        assertThat(known.json().get("department").asString()).isEqualTo("administrative-approval");
        assertThat(developer().get(CLIENTS + "/app-market").status())
                .as("another department's")
                .isEqualTo(404);
    }

    @Test
    void areRefusedWithAKeyThatHasBeenShownOrIsTooShort() throws Exception {
        HubClient.Session developer = developer();
        RSAKey key = key();
        ObjectNode shown = JsonMapper.shared()
                .createObjectNode()
                .put("code", "shown")
                .put("title", "t")
                .put("publicKey", pem("PRIVATE KEY", key.toPrivateKey().getEncoded()));
        ObjectNode jwks =
                JsonMapper.shared().createObjectNode().put("code", "shown").put("title", "t");
        jwks.putObject("jwks").putArray("keys").add(JsonMapper.shared().readTree(key.toJSONString()));

        for (ObjectNode body : java.util.List.of(shown, jwks)) {
            Answer refused = developer.post(CLIENTS, body.toString());
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("must never leave the application");
        }
    }
}
