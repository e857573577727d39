package org.exchangehub.core.contract;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registry behind Confluent's REST API, whoever made it: Apicurio locally, Confluent's or Apicurio in production. */
@Component
final class ConfluentRestRegistry implements SchemaRegistry {

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private final URI base;
    private final Duration timeout;
    private final HttpClient http;
    private final JsonMapper json = new JsonMapper();

    ConfluentRestRegistry(RegistryProperties properties) {
        this.base = URI.create(properties.url().toString().replaceFirst("/*$", "/"));
        this.timeout = properties.timeout();
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public List<String> subjects() {
        return strings(ok(get("subjects")));
    }

    @Override
    public List<Integer> versions(String subject) {
        Answer answer = get("subjects/" + encoded(subject) + "/versions");
        return answer.missing()
                ? List.of()
                : strings(ok(answer)).stream().map(Integer::valueOf).sorted().toList();
    }

    @Override
    public Optional<Registered> version(String subject, int version) {
        Answer answer = get("subjects/" + encoded(subject) + "/versions/" + version);
        return answer.missing() ? Optional.empty() : Optional.of(registered(ok(answer)));
    }

    @Override
    public Optional<String> schema(int id) {
        Answer answer = get("schemas/ids/" + id);
        return answer.missing()
                ? Optional.empty()
                : Optional.of(ok(answer).path("schema").asString());
    }

    @Override
    public Optional<Registered> lookup(String subject, String schema) {
        Answer answer = send("POST", "subjects/" + encoded(subject), Map.of("schema", schema));
        return answer.missing() ? Optional.empty() : Optional.of(registered(ok(answer)));
    }

    @Override
    public Registration register(String subject, String schema) {
        Answer answer = send("POST", "subjects/" + encoded(subject) + "/versions", Map.of("schema", schema));
        return switch (answer.status()) {
            case 409 -> new Registration.Incompatible(answer.message());
            case 422 -> new Registration.Invalid(answer.message());
            default -> new Registration.Registered(ok(answer).path("id").asInt());
        };
    }

    @Override
    public boolean compatible(String subject, String schema) {
        Answer answer = send(
                "POST",
                "compatibility/subjects/" + encoded(subject) + "/versions/latest?verbose=true",
                Map.of("schema", schema));
        return answer.missing() || ok(answer).path("is_compatible").asBoolean();
    }

    @Override
    public Optional<Compatibility> compatibility(String subject) {
        Answer answer = get("config/" + encoded(subject) + "?defaultToGlobal=false");
        if (answer.missing()) {
            return Optional.empty();
        }
        return Optional.of(
                Compatibility.valueOf(ok(answer).path("compatibilityLevel").asString()));
    }

    @Override
    public void setCompatibility(String subject, Compatibility level) {
        ok(send("PUT", "config/" + encoded(subject), Map.of("compatibility", level.name())));
    }

    @Override
    public void delete(String subject, int version) {
        deleteForGood("subjects/" + encoded(subject) + "/versions/" + version);
    }

    @Override
    public void delete(String subject) {
        deleteForGood("subjects/" + encoded(subject));
    }

    /** The API deletes softly first and for good only what is softly deleted already. */
    private void deleteForGood(String path) {
        for (String step : List.of(path, path + "?permanent=true")) {
            Answer answer = send("DELETE", step, null);
            if (!answer.missing()) {
                ok(answer);
            }
        }
    }

    private Answer get(String path) {
        return send("GET", path, null);
    }

    private Answer send(String method, String path, @Nullable Map<String, String> body) {
        BodyPublisher content =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body));
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(timeout)
                .header("Accept", MEDIA_TYPE + ", application/json")
                .header("Content-Type", MEDIA_TYPE)
                .method(method, content)
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(method + " " + request.uri(), response.statusCode(), parsed(response.body()));
        } catch (IOException e) {
            throw unavailable(method + " " + request.uri() + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(method + " " + request.uri() + " was interrupted", e);
        }
    }

    private JsonNode parsed(String body) {
        try {
            return body.isBlank() ? json.nullNode() : json.readTree(body);
        } catch (JacksonException e) {
            return json.nullNode();
        }
    }

    private static JsonNode ok(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw unavailable(answer.call() + " answered " + answer.status() + " " + answer.message(), null);
        }
        return answer.body();
    }

    private static HubProblem unavailable(String detail, @Nullable Throwable cause) {
        HubProblem problem = new HubProblem(
                ErrorCode.REGISTRY_UNAVAILABLE, "The schema registry cannot be used, nothing was changed: " + detail);
        if (cause != null) {
            problem.initCause(cause);
        }
        return problem;
    }

    private static Registered registered(JsonNode node) {
        return new Registered(
                node.path("subject").asString(),
                node.path("version").asInt(),
                node.path("id").asInt(),
                node.path("schema").asString());
    }

    private static List<String> strings(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asString()));
        return List.copyOf(values);
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record Answer(String call, int status, JsonNode body) {

        boolean missing() {
            return status == 404;
        }

        String message() {
            return body.path("message").asString("");
        }
    }
}
