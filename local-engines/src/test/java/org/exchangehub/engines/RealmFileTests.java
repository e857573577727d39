package org.exchangehub.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmFileTests {

    @TempDir
    Path root;

    private JsonNode realm;

    @BeforeEach
    void firstStart() {
        Secrets secrets = new Secrets(new StateDirectory(root));
        realm = new RealmFile(secrets, new Certificates(secrets, Clock.systemUTC()), "http://localhost:8080").json();
    }

    @Test
    void hasAPersonInEveryRoleAndEachInADepartment() {
        assertThat(elements(realm.at("/roles/realm"))
                        .map(role -> role.path("name").asText()))
                .allSatisfy(role -> assertThat(people().flatMap(person -> elements(person.path("realmRoles"))))
                        .anyMatch(given -> given.asText().equals(role)));
        assertThat(people())
                .hasSize(19)
                .allSatisfy(person -> assertThat(elements(person.path("groups")))
                        .singleElement()
                        .satisfies(group -> assertThat(group.asText()).matches("/departments/[a-z-]+")));
    }

    @Test
    void namesDepartmentsWithTheirCreditCodeAndTitles() {
        assertThat(elements(realm.at("/groups/0/subGroups"))).hasSize(6).allSatisfy(group -> {
            assertThat(group.at("/attributes/uscc/0").asText()).hasSize(18);
            assertThat(group.at("/attributes/title_zh/0").asText()).endsWith("局");
            assertThat(group.at("/attributes/title_en/0").asText()).endsWith("Bureau");
        });
    }

    @Test
    void putsAudienceAndDepartmentsIntoEveryClientsTokens() {
        assertThat(elements(realm.path("clients"))).hasSize(5).allSatisfy(client -> {
            assertThat(elements(client.path("protocolMappers"))
                            .map(mapper -> mapper.at("/config/included.custom.audience")
                                    .asText("")))
                    .contains("exchange-hub");
            assertThat(elements(client.path("protocolMappers"))
                            .map(mapper -> mapper.at("/config/claim.name").asText("")))
                    .contains("departments");
        });
    }

    @Test
    void letsNobodyInByPasswordGrantAndNoServiceBySecret() {
        assertThat(elements(realm.path("clients"))).allSatisfy(client -> {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(false))
                    .isFalse();
            assertThat(client.has("secret")).isFalse();
            if (!client.path("publicClient").asBoolean()) {
                assertThat(client.path("clientAuthenticatorType").asText()).isEqualTo("client-jwt");
                assertThat(client.at("/attributes/jwt.credential.certificate").asText())
                        .isNotEmpty();
            }
        });
    }

    @Test
    void leavesKeycloaksBuiltInScopesAsTheyAre() {
        assertThat(realm.has("clientScopes")).isFalse();
        assertThat(realm.path("organizationsEnabled").asBoolean()).isFalse();
    }

    private Stream<JsonNode> people() {
        return elements(realm.path("users")).filter(user -> !user.has("serviceAccountClientId"));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
