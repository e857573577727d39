package org.exchangehub.engines;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.exchangehub.engines.login.LoginFailed;
import org.exchangehub.engines.login.PersonLogin;
import org.exchangehub.engines.login.Realm;
import org.exchangehub.engines.testing.TestEngines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoginTests {

    private static Endpoints endpoints;
    private static String issuer;

    @BeforeAll
    static void startKeycloak() {
        issuer = TestEngines.shared().keycloak();
        endpoints = TestEngines.shared().endpoints();
    }

    @Test
    void logsAPersonInByTheCodeFlow() {
        JsonNode claims = claims(endpoints.personToken("market-steward"));

        assertThat(claims.path("aud").toString()).contains("exchange-hub");
        assertThat(claims.path("departments").toString()).isEqualTo("[\"/departments/market-supervision\"]");
        assertThat(claims.path("realm_access").path("roles").toString()).contains("steward");
        assertThat(claims.path("preferred_username").asText()).isEqualTo("market-steward");
    }

    @Test
    void logsAnApplicationInByASignedAssertion() {
        JsonNode claims = claims(endpoints.clientToken("app-licensing"));

        assertThat(claims.path("azp").asText()).isEqualTo("app-licensing");
        assertThat(claims.path("aud").toString()).contains("exchange-hub");
        assertThat(claims.path("departments").toString()).isEqualTo("[\"/departments/administrative-approval\"]");
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> new PersonLogin(new Realm(issuer), endpoints.hub()).token("authority", "wrong"))
                .isInstanceOf(LoginFailed.class)
                .hasMessageContaining("expected a redirect with a code");
    }

    @Test
    void letsInWhomAnOlderRealmLackedAfterTheNextStart() {
        KeycloakEngine keycloak = stack().keycloak;
        try (KeycloakAdmin admin = keycloak.admin()) {
            for (String path : List.of(
                    "/users/" + found(admin, "/users?exact=true&username=housing-developer"),
                    "/clients/" + found(admin, "/clients?clientId=app-housing"),
                    "/groups/"
                            + admin.get("/group-by-path/departments/housing")
                                    .path("id")
                                    .asText())) {
                admin.delete(path);
            }
        }
        keycloak.settle();

        JsonNode person = claims(endpoints.personToken("housing-developer"));
        assertThat(person.path("departments").toString()).isEqualTo("[\"/departments/housing\"]");
        assertThat(person.path("realm_access").path("roles").toString()).contains("developer");
        assertThat(claims(endpoints.personToken("housing-steward"))
                        .path("departments")
                        .toString())
                .as("someone who was there, but had lost the department with its group")
                .isEqualTo("[\"/departments/housing\"]");
        assertThat(claims(endpoints.clientToken("app-housing"))
                        .path("departments")
                        .toString())
                .isEqualTo("[\"/departments/housing\"]");
    }

    private static LocalStack stack() {
        Path state = requireNonNull(TestEngines.shared().secrets().getParent());
        return new LocalStack(state, Path.of("..").toAbsolutePath().normalize(), true, (engine, millis) -> {});
    }

    private static String found(KeycloakAdmin admin, String path) {
        return admin.get(path).path(0).path("id").asText();
    }

    private static JsonNode claims(String token) {
        return Json.parse(new String(
                Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'))),
                StandardCharsets.UTF_8));
    }
}
