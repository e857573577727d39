package org.exchangehub.engines;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Keycloak's admin API as its bootstrap administrator. */
final class KeycloakAdmin implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CREATED = 201;
    private static final int BAD = 400;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String realm;
    private final String token;

    /** @param url of Keycloak, without a path */
    KeycloakAdmin(String url, String realm, String password) {
        this.realm = url + "/admin/realms/" + realm;
        String form =
                "grant_type=password&client_id=admin-cli&username=admin&password=" + URLEncoder.encode(password, UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(url + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        this.token =
                Json.parse(send("log in", request).body()).path("access_token").asText();
    }

    JsonNode get(String path) {
        return Json.parse(call("GET", path, BodyPublishers.noBody()).body());
    }

    /** Posts; answers with the id of what was made, empty when nothing was. */
    String post(String path, JsonNode body) {
        HttpResponse<String> answer = call("POST", path, BodyPublishers.ofString(body.toString()));
        String location = answer.headers().firstValue("Location").orElse("");
        return answer.statusCode() == CREATED ? location.substring(location.lastIndexOf('/') + 1) : "";
    }

    void put(String path) {
        call("PUT", path, BodyPublishers.noBody());
    }

    void delete(String path) {
        call("DELETE", path, BodyPublishers.noBody());
    }

    private HttpResponse<String> call(String method, String path, BodyPublisher body) {
        return send(
                method + " " + path,
                HttpRequest.newBuilder(URI.create(realm + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, body));
    }

    private HttpResponse<String> send(String what, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= BAD) {
                throw new Explained("Keycloak refuses to bring the realm up to date (" + what + "): status "
                        + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new Explained("Keycloak does not answer while the realm is brought up to date (" + what + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Explained("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
