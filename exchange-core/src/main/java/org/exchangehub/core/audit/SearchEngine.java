package org.exchangehub.core.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Elasticsearch, by the four requests the projection needs. */
@Component
class SearchEngine {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final SearchSettings settings;
    private final ObjectMapper json;

    SearchEngine(SearchSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    boolean configured() {
        return settings.url() != null;
    }

    /**
     * Sends a request whose path is below the projection's index.
     *
     * @param body JSON, or newline-delimited JSON; null for none
     * @throws IOException when the engine does not answer, or answers with an error
     */
    JsonNode send(String method, String path, @Nullable String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url() + "/" + settings.index() + path))
                .timeout(TIMEOUT)
                .header("Content-Type", path.startsWith("/_bulk") ? "application/x-ndjson" : "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        String credentials = credentials();
        if (credentials != null) {
            request.header("Authorization", credentials);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException(method + " " + path + " answered " + response.statusCode() + ": "
                        + response.body()
                                .substring(0, Math.min(300, response.body().length())));
            }
            return json.readTree(response.body().isEmpty() ? "{}" : response.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private @Nullable String credentials() throws IOException {
        Path file = settings.passwordFile();
        if (settings.username() == null || file == null) {
            return null;
        }
        String login = settings.username() + ":" + Files.readString(file).strip();
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
