package org.exchangehub.nifi.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Sends requests to the hub as one client, repeats what may succeed later, and turns refusals into {@link HubRefused}. */
final class HubClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> NOT_NOW = Set.of(408, 425, 429);
    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_MODIFIED = 304;

    /**
     * Where the hub is and how patient to be.
     *
     * @param hub without a trailing slash
     * @param timeout of one attempt
     * @param cacheTime how long a document is used unasked
     */
    record Settings(URI hub, Duration timeout, Duration cacheTime, BackOff backOff) {}

    private record Document(String body, @Nullable String etag, long readAtMillis) {}

    /** The network or the server failed; the server may have asked for a pause. */
    private static final class NotNow extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient @Nullable Duration asked;

        NotNow(String message, @Nullable Duration asked) {
            super(message);
            this.asked = asked;
        }
    }

    private final HttpClient http;
    private final AccessTokens tokens;
    private final Settings settings;
    private final Clock clock;
    private final Map<String, Document> documents = new ConcurrentHashMap<>();

    HubClient(HttpClient http, AccessTokens tokens, Settings settings, Clock clock) {
        this.http = http;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    HubAnswer send(HubRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(request);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new HubUnavailable("stopped while waiting for the hub", e);
            } catch (IOException e) {
                Duration asked = e instanceof NotNow notNow ? notNow.asked : null;
                Duration pause = settings.backOff().after(attempt, asked, ThreadLocalRandom.current());
                if (pause == null) {
                    throw new HubUnavailable(
                            request.method() + " " + settings.hub() + request.path() + ": " + reason(e) + " (attempt "
                                    + attempt + ")",
                            e);
                }
                sleep(pause);
            }
        }
    }

    String document(String path) {
        Document held = documents.get(path);
        long now = clock.millis();
        if (held != null && now - held.readAtMillis() < settings.cacheTime().toMillis()) {
            return held.body();
        }
        String etag = held == null ? null : held.etag();
        HubAnswer answer =
                send(new HubRequest("GET", path, etag == null ? Map.of() : Map.of("If-None-Match", etag), null));
        boolean same = held != null
                && (answer.status() == NOT_MODIFIED || answer.body().equals(held.body()));
        String body = same && held != null ? held.body() : answer.body();
        String newTag = answer.etag() == null ? etag : answer.etag();
        documents.put(path, new Document(body, newTag, now));
        return body;
    }

    private HubAnswer once(HubRequest request) throws IOException, InterruptedException {
        String token = tokens.current();
        HttpResponse<String> response = exchange(request, token);
        if (response.statusCode() == UNAUTHORIZED) {
            tokens.reject(token);
            response = exchange(request, tokens.current());
        }
        int status = response.statusCode();
        if (status >= SERVER_ERROR || NOT_NOW.contains(status)) {
            throw new NotNow("answered " + status + detail(response.body()), retryAfter(response));
        }
        if (status >= CLIENT_ERROR) {
            throw refusal(status, response.body());
        }
        return new HubAnswer(
                status, response.body(), response.headers().firstValue("ETag").orElse(null));
    }

    private HttpResponse<String> exchange(HubRequest request, String token) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(settings.hub() + request.path()))
                .timeout(settings.timeout())
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
        request.headers().forEach(builder::header);
        HubRequest.Body body = request.body();
        if (body == null) {
            return receive(builder.method(request.method(), BodyPublishers.noBody()));
        }
        builder.header("Content-Type", body.contentType());
        try (InputStream in = body.content().open()) {
            return receive(builder.method(
                    request.method(),
                    BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> in), body.length())));
        }
    }

    private HttpResponse<String> receive(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HubRefused refusal(int status, String body) {
        JsonNode problem = json(body);
        String code = problem.path("code").asText(Integer.toString(status));
        return new HubRefused(
                status,
                code,
                problem.path("detail").asText(problem.path("title").asText("no reason given")));
    }

    private static String detail(String body) {
        String detail = json(body).path("detail").asText("");
        return detail.isEmpty() ? "" : ": " + detail;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    /** Seconds only: the hub sends no dates here (RFC 9110 §10.2.3 knows both). */
    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        Optional<String> value = response.headers().firstValue("Retry-After");
        return value.filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubUnavailable("stopped while waiting for the hub", e);
        }
    }
}
