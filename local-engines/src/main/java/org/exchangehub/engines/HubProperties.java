package org.exchangehub.engines;

import java.util.LinkedHashMap;
import java.util.Map;

/** exchange-core's configuration for this installation: addresses of the engines, files with secrets. */
final class HubProperties {

    private final StateDirectory state;
    private final Ports ports;
    private final PostgresEngine postgres;
    private final KeycloakEngine keycloak;
    private final ElasticsearchEngine elasticsearch;
    private final RegistryEngine registry;
    private final NifiEngine nifi;
    private final Certificates certificates;

    HubProperties(
            StateDirectory state,
            Ports ports,
            PostgresEngine postgres,
            KeycloakEngine keycloak,
            ElasticsearchEngine elasticsearch,
            RegistryEngine registry,
            NifiEngine nifi,
            Certificates certificates) {
        this.state = state;
        this.ports = ports;
        this.postgres = postgres;
        this.keycloak = keycloak;
        this.elasticsearch = elasticsearch;
        this.registry = registry;
        this.nifi = nifi;
        this.certificates = certificates;
    }

    /** The log's name in checkpoints and receipts. */
    private String origin() {
        return "localhost:" + ports.of("hub", 8080) + "/log";
    }

    String url() {
        return "http://localhost:" + ports.of("hub", 8080);
    }

    /** All keys, for a hub on this database. */
    Map<String, String> of(String database) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("server.address", Engine.LOOPBACK);
        all.put("server.port", String.valueOf(ports.of("hub", 8080)));
        all.put("hub.url", url());
        all.put("hub.state-directory", state.data("exchange-core").toString());
        all.put("hub.spool-directory", state.data("spool").toString());
        all.put("hub.database.url", postgres.jdbcUrl(database));
        for (String role : new String[] {"owner", "release", "reader", "log", "eraser"}) {
            all.put("hub.database." + role + ".username", "hub_" + role);
            all.put(
                    "hub.database." + role + ".password-file",
                    postgres.passwordFile("hub_" + role).toString());
        }
        all.put("hub.identity.issuer", keycloak.issuer());
        all.put("hub.identity.audience", "exchange-hub");
        certificates.clientCertificate("hub-admin");
        all.put("hub.identity.admin.client", "hub-admin");
        all.put(
                "hub.identity.admin.key-file",
                state.secrets().resolve("clients/hub-admin.key.pem").toString());
        all.put("hub.audit.origin", origin());
        all.put("hub.audit.signing-key-file", certificates.logKey(origin()).toString());
        all.put("hub.tokens.secret-file", certificates.tokenSecret().toString());
        all.put("hub.notices.webhook-secret-file", certificates.webhookSecret().toString());
        all.put("hub.search.url", elasticsearch.url());
        all.put("hub.search.username", ElasticsearchEngine.USERNAME);
        all.put("hub.search.password-file", elasticsearch.passwordFile().toString());
        all.put("hub.registry.url", registry.url());
        all.put("hub.flow.nifi.url", nifi.url());
        all.put(
                "hub.flow.nifi.key-store",
                certificates
                        .keyStore(NifiEngine.IDENTITY, NifiEngine.IDENTITY, false)
                        .toString());
        all.put(
                "hub.flow.nifi.key-store-password-file",
                certificates.passwordFile(NifiEngine.IDENTITY).toString());
        all.put("hub.flow.nifi.trust-store", certificates.trustStore().toString());
        all.put(
                "hub.flow.nifi.trust-store-password-file",
                certificates.passwordFile("truststore").toString());
        all.put("hub.flow.hub-url", url());
        return all;
    }
}
