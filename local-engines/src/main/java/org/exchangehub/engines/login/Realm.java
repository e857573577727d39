package org.exchangehub.engines.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A Keycloak realm, by its issuer address. */
public final class Realm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String issuer;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * The realm of an issuer.
     *
     * @param issuer such as {@code http://localhost:8180/realms/hub}
     */
    public Realm(String issuer) {
        this.issuer = issuer;
    }

    String issuer() {
        return issuer;
    }

    URI authorizationEndpoint(Map<String, String> query) {
        return URI.create(issuer + "/protocol/openid-connect/auth?" + new Form(query).encoded());
    }

    String tokenEndpoint() {
        return issuer + "/protocol/openid-connect/token";
    }

    /** Asks the token endpoint; returns the access token. */
    String token(Map<String, String> fields) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(tokenEndpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(new Form(fields).encoded())));
        if (response.statusCode() != 200) {
            throw new LoginFailed("token endpoint of " + issuer + ": expected status 200, found "
                    + response.statusCode() + ": " + response.body());
        }
        try {
            JsonNode token = JSON.readTree(response.body());
            return token.path("access_token").asText();
        } catch (IOException e) {
            throw new LoginFailed("token endpoint of " + issuer + " did not answer with JSON", e);
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LoginFailed(issuer + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoginFailed("interrupted", e);
        }
    }
}
