package org.exchangehub.nifi.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A client's access tokens, by client credentials with private_key_jwt (RFC 7523 §2.2). One token serves all threads until
 * shortly before it expires.
 */
final class AccessTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ASSERTION_LIVES = Duration.ofSeconds(60);
    private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(20);
    private static final long LIFE_WHEN_UNSAID = 60;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;

    private final HttpClient http;
    private final URI endpoint;
    private final String client;
    private final SigningKey key;
    private final Clock clock;
    private final Duration timeout;
    private @Nullable Token token;

    private record Token(String value, Instant renewAt) {}

    AccessTokens(HttpClient http, URI endpoint, String client, SigningKey key, Clock clock, Duration timeout) {
        this.http = http;
        this.endpoint = endpoint;
        this.client = client;
        this.key = key;
        this.clock = clock;
        this.timeout = timeout;
    }

    /**
     * A token that is valid now.
     *
     * @throws HubRefused when the identity server does not accept the client
     * @throws IOException when it does not answer or answers 429 or 5xx
     */
    synchronized String current() throws IOException, InterruptedException {
        Token held = token;
        if (held == null || !clock.instant().isBefore(held.renewAt())) {
            held = request();
            token = held;
        }
        return held.value();
    }

    /** Drops a token the hub did not accept, so that the next one is new. */
    synchronized void reject(String value) {
        if (token != null && token.value().equals(value)) {
            token = null;
        }
    }

    private Token request() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form()))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() >= SERVER_ERROR || response.statusCode() == TOO_MANY) {
            throw new IOException("the identity server answered " + response.statusCode());
        }
        JsonNode answer = json(response.body());
        String value = answer.path("access_token").asText("");
        if (value.isEmpty()) {
            throw new HubRefused(
                    401,
                    "TOKEN_REFUSED",
                    "the identity server does not accept client " + client + ": "
                            + answer.path("error").asText("status " + response.statusCode()) + " "
                            + answer.path("error_description").asText(""));
        }
        Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(LIFE_WHEN_UNSAID));
        Duration margin = life.compareTo(RENEW_BEFORE_END.multipliedBy(2)) > 0 ? RENEW_BEFORE_END : life.dividedBy(2);
        return new Token(value, clock.instant().plus(life.minus(margin)));
    }

    private String form() {
        return Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        assertion())
                .entrySet()
                .stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String assertion() {
        Instant now = clock.instant();
        String input = base64(Map.of("alg", key.algorithm(), "typ", "JWT"))
                + "."
                + base64(Map.of(
                        "iss", client,
                        "sub", client,
                        "aud", endpoint.toString(),
                        "jti", UUID.randomUUID().toString(),
                        "iat", now.getEpochSecond(),
                        "exp", now.plus(ASSERTION_LIVES).getEpochSecond()));
        return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(input));
    }

    private static String base64(Map<String, Object> claims) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(claims));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
