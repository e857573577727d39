package org.exchangehub.engines;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Apicurio Registry 3, spoken to through its Confluent-compatible API; keeps its schemas in PostgreSQL. */
final class RegistryEngine extends Engine {

    private final PostgresEngine postgres;

    RegistryEngine(StateDirectory state, Ports ports, Cache cache, PostgresEngine postgres) {
        super("registry", state, ports, cache);
        this.postgres = postgres;
    }

    @Override
    int port() {
        return ports.of("registry", 8181);
    }

    String url() {
        return "http://localhost:" + port() + "/apis/ccompat/v7";
    }

    @Override
    void launch() {
        Path home = cache.unpacked(Archive.REGISTRY, installation -> {});
        process.start(
                List.of(
                        java().toString(),
                        "-Xms64m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Dquarkus.http.host=" + LOOPBACK,
                        "-Dquarkus.http.port=" + port(),
                        "-Dquarkus.management.host=" + LOOPBACK,
                        "-Dquarkus.management.port=" + ports.of("registry-management", 9001),
                        "-jar",
                        home.resolve("quarkus-run.jar").toString()),
                StateDirectory.made(state.data("registry")),
                Map.of(
                        "APICURIO_STORAGE_KIND", "sql",
                        "APICURIO_STORAGE_SQL_KIND", "postgresql",
                        "APICURIO_DATASOURCE_URL", postgres.jdbcUrl("registry"),
                        "APICURIO_DATASOURCE_USERNAME", "registry_app",
                        "APICURIO_DATASOURCE_PASSWORD", postgres.password("registry_app")));
    }

    @Override
    boolean ready() {
        return Http.answers(url() + "/subjects");
    }
}
