package org.exchangehub.engines;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * The local realm as Keycloak imports it: the {@link RealmCast} and the hub's own clients. Departments are groups, not
 * Keycloak organizations, which would split the login page in two; mappers sit on the clients, because a list of client
 * scopes in the file would replace the built-in ones.
 */
final class RealmFile {

    private static final int ACCESS_TOKEN_SECONDS = 300;

    private final Secrets secrets;
    private final Certificates certificates;
    private final String hubUrl;

    RealmFile(Secrets secrets, Certificates certificates, String hubUrl) {
        this.secrets = secrets;
        this.certificates = certificates;
        this.hubUrl = hubUrl;
    }

    ObjectNode json() {
        ObjectNode realm = Json.object()
                .put("realm", KeycloakEngine.REALM)
                .put("displayName", "政务数据共享交换平台")
                .put("enabled", true)
                .put("sslRequired", "external")
                .put("organizationsEnabled", false)
                .put("registrationAllowed", false)
                .put("bruteForceProtected", true)
                .put("internationalizationEnabled", true)
                .put("defaultLocale", "zh-CN")
                .put("accessTokenLifespan", ACCESS_TOKEN_SECONDS);
        realm.putArray("supportedLocales").add("zh-CN").add("en");
        ArrayNode roles = realm.putObject("roles").putArray("realm");
        RealmCast.ROLES.forEach(role -> roles.addObject().put("name", role));
        groups(realm.putArray("groups"));
        users(realm.putArray("users"));
        clients(realm.putArray("clients"));
        return realm;
    }

    private static void groups(ArrayNode groups) {
        ArrayNode departments = groups.addObject().put("name", "departments").putArray("subGroups");
        RealmCast.DEPARTMENTS.forEach(department -> departments.add(group(department)));
    }

    static ObjectNode group(RealmCast.Department department) {
        ObjectNode group = Json.object().put("name", department.code());
        ObjectNode attributes = group.putObject("attributes");
        attributes.putArray("uscc").add(department.uscc());
        attributes.putArray("title_zh").add(department.zh());
        attributes.putArray("title_en").add(department.en());
        return group;
    }

    private void users(ArrayNode users) {
        RealmCast.PEOPLE.forEach(person -> users.add(user(person)));
        RealmCast.APPLICATIONS.forEach(application -> serviceAccount(users, application.client())
                .putArray("groups")
                .add("/departments/" + application.department()));
        ArrayNode management =
                serviceAccount(users, "hub-admin").putObject("clientRoles").putArray("realm-management");
        List.of(
                        "manage-clients",
                        "view-clients",
                        "query-clients",
                        "manage-users",
                        "view-users",
                        "query-users",
                        "query-groups",
                        "view-realm")
                .forEach(management::add);
    }

    ObjectNode user(RealmCast.Person person) {
        ObjectNode user = Json.object()
                .put("username", person.username())
                .put("enabled", true)
                .put("email", person.username() + "@example.org")
                .put("emailVerified", true)
                .put("firstName", person.givenName())
                .put("lastName", person.familyName());
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", secrets.password("people/" + person.username()))
                .put("temporary", false);
        user.putArray("realmRoles").add(person.role());
        user.putArray("groups").add("/departments/" + person.department());
        return user;
    }

    private static ObjectNode serviceAccount(ArrayNode users, String clientId) {
        return users.addObject()
                .put("username", "service-account-" + clientId)
                .put("enabled", true)
                .put("serviceAccountClientId", clientId);
    }

    private void clients(ArrayNode clients) {
        ObjectNode pages = clients.addObject()
                .put("clientId", "catalog-ui")
                .put("enabled", true)
                .put("publicClient", true)
                .put("standardFlowEnabled", true)
                .put("directAccessGrantsEnabled", false)
                .put("rootUrl", hubUrl);
        pages.putArray("redirectUris").add(hubUrl + "/*");
        pages.putArray("webOrigins").add("+");
        pages.putObject("attributes")
                .put("pkce.code.challenge.method", "S256")
                .put("post.logout.redirect.uris", hubUrl + "/*");
        mappers(pages.putArray("protocolMappers"));
        RealmCast.APPLICATIONS.forEach(application -> clients.add(service(application.client())));
        clients.add(service("hub-admin"));
    }

    /** A client that proves itself by a signed assertion (private_key_jwt, RFC 7523). */
    ObjectNode service(String clientId) {
        ObjectNode client = Json.object();
        client.put("clientId", clientId)
                .put("enabled", true)
                .put("publicClient", false)
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false)
                .put("clientAuthenticatorType", "client-jwt");
        client.putObject("attributes")
                .put("jwt.credential.certificate", certificateOf(clientId))
                .put("token.endpoint.auth.signing.alg", "RS256");
        mappers(client.putArray("protocolMappers"));
        return client;
    }

    private String certificateOf(String clientId) {
        try {
            return Files.readString(certificates.clientCertificate(clientId))
                    .replaceAll("-----[A-Z ]+-----", "")
                    .replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hub's audience, and the departments as full group paths. */
    private static void mappers(ArrayNode mappers) {
        mappers.addObject()
                .put("name", "hub-audience")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper")
                .putObject("config")
                .put("included.custom.audience", "exchange-hub")
                .put("access.token.claim", "true")
                .put("id.token.claim", "false")
                .put("introspection.token.claim", "true");
        mappers.addObject()
                .put("name", "departments")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-group-membership-mapper")
                .putObject("config")
                .put("claim.name", "departments")
                .put("full.path", "true")
                .put("access.token.claim", "true")
                .put("id.token.claim", "true")
                .put("userinfo.token.claim", "true");
    }
}
