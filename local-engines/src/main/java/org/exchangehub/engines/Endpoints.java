package org.exchangehub.engines;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.exchangehub.engines.login.ClientLogin;
import org.exchangehub.engines.login.PersonLogin;
import org.exchangehub.engines.login.Realm;

/** Where everything of an installation answers, and who can log in. */
public final class Endpoints {

    private static final int FIRST_DEPARTMENT_PORT = 8290;

    private final StateDirectory state;
    private final URI hub;
    private final KeycloakEngine keycloak;
    private final PostgresEngine postgres;
    private final RegistryEngine registry;
    private final ElasticsearchEngine elasticsearch;
    private final NifiEngine nifi;
    private final Ports ports;
    private final Secrets secrets;

    Endpoints(
            StateDirectory state,
            String hub,
            KeycloakEngine keycloak,
            PostgresEngine postgres,
            RegistryEngine registry,
            ElasticsearchEngine elasticsearch,
            NifiEngine nifi,
            Ports ports,
            Secrets secrets) {
        this.state = state;
        this.hub = URI.create(hub);
        this.keycloak = keycloak;
        this.postgres = postgres;
        this.registry = registry;
        this.elasticsearch = elasticsearch;
        this.nifi = nifi;
        this.ports = ports;
        this.secrets = secrets;
    }

    public URI hub() {
        return hub;
    }

    public URI keycloak() {
        return URI.create(keycloak.url());
    }

    public URI registry() {
        return URI.create(registry.url());
    }

    public URI elasticsearch() {
        return URI.create(elasticsearch.url());
    }

    public URI nifi() {
        return URI.create(nifi.url());
    }

    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    public String databasePassword(String role) {
        return postgres.password(role);
    }

    /** Where a department's own API is to be served in the demonstration; the same address each time. */
    public URI departmentApi(String department) {
        return URI.create("http://localhost:" + ports.of(department + "-api", FIRST_DEPARTMENT_PORT));
    }

    /** The key by which that API knows its callers. */
    public String departmentApiKey(String department) {
        return secrets.password("apis/" + department);
    }

    /** An access token of a person of the local realm, by a real login. */
    public String personToken(String username) {
        return new PersonLogin(new Realm(keycloak.issuer()), hub).token(username, password(username));
    }

    /** The password of a person of the local realm. */
    public String password(String username) {
        return StateDirectory.read(state.secrets().resolve("people").resolve(username));
    }

    /** An access token of a client whose key lies among the secrets. */
    public String clientToken(String clientId) {
        return new ClientLogin(new Realm(keycloak.issuer()), Clock.systemUTC()).token(clientId, clientKey(clientId));
    }

    public Path clientKey(String clientId) {
        return state.secrets().resolve("clients").resolve(clientId + ".key.pem");
    }
}
