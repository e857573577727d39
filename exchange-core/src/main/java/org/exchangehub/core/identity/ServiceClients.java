package org.exchangehub.core.identity;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.springframework.stereotype.Component;

/** Service accounts of sources and applications in the identity provider, one each, with just the claims they need. */
@Component
public class ServiceClients {

    private static final String GROUPS = "/departments/";

    private final KeycloakRealm keycloak;
    private final IdentitySettings settings;
    private final AuditLog log;

    ServiceClients(KeycloakRealm keycloak, IdentitySettings settings, AuditLog log) {
        this.keycloak = keycloak;
        this.settings = settings;
        this.log = log;
    }

    /**
     * Creates a client that authenticates by private_key_jwt and puts its service account into the department's group.
     * A second call with the same id sets the certificate and the group anew.
     *
     * @param certificate the client's X.509 certificate in PEM
     * @param who had it made
     * @throws HubProblem with {@code IDENTITY_UNAVAILABLE} when the identity provider does not answer as expected
     */
    public void create(String clientId, String department, String certificate, Who who) {
        log.append(AuditFact.of(Auditable.CLIENT_CREATED, who)
                .detail("client", clientId)
                .detail("department", department)
                .build());
        ClientRepresentation wanted = client(clientId, "client-jwt");
        wanted.setAttributes(Map.of(
                "jwt.credential.certificate",
                certificate
                        .replace("-----BEGIN CERTIFICATE-----", "")
                        .replace("-----END CERTIFICATE-----", "")
                        .replaceAll("\\s", "")));
        put(clientId, department, wanted);
    }

    /**
     * Creates an application's client, or gives it these credentials instead of those it has.
     *
     * @param jwks the public keys it may sign with, as a JWK set
     * @param secret what it authenticates by instead; null when it signs
     */
    void createApplication(String clientId, String department, String jwks, @Nullable String secret) {
        ClientRepresentation wanted = client(clientId, secret == null ? "client-jwt" : "client-secret");
        wanted.setAttributes(keys(jwks));
        if (secret != null) {
            wanted.setSecret(secret);
        }
        put(clientId, department, wanted);
    }

    /** Gives a client these public keys instead of those it has. */
    void setKeys(String clientId, String jwks) {
        asked(
                "change the keys of " + clientId,
                realm -> idOf(realm, clientId).ifPresent(id -> {
                    ClientRepresentation client = realm.clients().get(id).toRepresentation();
                    Map<String, String> attributes = new HashMap<>(client.getAttributes());
                    attributes.putAll(keys(jwks));
                    client.setAttributes(attributes);
                    realm.clients().get(id).update(client);
                }));
    }

    /** Takes a client's means to get tokens away; one that does not exist is no error. */
    void disable(String clientId) {
        asked(
                "disable the client " + clientId,
                realm -> idOf(realm, clientId).ifPresent(id -> {
                    ClientRepresentation client = realm.clients().get(id).toRepresentation();
                    client.setEnabled(false);
                    realm.clients().get(id).update(client);
                }));
    }

    private static Map<String, String> keys(String jwks) {
        return Map.of(
                "use.jwks.string", "true",
                "use.jwks.url", "false",
                "jwks.string", jwks,
                "jwt.credential.certificate", "");
    }

    private void put(String clientId, String department, ClientRepresentation wanted) {
        asked("create the client " + clientId, realm -> {
            String id = idOf(realm, clientId).orElse(null);
            if (id == null) {
                try (Response response = realm.clients().create(wanted)) {
                    id = CreatedResponseUtil.getCreatedId(response);
                }
            } else {
                realm.clients().get(id).update(wanted);
            }
            String account = realm.clients().get(id).getServiceAccountUser().getId();
            realm.users().get(account).joinGroup(groupOf(realm, department));
        });
    }

    /** The department whose group the client's service account is in; empty when there is no such client, or no provider. */
    Optional<String> departmentOf(String clientId) {
        if (!keycloak.configured()) {
            return Optional.empty();
        }
        AtomicReference<@Nullable String> found = new AtomicReference<>();
        asked(
                "look up the client " + clientId,
                realm -> idOf(realm, clientId).ifPresent(id -> {
                    String account =
                            realm.clients().get(id).getServiceAccountUser().getId();
                    realm.users().get(account).groups().stream()
                            .map(GroupRepresentation::getPath)
                            .filter(path -> path.startsWith(GROUPS))
                            .map(path -> path.substring(GROUPS.length()))
                            .findFirst()
                            .ifPresent(found::set);
                }));
        return Optional.ofNullable(found.get());
    }

    /**
     * Deletes a client and its service account; one that does not exist is no error.
     *
     * @param who had it deleted
     */
    public void delete(String clientId, Who who) {
        log.append(AuditFact.of(Auditable.CLIENT_DELETED, who)
                .detail("client", clientId)
                .build());
        asked(
                "delete the client " + clientId,
                realm -> idOf(realm, clientId)
                        .ifPresent(id -> realm.clients().get(id).remove()));
    }

    private void asked(String what, Consumer<RealmResource> call) {
        try {
            call.accept(keycloak.realm());
        } catch (WebApplicationException | ProcessingException refused) {
            throw unavailable("The identity provider did not " + what + ": " + refused.getMessage() + ".", refused);
        }
    }

    private static Optional<String> idOf(RealmResource realm, String clientId) {
        return realm.clients().findByClientId(clientId).stream()
                .map(ClientRepresentation::getId)
                .findFirst();
    }

    private static String groupOf(RealmResource realm, String department) {
        GroupRepresentation group = realm.getGroupByPath("departments/" + department);
        return group.getId();
    }

    private ClientRepresentation client(String clientId, String authenticator) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setEnabled(true);
        client.setPublicClient(false);
        client.setStandardFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(true);
        client.setFullScopeAllowed(false);
        client.setClientAuthenticatorType(authenticator);
        client.setProtocolMappers(List.of(
                mapper(
                        "hub-audience",
                        "oidc-audience-mapper",
                        Map.of("included.custom.audience", settings.audience(), "access.token.claim", "true")),
                mapper(
                        "departments",
                        "oidc-group-membership-mapper",
                        Map.of("claim.name", "departments", "full.path", "true", "access.token.claim", "true"))));
        return client;
    }

    private static ProtocolMapperRepresentation mapper(String name, String type, Map<String, String> config) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(name);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(type);
        mapper.setConfig(config);
        return mapper;
    }

    private static HubProblem unavailable(String detail, Throwable cause) {
        HubProblem problem = new HubProblem(ErrorCode.IDENTITY_UNAVAILABLE, detail);
        problem.initCause(cause);
        return problem;
    }
}
