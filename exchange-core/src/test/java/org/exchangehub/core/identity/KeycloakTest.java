package org.exchangehub.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.RealEngines;
import org.exchangehub.engines.login.ClientLogin;
import org.exchangehub.engines.login.PersonLogin;
import org.exchangehub.engines.login.Realm;
import org.exchangehub.engines.testing.TestEngines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakTest extends RealEngines {

    private final HubClient hub;
    private final ServiceClients clients;
    private final DepartmentRefresh refresh;
    private final Departments departments;
    private final Realm realm;

    KeycloakTest(
            HubClient hub,
            ServiceClients clients,
            DepartmentRefresh refresh,
            Departments departments,
            IdentitySettings settings) {
        this.hub = hub;
        this.clients = clients;
        this.refresh = refresh;
        this.departments = departments;
        this.realm = new Realm(settings.issuer().toString());
    }

    @Test
    void tellsTheDepartments() {
        refresh.run();

        assertThat(departments.find("market-supervision")).hasValueSatisfying(department -> {
            assertThat(department.title().zh()).isEqualTo("市场监督管理局");
            assertThat(department.uscc()).isNotNull();
        });
    }

    @Test
    void logsAPersonIn() throws Exception {
        Path password = TestEngines.shared().secrets().resolve("people/market-steward");
        URI redirect = URI.create(property("hub.url"));

        String token = new PersonLogin(realm, redirect)
                .token("market-steward", Files.readString(password).strip());

        var me = hub.with(token).get("/api/v1/me").json();
        assertThat(me.get("name").asString()).isEqualTo("market-steward");
        assertThat(me.get("department").asString()).isEqualTo("market-supervision");
        assertThat(me.get("roles").get(0).asString()).isEqualTo("steward");
    }

    @Test
    void takesAServiceClientAndForgetsItAgain(@TempDir Path directory) throws Exception {
        KeyStore keys = keys(directory);
        clients.create(
                "source-test",
                "market-supervision",
                pem("CERTIFICATE", keys.getCertificate("test").getEncoded()),
                Who.HUB);
        clients.create(
                "source-test",
                "market-supervision",
                pem("CERTIFICATE", keys.getCertificate("test").getEncoded()),
                Who.HUB);
        Path keyFile = Files.writeString(
                directory.resolve("key.pem"),
                pem("PRIVATE KEY", keys.getKey("test", "secret".toCharArray()).getEncoded()));

        String token = new ClientLogin(realm, Clock.systemUTC()).token("source-test", keyFile);

        var me = hub.with(token).get("/api/v1/me").json();
        assertThat(me.get("department").asString()).isEqualTo("market-supervision");
        assertThat(me.get("roles").isEmpty()).isTrue();
        clients.delete("source-test", Who.HUB);
        clients.delete("source-test", Who.HUB);
    }

    private static KeyStore keys(Path directory) throws Exception {
        Path file = directory.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        int exit = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=source-test",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keystore",
                        file.toString()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
        return KeyStore.getInstance(file.toFile(), "secret".toCharArray());
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + type
                + "-----\n";
    }
}
