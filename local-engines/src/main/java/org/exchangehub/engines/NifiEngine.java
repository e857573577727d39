package org.exchangehub.engines;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** NiFi 2 as our own build has assembled it; opened only by the hub's client certificate. */
final class NifiEngine extends Engine {

    /** Common name of the hub's certificate, the first administrator in authorizers.xml. */
    static final String IDENTITY = "hub-nifi";

    private final Path installation;
    private final Secrets secrets;
    private final Certificates certificates;

    NifiEngine(
            StateDirectory state,
            Ports ports,
            Cache cache,
            Path installation,
            Secrets secrets,
            Certificates certificates) {
        super("nifi", state, ports, cache);
        this.installation = installation;
        this.secrets = secrets;
        this.certificates = certificates;
    }

    @Override
    int port() {
        return ports.of("nifi", 8443);
    }

    private int managementPort() {
        return ports.of("nifi-management", 8490);
    }

    String url() {
        return "https://localhost:" + port();
    }

    @Override
    void launch() {
        if (!Files.isDirectory(installation.resolve("lib"))) {
            throw new Explained("NiFi has not been assembled in " + installation
                    + "; run mvn package -pl nifi-processors/server -am, or any ./hub command, which does it.");
        }
        Path home = StateDirectory.made(state.data("nifi"));
        if (!Files.isDirectory(home.resolve("conf"))) {
            ElasticsearchEngine.copy(installation.resolve("conf"), home.resolve("conf"));
        }
        writeProperties(home.resolve("conf/nifi.properties"));
        process.start(
                List.of(
                        java().toString(),
                        "-Xms128m",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Dnifi.properties.file.path=conf/nifi.properties",
                        "-Dlogback.configurationFile=conf/logback.xml",
                        "-Djava.awt.headless=true",
                        "-Duser.timezone=Asia/Shanghai",
                        "-Dhub.drivers=" + installation.resolve("drivers"),
                        "-Djava.net.preferIPv4Stack=true",
                        "-Dorg.apache.nifi.management.server.address=" + LOOPBACK + ":" + managementPort(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        "conf:" + installation.resolve("lib") + "/*",
                        "org.apache.nifi.NiFi"),
                home,
                Map.of());
    }

    /** The template's properties with this instance's own; the template is the installation's, so that upgrades arrive. */
    private void writeProperties(Path file) {
        Path keyStore = certificates.keyStore("nifi-server", "localhost", true);
        Path trustStore = certificates.trustStore();
        certificates.keyStore(IDENTITY, IDENTITY, false);
        String keyPassword = new String(certificates.password("nifi-server"));
        Map<String, String> own = Map.of(
                "nifi.web.https.host",
                LOOPBACK,
                "nifi.web.https.port",
                String.valueOf(port()),
                "nifi.web.proxy.host",
                "localhost:" + port(),
                "nifi.security.keystore",
                keyStore.toString(),
                "nifi.security.keystorePasswd",
                keyPassword,
                "nifi.security.keyPasswd",
                keyPassword,
                "nifi.security.truststore",
                trustStore.toString(),
                "nifi.security.truststorePasswd",
                new String(certificates.password("truststore")),
                "nifi.sensitive.props.key",
                secrets.password("nifi-sensitive-properties"),
                "nifi.nar.library.directory",
                installation.resolve("lib").toString());
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(
                    Files.readString(installation.resolve("conf").resolve("nifi.properties"))));
            properties.putAll(own);
            StringWriter text = new StringWriter();
            properties.store(text, null);
            StateDirectory.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Explained("NiFi's configuration in " + installation + " cannot be read; build it again.", e);
        }
    }

    @Override
    boolean ready() {
        return Http.answers("http://localhost:" + managementPort() + "/health");
    }
}
