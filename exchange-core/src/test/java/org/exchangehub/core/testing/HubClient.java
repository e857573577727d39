package org.exchangehub.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running hub over HTTP, as somebody: {@code hub.as("market-steward").get("/api/v1/me")}. */
public final class HubClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestTokens tokens;
    private final Environment environment;

    HubClient(TestTokens tokens, Environment environment) {
        this.tokens = tokens;
        this.environment = environment;
    }

    /** The same callers at another instance. */
    public HubClient at(Environment instance) {
        return new HubClient(tokens, instance);
    }

    public TestTokens tokens() {
        return tokens;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
    }

    /** Speaks as a person of the cast. */
    public Session as(String username) {
        return with(tokens.person(username));
    }

    /** Speaks as a client, such as {@code app-licensing} of {@code administrative-approval}. */
    public Session asClient(String clientId, String department) {
        return with(tokens.client(clientId, department));
    }

    public Session with(String token) {
        return new Session(HttpRequest.newBuilder().header("Authorization", "Bearer " + token));
    }

    public Session anonymously() {
        return new Session(HttpRequest.newBuilder());
    }

    /** An answer. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    /** Requests by one caller; headers added stay for its further requests. */
    public final class Session {

        private final HttpRequest.Builder request;

        private Session(HttpRequest.Builder request) {
            this.request = request;
        }

        public Session header(String name, String value) {
            request.header(name, value);
            return this;
        }

        public Answer get(String path) {
            return send("GET", path, null, null);
        }

        public Answer delete(String path) {
            return send("DELETE", path, null, null);
        }

        /** Posts JSON text. */
        public Answer post(String path, String json) {
            return send("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
        }

        /** Puts JSON text. */
        public Answer put(String path, String json) {
            return send("PUT", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
        }

        public Answer send(String method, String path, @Nullable String contentType, byte @Nullable [] body) {
            HttpRequest.Builder copy = request.copy().uri(url(path));
            if (contentType != null) {
                copy.setHeader("Content-Type", contentType);
            }
            copy.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            try {
                return new Answer(http.send(copy.build(), BodyHandlers.ofByteArray()));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
