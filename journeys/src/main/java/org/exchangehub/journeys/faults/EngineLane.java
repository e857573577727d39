package org.exchangehub.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Takes the other engines away for a while and lets Keycloak sign with new keys; NiFi is away for the whole run. */
final class EngineLane extends FaultLane {

    private static final List<String> ENGINES = List.of("registry", "elasticsearch", "keycloak");

    private final HttpClient http = HttpClient.newHttpClient();
    private int turn;

    EngineLane(Bed bed, Tally injected, long seed, BooleanSupplier enough) {
        super(bed, injected, seed, enough);
    }

    @Override
    void strike() throws IOException, InterruptedException {
        pause(6_000, 15_000);
        String engine = ENGINES.get(turn % ENGINES.size());
        turn++;
        int dice = random.nextInt(100);
        if (engine.equals("keycloak") && dice < 40) {
            rotate();
            injected.add("Keycloak signs with a new key");
        } else if (dice < 75) {
            injected.add("outage of " + engine + " (halted 3–10 s)");
            bed.stack.halt(engine);
            pause(3_000, 10_000);
            bed.stack.resume(engine);
        } else {
            injected.add("outage of " + engine + " (killed and started again)");
            bed.stack.kill(engine);
            bed.stack.start(engine);
        }
    }

    /** A key provider of higher priority: tokens made from now on name a key the hub has not seen. */
    private void rotate() throws IOException, InterruptedException {
        String password = Files.readString(bed.stack.state().secrets().resolve("keycloak-admin"))
                .strip();
        String form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        String token = send(
                        "/realms/master/protocol/openid-connect/token", "application/x-www-form-urlencoded", "", form)
                .path("access_token")
                .asText();
        ObjectNode provider = Journal.JSON
                .createObjectNode()
                .put("name", "rotated-" + turn)
                .put("providerId", "rsa-generated")
                .put("providerType", "org.keycloak.keys.KeyProvider");
        ObjectNode config = provider.putObject("config");
        config.putArray("priority").add(String.valueOf(1_000 + turn));
        config.putArray("enabled").add("true");
        config.putArray("active").add("true");
        config.putArray("algorithm").add("RS256");
        send("/admin/realms/hub/components", "application/json", token, provider.toString());
    }

    private JsonNode send(String path, String type, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(bed.endpoints.keycloak() + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("Keycloak answered " + answer.statusCode() + " " + answer.body());
        }
        return Journal.JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
    }

    @Override
    void mend() {
        ENGINES.forEach(bed.stack::start);
    }
}
