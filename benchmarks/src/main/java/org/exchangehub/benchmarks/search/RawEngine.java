package org.exchangehub.benchmarks.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** Elasticsearch by its bare HTTP interface: what the hub's projection is compared with. */
final class RawEngine {

    static final String HUBS = "hub-audit";
    static final String RAW = "raw-audit";

    /** Seconds the hub has to find its engine. */
    private static final int PATIENCE = 60;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String credentials;

    RawEngine(Map<String, String> access) {
        this.url = Objects.requireNonNull(access.get("url"), "url");
        this.credentials = "Basic "
                + Base64.getEncoder()
                        .encodeToString((access.get("username") + ":" + access.get("password"))
                                .getBytes(StandardCharsets.UTF_8));
    }

    /** Makes an empty index with the settings and the mapping that the hub's has, as soon as there is that one. */
    void createLikeTheHubs() {
        for (int tried = 0;
                tried < PATIENCE
                        && send("GET", "/_cat/aliases/" + HUBS + "?format=json", "")
                                .isEmpty();
                tried++) {
            pause();
        }
        JsonNode made = send("GET", "/" + HUBS, "").elements().next();
        ObjectNode index = JSON.createObjectNode();
        index.set("mappings", made.get("mappings"));
        ObjectNode settings = index.putObject("settings");
        for (String each : new String[] {"number_of_shards", "auto_expand_replicas", "refresh_interval", "sort"}) {
            settings.set(each, made.at("/settings/index/" + each));
        }
        send("PUT", "/" + RAW, index.toString());
    }

    /** One request of {@code _bulk}; refuses an answer that tells of errors. */
    void bulk(String lines) {
        if (send("POST", "/" + RAW + "/_bulk", lines).path("errors").asBoolean(true)) {
            throw new IllegalStateException("_bulk told of errors");
        }
    }

    /** The document of an entry as the hub's projection holds it. */
    JsonNode document(long index) {
        return send("GET", "/" + HUBS + "/_doc/" + index, "").path("_source");
    }

    /** The highest index that searches find now; -1 if there is none. */
    long highest() {
        return send(
                        "POST",
                        "/" + HUBS + "/_search",
                        "{\"size\":1,\"sort\":[{\"index\":\"desc\"}],\"_source\":[\"index\"]}")
                .at("/hits/hits/0/_source/index")
                .asLong(-1);
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private JsonNode send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", credentials)
                .header("Content-Type", path.endsWith("_bulk") ? "application/x-ndjson" : "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
