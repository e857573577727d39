package org.exchangehub.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak 26 with its own file database and the local realm, imported at the first start. */
final class KeycloakEngine extends Engine {

    static final String REALM = "hub";

    private final Secrets secrets;
    private final Certificates certificates;
    private final HubAddress hub;

    /** The hub's public address, where the user interface's client sends people back to. */
    interface HubAddress {
        String url();
    }

    KeycloakEngine(
            StateDirectory state,
            Ports ports,
            Cache cache,
            Secrets secrets,
            Certificates certificates,
            HubAddress hub) {
        super("keycloak", state, ports, cache);
        this.secrets = secrets;
        this.certificates = certificates;
        this.hub = hub;
    }

    @Override
    int port() {
        return ports.of("keycloak", 8180);
    }

    private int managementPort() {
        return ports.of("keycloak-management", 9180);
    }

    String url() {
        return "http://localhost:" + port();
    }

    String issuer() {
        return url() + "/realms/" + REALM;
    }

    @Override
    void launch() {
        Path installation = cache.unpacked(Archive.KEYCLOAK, KeycloakEngine::build);
        Path home = home(installation);
        Json.write(home.resolve("data/import/hub-realm.json"), file().json());
        // Java itself, not kc.sh: the script follows our links back to the shared installation and would keep data
        // there.
        List<String> command = new ArrayList<>(List.of(
                java().toString(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + home,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=" + LOOPBACK,
                "--http-port=" + port(),
                "--http-management-host=" + LOOPBACK,
                "--http-management-port=" + managementPort(),
                "--hostname=" + url()));
        process.start(
                command,
                home,
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        secrets.password("keycloak-admin")));
    }

    /** Keycloak compiles its configuration into itself; done once for the shared installation. */
    private static void build(Path installation) {
        Command.run(
                installation,
                List.of(
                        installation.resolve("bin/kc.sh").toString(),
                        "build",
                        "--db=dev-file",
                        "--health-enabled=true",
                        "--cache=local"),
                Map.of("JAVA_HOME", javaHome()),
                "Keycloak could not be built in " + installation + ".");
    }

    /** A home of our own with our own data, whose program files are those of the shared installation. */
    private Path home(Path installation) {
        Path home = StateDirectory.made(state.data("keycloak"));
        for (String part : List.of("bin", "conf", "lib", "providers", "themes")) {
            Path link = home.resolve(part);
            try {
                if (!Files.isSymbolicLink(link) && Files.exists(installation.resolve(part))) {
                    Files.createSymbolicLink(link, installation.resolve(part));
                }
            } catch (IOException e) {
                throw new Explained("The link " + link + " cannot be made; check the owner of " + home + ".", e);
            }
        }
        return home;
    }

    /** An earlier version's realm lacks whom the cast has gained since. */
    @Override
    void settle() {
        try (KeycloakAdmin admin = admin()) {
            new RealmUpgrade(admin, file()).addMissing();
        }
    }

    KeycloakAdmin admin() {
        return new KeycloakAdmin(url(), REALM, secrets.password("keycloak-admin"));
    }

    private RealmFile file() {
        return new RealmFile(secrets, certificates, hub.url());
    }

    @Override
    boolean ready() {
        return Http.answers("http://localhost:" + managementPort() + "/health/ready")
                && Http.answers(issuer() + "/.well-known/openid-configuration");
    }
}
