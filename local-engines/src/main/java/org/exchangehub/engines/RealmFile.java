package org.exchangehub.engines;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * The local realm as Keycloak imports it: three departments, a person in every role, two applications, the hub's own
 * clients. Departments are groups, not Keycloak organizations, which would split the login page in two; mappers sit on
 * the clients, because a list of client scopes in the file would replace the built-in ones.
 */
final class RealmFile {

    static final List<String> ROLES = List.of(
            "steward",
            "sharing-head",
            "developer",
            "catalog-authority",
            "system-admin",
            "security-admin",
            "audit-admin");

    private static final int ACCESS_TOKEN_SECONDS = 300;

    /** A department: group name, unified social credit code (GB 32100), names. */
    record Department(String code, String uscc, String zh, String en) {}

    /** A person, who acts for one department. */
    record Person(String username, String familyName, String givenName, String role, String department) {}

    static final List<Department> DEPARTMENTS = List.of(
            new Department("market-supervision", "11110000000021135M", "市场监督管理局", "Market Supervision Bureau"),
            new Department("administrative-approval", "11430000006122244L", "行政审批局", "Administrative Approval Bureau"),
            new Department("data-bureau", "11100000000013338W", "数据资源管理局", "Data Resources Bureau"));

    static final List<Person> PEOPLE = List.of(
            new Person("market-steward", "王", "敏", "steward", "market-supervision"),
            new Person("market-head", "陈", "建国", "sharing-head", "market-supervision"),
            new Person("market-developer", "周", "磊", "developer", "market-supervision"),
            new Person("approval-steward", "刘", "洋", "steward", "administrative-approval"),
            new Person("approval-head", "赵", "秀英", "sharing-head", "administrative-approval"),
            new Person("approval-developer", "孙", "涛", "developer", "administrative-approval"),
            new Person("authority", "李", "静", "catalog-authority", "data-bureau"),
            new Person("system-admin", "吴", "强", "system-admin", "data-bureau"),
            new Person("security-admin", "郑", "芳", "security-admin", "data-bureau"),
            new Person("audit-admin", "欧阳", "娜", "audit-admin", "data-bureau"));

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
        ROLES.forEach(role -> roles.addObject().put("name", role));
        groups(realm.putArray("groups"));
        users(realm.putArray("users"));
        clients(realm.putArray("clients"));
        return realm;
    }

    private static void groups(ArrayNode groups) {
        ArrayNode departments = groups.addObject().put("name", "departments").putArray("subGroups");
        for (Department department : DEPARTMENTS) {
            ObjectNode attributes =
                    departments.addObject().put("name", department.code()).putObject("attributes");
            attributes.putArray("uscc").add(department.uscc());
            attributes.putArray("title_zh").add(department.zh());
            attributes.putArray("title_en").add(department.en());
        }
    }

    private void users(ArrayNode users) {
        for (Person person : PEOPLE) {
            ObjectNode user = users.addObject()
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
        }
        serviceAccount(users, "app-licensing").putArray("groups").add("/departments/administrative-approval");
        serviceAccount(users, "app-market").putArray("groups").add("/departments/market-supervision");
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
        for (String clientId : List.of("app-licensing", "app-market", "hub-admin")) {
            service(clients.addObject(), clientId);
        }
    }

    /** A client that proves itself by a signed assertion (private_key_jwt, RFC 7523). */
    private void service(ObjectNode client, String clientId) {
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
