package org.exchangehub.benchmarks.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The NiFi that this repository assembles, and a flow of stock processors in it, made part by part through its REST API. */
public final class Nifi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SERVICES = "nifi-record-serialization-services-nar";

    private final HttpClient http;
    private final String url;
    private final String group;

    /** Connects to a NiFi that runs and makes a process group in it. */
    Nifi(Map<String, String> hubProperties) {
        this.url = hubProperties.get("hub.flow.nifi.url") + "/nifi-api";
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls(hubProperties))
                .build();
        String root =
                get("/flow/process-groups/root").at("/processGroupFlow/id").asText();
        rights(root);
        this.group = post("/process-groups/" + root + "/process-groups", component(Map.of("name", "bench")))
                .path("id")
                .asText();
    }

    private static SSLContext tls(Map<String, String> properties) {
        String prefix = "hub.flow.nifi.";
        try {
            char[] password = password(properties.get(prefix + "key-store-password-file"));
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(store(properties.get(prefix + "key-store"), password), password);
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store(
                    properties.get(prefix + "trust-store"),
                    password(properties.get(prefix + "trust-store-password-file"))));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("NiFi's certificates cannot be read", e);
        }
    }

    private static KeyStore store(@Nullable String file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(String.valueOf(file)))) {
            store.load(in, password);
        }
        return store;
    }

    private static char[] password(@Nullable String file) throws IOException {
        return Files.readString(Path.of(String.valueOf(file))).strip().toCharArray();
    }

    /** The first administrator of a fresh NiFi may do nothing under the root group until he allows it to himself. */
    private void rights(String root) {
        String identity = get("/flow/current-user").path("identity").asText();
        String user = "";
        for (JsonNode each : get("/tenants/users").path("users")) {
            user = identity.equals(each.at("/component/identity").asText())
                    ? each.path("id").asText()
                    : user;
        }
        String all = "/process-groups/" + root;
        for (String right : List.of(
                "read" + all,
                "write" + all,
                "read/data" + all,
                "write/data" + all,
                "write/operation" + all,
                "write/restricted-components")) {
            String action = right.substring(0, right.indexOf('/'));
            Object policy = Map.of(
                    "action", action,
                    "resource", right.substring(action.length()),
                    "users", List.of(Map.of("id", user)),
                    "userGroups", List.of());
            HttpResponse<byte[]> answer =
                    send("POST", "/policies", Map.of("revision", Map.of("version", 0), "component", policy));
            if (answer.statusCode() >= 400 && answer.statusCode() != 409 && answer.statusCode() != 400) {
                throw new IllegalStateException(right + ": " + answer.statusCode());
            }
        }
    }

    /** Makes a controller service of one of upstream's service NARs; answers its id. */
    public String service(String nar, String type, Map<String, String> properties) {
        return post(
                        "/process-groups/" + group + "/controller-services",
                        component(Map.of(
                                "type", type,
                                "bundle", Map.of("group", "org.apache.nifi", "artifact", nar, "version", "2.3.0"),
                                "properties", properties)))
                .path("id")
                .asText();
    }

    public String recordService(String type, Map<String, String> properties) {
        return service(SERVICES, type, properties);
    }

    /**
     * Makes a stock processor.
     *
     * @param ended relationships that lead nowhere
     * @return its id
     */
    public String processor(String type, String bundleVersion, Map<String, String> properties, List<String> ended) {
        return post(
                        "/process-groups/" + group + "/processors",
                        component(Map.of(
                                "type",
                                "org.apache.nifi.processors.standard." + type,
                                "bundle",
                                Map.of(
                                        "group",
                                        "org.exchangehub",
                                        "artifact",
                                        "nifi-stock-nar",
                                        "version",
                                        bundleVersion),
                                "config",
                                Map.of(
                                        "properties",
                                        properties,
                                        "autoTerminatedRelationships",
                                        ended,
                                        "yieldDuration",
                                        "100 ms"))))
                .path("id")
                .asText();
    }

    public void connect(String from, String relationship, String to) {
        post(
                "/process-groups/" + group + "/connections",
                component(Map.of(
                        "source", Map.of("id", from, "groupId", group, "type", "PROCESSOR"),
                        "destination", Map.of("id", to, "groupId", group, "type", "PROCESSOR"),
                        "selectedRelationships", List.of(relationship))));
    }

    /** The version our own bundles have in it. */
    public String bundleVersion() {
        for (JsonNode type :
                get("/flow/processor-types?bundleArtifactFilter=nifi-stock-nar").path("processorTypes")) {
            return type.at("/bundle/version").asText();
        }
        throw new IllegalStateException("NiFi has no nifi-stock-nar");
    }

    /** Enables the services and starts the processors; throws with what is invalid. */
    public void start() throws InterruptedException {
        String services = "/flow/process-groups/" + group + "/controller-services";
        put(services, Map.of("id", group, "state", "ENABLED", "disconnectedNodeAcknowledged", false));
        await(services, "/controllerServices", "state", "ENABLED");
        await("/process-groups/" + group + "/processors", "/processors", "validationStatus", "VALID");
        put(
                "/flow/process-groups/" + group,
                Map.of("id", group, "state", "RUNNING", "disconnectedNodeAcknowledged", false));
    }

    private void await(String path, String list, String property, String value) throws InterruptedException {
        for (int tries = 0; ; tries++) {
            String wrong = "";
            for (JsonNode each : get(path).at(list)) {
                JsonNode component = each.path("component");
                if (!value.equals(component.path(property).asText())) {
                    wrong += component.path("name") + " " + component.path(property) + " "
                            + component.path("validationErrors") + " "
                            + component.path("descriptors").properties().stream()
                                    .map(Map.Entry::getKey)
                                    .toList();
                }
            }
            if (wrong.isEmpty()) {
                return;
            }
            if (tries > 100) {
                throw new IllegalStateException(wrong);
            }
            Thread.sleep(200);
        }
    }

    /** What NiFi complains about at the moment. */
    public String bulletins() {
        return get("/flow/bulletin-board").toString();
    }

    private static Map<String, Object> component(Map<String, ?> component) {
        return Map.of("revision", Map.of("version", 0), "component", component);
    }

    private JsonNode get(String path) {
        return parsed("GET", path, null);
    }

    private JsonNode post(String path, Object body) {
        return parsed("POST", path, body);
    }

    private void put(String path, Object body) {
        parsed("PUT", path, body);
    }

    private JsonNode parsed(String method, String path, @Nullable Object body) {
        HttpResponse<byte[]> answer = send(method, path, body);
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " "
                    + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        try {
            return answer.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> send(String method, String path, @Nullable Object body) {
        try {
            HttpRequest.BodyPublisher content = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            return http.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .header("Content-Type", "application/json")
                            .method(method, content)
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("NiFi: " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
