package org.exchangehub.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hub's HTTP API as anybody else sees it. */
public final class HubApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");

    private final URI hub;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /**
     * The API of the hub at an address.
     *
     * @param hub base address of the hub, without a path
     */
    public HubApi(URI hub) {
        this.hub = hub;
    }

    public URI hub() {
        return hub;
    }

    public Answer get(Actor actor, String path) {
        return call(actor, "GET", path, null);
    }

    public Answer post(Actor actor, String path, @Nullable JsonNode body) {
        return call(actor, "POST", path, body);
    }

    public Answer put(Actor actor, String path, JsonNode body) {
        return call(actor, "PUT", path, body);
    }

    /** Puts a file. */
    public Answer put(Actor actor, String path, String mediaType, byte[] content) {
        HttpRequest.Builder request = HttpRequest.newBuilder(hub.resolve(path))
                .timeout(PATIENCE)
                .PUT(BodyPublishers.ofByteArray(content))
                .header("Authorization", "Bearer " + actor.token())
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", mediaType);
        actor.headers().forEach(request::header);
        return send(request.build());
    }

    public Answer delete(Actor actor, String path) {
        return call(actor, "DELETE", path, null);
    }

    private Answer call(Actor actor, String method, String path, @Nullable JsonNode body) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(hub.resolve(path))
                .timeout(PATIENCE)
                .method(method, publisher)
                .header("Authorization", "Bearer " + actor.token())
                .header("Accept", "application/json, application/problem+json, text/plain");
        actor.headers().forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.build());
    }

    /** Sends a request as it is, for calls that are wrong on purpose. */
    public Answer send(HttpRequest request) {
        String call = request.method() + " " + request.uri().getPath()
                + (request.uri().getQuery() == null ? "" : "?" + request.uri().getQuery());
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            Optional<String> next = response.headers().allValues("Link").stream()
                    .map(NEXT::matcher)
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(1))
                    .findFirst();
            return new Answer(
                    call,
                    response.statusCode(),
                    parse(response.body()),
                    response.headers().firstValue("Hub-Evidence"),
                    next);
        } catch (IOException e) {
            throw new UncheckedIOException(call + ": the hub did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken(call + ": interrupted", e);
        }
    }

    private static JsonNode parse(String body) {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.getNodeFactory().textNode(body);
        }
    }
}
