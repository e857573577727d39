package org.exchangehub.core.flow;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** NiFi's REST API over mutual TLS: one call each, JSON in and out. */
@Component
class NifiApi {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final FlowProperties.Nifi nifi;
    private final JsonMapper json;
    private @Nullable HttpClient client;

    NifiApi(FlowProperties properties, JsonMapper json) {
        this.nifi = properties.nifi();
        this.json = json;
    }

    JsonNode get(String path) {
        return sent("GET", path, null);
    }

    /** What is at a path; empty when NiFi says there is nothing. */
    Optional<JsonNode> find(String path) {
        try {
            return Optional.of(get(path));
        } catch (NifiRefused refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    JsonNode post(String path, @Nullable Object body) {
        return sent("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return sent("PUT", path, body);
    }

    void delete(String path) {
        sent("DELETE", path, null);
    }

    private JsonNode sent(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(nifi.url() + "/nifi-api" + path))
                .timeout(ANSWER)
                .header("Accept", "application/json");
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        }
        return answer(request.build());
    }

    private JsonNode answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client().send(request, HttpResponse.BodyHandlers.ofByteArray());
            byte[] body = response.body();
            if (response.statusCode() >= 400) {
                throw new NifiRefused(response.statusCode(), new String(body, StandardCharsets.UTF_8));
            }
            return body.length == 0 ? json.nullNode() : json.readTree(body);
        } catch (IOException e) {
            throw unavailable("does not answer at " + nifi.url() + " (" + e.getMessage() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for: the hub is stopping", e);
        }
    }

    private static HubProblem unavailable(String why, Exception cause) {
        HubProblem problem = new HubProblem(
                ErrorCode.FLOW_ENGINE_UNAVAILABLE, "NiFi " + why + "; flows that run go on, try again once it is up");
        problem.initCause(cause);
        return problem;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .sslContext(tls())
                    .build();
        }
        return client;
    }

    private SSLContext tls() {
        try {
            char[] password = password(nifi.keyStorePasswordFile());
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(store(nifi.keyStore(), password), password);
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store(nifi.trustStore(), password(nifi.trustStorePasswordFile())));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw unavailable(
                    "cannot be called: the hub's key store or trust store for it is not readable (" + e + ")", e);
        }
    }

    private static KeyStore store(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }

    private static char[] password(Path file) throws IOException {
        return Files.readString(file).strip().toCharArray();
    }
}
