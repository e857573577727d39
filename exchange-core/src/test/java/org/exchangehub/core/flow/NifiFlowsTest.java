package org.exchangehub.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.exchangehub.engines.testing.TestEngines;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Flows made in the real NiFi, over mutual TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NifiFlowsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final String NAME = "source-flows-test";

    private static final Path INSTALLATION = Path.of("..", "nifi-processors", "server", "target", "nifi-server");

    private NifiFlows flows;
    private FlowTemplates templates;

    @BeforeAll
    void connect() {
        assumeThat(INSTALLATION)
                .as("NiFi is assembled (mvn package -pl nifi-processors/server -am)")
                .isDirectory();
        TestEngines.shared().nifi();
        Map<String, String> hub = TestEngines.shared().exchangeCoreProperties("none");
        FlowProperties properties = new FlowProperties(
                new FlowProperties.Nifi(
                        URI.create(value(hub, "hub.flow.nifi.url")),
                        Path.of(value(hub, "hub.flow.nifi.key-store")),
                        Path.of(value(hub, "hub.flow.nifi.key-store-password-file")),
                        Path.of(value(hub, "hub.flow.nifi.trust-store")),
                        Path.of(value(hub, "hub.flow.nifi.trust-store-password-file"))),
                URI.create("http://localhost:9"),
                Duration.ofSeconds(5));
        JsonMapper json = JsonMapper.shared();
        NifiApi api = new NifiApi(properties, json);
        flows = new NifiFlows(api, new NifiRights(api));
        templates = new FlowTemplates(json, properties, "http://localhost:9/realms/hub", "Asia/Shanghai");
    }

    @AfterEach
    void remove() {
        flows.find(NAME).ifPresent(flows::delete);
    }

    @Test
    void areMadeStartedSeenStoppedAndRemoved(@TempDir Path folder) throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("drop"));
        String group = made(folder.resolve("drop"));
        flows.start(group);

        assertThat(eventuallyRunning(group)).isTrue();
        flows.stop(group);
        flows.start(group);
        flows.delete(group);

        assertThat(flows.find(NAME)).isEmpty();
        assertThat(flows.watch()).doesNotContainKey(group);
        flows.delete(group);
    }

    @Test
    void areNotStartedWhereTheFolderIsMissingAndSaySo(@TempDir Path folder) {
        String group = made(folder.resolve("missing"));

        assertThatThrownBy(() -> flows.start(group))
                .isInstanceOf(NifiRefused.class)
                .hasMessageContaining("missing");
    }

    @Test
    void takeNewParametersInPlace(@TempDir Path folder) {
        String group = made(folder.resolve("missing"));
        flows.setParameters(group, templates.parameters(source(folder), SourceKeys.generate(NAME, NOW), null));

        flows.start(group);
    }

    @Test
    void readWorkbooks(@TempDir Path folder) throws InterruptedException {
        String group = made(source(new SourceSettings.XlsxFolder(folder.toString(), null, 2, 5)));
        flows.start(group);

        assertThat(eventuallyRunning(group)).isTrue();
    }

    @Test
    void askApisAndSayInBothLanguagesWhyTheyCannot() throws IOException, InterruptedException {
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        api.start();
        try {
            String url = "http://localhost:" + api.getAddress().getPort() + "/dz";
            String group = made(source(new SourceSettings.JsonApi(
                    url, "/data", SourceSettings.Paging.NONE, null, null, 500, null, null, 1)));
            flows.start(group);

            assertThat(eventualError(group)).isNotNull().satisfies(error -> {
                assertThat(error.zh()).contains("返回状态 500").doesNotContain("status");
                assertThat(error.en()).contains("status 500").contains(url);
            });
        } finally {
            api.stop(0);
        }
    }

    private @Nullable LocalizedText eventualError(String group) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            FlowStatus status = flows.watch().get(group);
            if (status != null && status.lastError() != null) {
                return status.lastError();
            }
            Thread.sleep(200);
        }
        return null;
    }

    private String made(Path folder) {
        return made(source(folder));
    }

    private String made(Source source) {
        String group = flows.create(NAME, templates.definition(source));
        flows.setParameters(group, templates.parameters(source, SourceKeys.generate(NAME, NOW), null));
        return group;
    }

    private boolean eventuallyRunning(String group) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            FlowStatus status = flows.watch().get(group);
            if (status != null && status.running()) {
                return true;
            }
            Thread.sleep(200);
        }
        return false;
    }

    private static Source source(Path folder) {
        return source(new SourceSettings.CsvFolder(folder.toString(), "GB18030", ";", 5));
    }

    private static Source source(SourceSettings settings) {
        return new Source(
                "flows-test",
                "207001-000821",
                "market-supervision",
                "测试",
                "test",
                Source.Mode.UPSERT,
                settings,
                "{}",
                Source.State.PROVISIONING,
                null,
                0,
                null,
                NOW,
                1);
    }

    private static String value(Map<String, String> hub, String key) {
        String value = hub.get(key);
        assertThat(value).as(key).isNotNull();
        return value == null ? "" : value;
    }
}
