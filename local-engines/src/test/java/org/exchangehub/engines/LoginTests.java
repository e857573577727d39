package org.exchangehub.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

    private static JsonNode claims(String token) {
        return Json.parse(new String(
                Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'))),
                StandardCharsets.UTF_8));
    }
}
