package org.exchangehub.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@HubTest
class OpenApiTest {

    private static final Path CONTRACT = Path.of("..", "docs", "openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final HubClient hub;

    OpenApiTest(HubClient hub) {
        this.hub = hub;
    }

    @Test
    void isTheContractCheckedIn() throws IOException {
        var answer = hub.as("market-developer").get("/api/v1/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("openapi").asString()).startsWith("3.1");
        String current = JSON.writeValueAsString(answer.json()) + "\n";

        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(CONTRACT, current);
        }

        assertThat(current)
                .as("docs/openapi.json (a wanted change is written with -Dopenapi.update=true)")
                .isEqualTo(Files.readString(CONTRACT));
    }
}
