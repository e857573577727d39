package org.exchangehub.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Elasticsearch 9, a single node with a password. */
final class ElasticsearchEngine extends Engine {

    static final String USERNAME = "elastic";

    private final Secrets secrets;

    ElasticsearchEngine(StateDirectory state, Ports ports, Cache cache, Secrets secrets) {
        super("elasticsearch", state, ports, cache);
        this.secrets = secrets;
    }

    @Override
    int port() {
        return ports.of("elasticsearch", 9200);
    }

    String url() {
        return "http://localhost:" + port();
    }

    String password() {
        return secrets.password("elasticsearch");
    }

    Path passwordFile() {
        return secrets.passwordFile("elasticsearch");
    }

    @Override
    void launch() {
        Path home = cache.unpacked(Archive.ELASTICSEARCH, installation -> {});
        Path data = StateDirectory.made(state.data("elasticsearch"));
        Path config = data.resolve("config");
        Map<String, String> environment = Map.of(
                "ES_JAVA_HOME", javaHome(),
                "ES_PATH_CONF", config.toString(),
                "ES_JAVA_OPTS", "-Xms512m -Xmx512m",
                "ES_TMPDIR", StateDirectory.made(data.resolve("tmp")).toString());
        if (!Files.exists(config.resolve("elasticsearch.keystore"))) {
            configure(home, data, environment);
        }
        StateDirectory.write(config.resolve("elasticsearch.yml"), settings(data).getBytes(StandardCharsets.UTF_8));
        process.start(
                Unprivileged.here()
                        .command(List.of(home.resolve("bin/elasticsearch").toString()), data),
                data,
                environment);
    }

    private String settings(Path data) {
        return """
                cluster.name: exchange-hub
                node.name: local
                network.host: %s
                http.port: %d
                transport.port: %d
                discovery.type: single-node
                path.data: %s
                path.logs: %s
                xpack.security.enabled: true
                xpack.security.autoconfiguration.enabled: false
                cluster.routing.allocation.disk.threshold_enabled: false
                """.formatted(
                        LOOPBACK,
                        port(),
                        ports.of("elasticsearch-transport", 9300),
                        StateDirectory.made(data.resolve("data")),
                        StateDirectory.made(data.resolve("logs")));
    }

    private void configure(Path home, Path data, Map<String, String> environment) {
        Path config = data.resolve("config");
        StateDirectory.delete(config);
        copy(home.resolve("config"), config);
        String keystore = home.resolve("bin/elasticsearch-keystore").toString();
        String sentence = "Elasticsearch's keystore in " + config + " cannot be made.";
        Unprivileged here = Unprivileged.here();
        Command.run(home, here.command(List.of(keystore, "create"), data), environment, sentence);
        Command.runReading(
                passwordFile(),
                home,
                here.command(List.of(keystore, "add", "-x", "-f", "bootstrap.password"), data),
                environment,
                sentence);
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new Explained("The files of " + from + " cannot be copied to " + to + "; check free space.", e);
        }
    }

    @Override
    boolean ready() {
        return Http.answers(url() + "/_cluster/health?wait_for_status=yellow&timeout=1s", USERNAME, password());
    }
}
