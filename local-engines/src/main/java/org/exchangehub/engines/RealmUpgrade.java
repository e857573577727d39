package org.exchangehub.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Adds to a realm, which Keycloak imports only once, what the cast has gained since. What is there stays as it is: people
 * may have changed it.
 */
final class RealmUpgrade {

    private static final int ALL = 1_000;

    private final KeycloakAdmin admin;
    private final RealmFile file;

    RealmUpgrade(KeycloakAdmin admin, RealmFile file) {
        this.admin = admin;
        this.file = file;
    }

    void addMissing() {
        Map<String, String> added = addDepartments();
        addApplications();
        addPeople();
        added.forEach(this::joinCast);
    }

    /** Puts into a department that was added whom the cast has in it: those who were there before lost it with their group. */
    private void joinCast(String department, String group) {
        for (RealmCast.Person person : RealmCast.PEOPLE) {
            if (person.department().equals(department)) {
                join(
                        admin.get("/users?exact=true&briefRepresentation=true&username=" + person.username())
                                .path(0)
                                .path("id")
                                .asText(),
                        group);
            }
        }
        for (RealmCast.Application application : RealmCast.APPLICATIONS) {
            if (application.department().equals(department)) {
                String client = admin.get("/clients?clientId=" + application.client())
                        .path(0)
                        .path("id")
                        .asText();
                join(
                        admin.get("/clients/" + client + "/service-account-user")
                                .path("id")
                                .asText(),
                        group);
            }
        }
    }

    private void join(String user, String group) {
        admin.put("/users/" + user + "/groups/" + group);
    }

    private String departmentsGroup() {
        return id(admin.get("/groups?search=departments&exact=true"), "name", "departments");
    }

    /** The ids of the groups it added, by department. */
    private Map<String, String> addDepartments() {
        Map<String, String> added = new LinkedHashMap<>();
        String parent = departmentsGroup();
        Set<String> there = values(admin.get("/groups/" + parent + "/children?max=" + ALL), "name");
        for (RealmCast.Department department : RealmCast.DEPARTMENTS) {
            if (!there.contains(department.code())) {
                added.put(
                        department.code(), admin.post("/groups/" + parent + "/children", RealmFile.group(department)));
            }
        }
        return added;
    }

    private void addApplications() {
        for (RealmCast.Application application : RealmCast.APPLICATIONS) {
            if (admin.get("/clients?clientId=" + application.client()).isEmpty()) {
                String client = admin.post("/clients", file.service(application.client()));
                String account = admin.get("/clients/" + client + "/service-account-user")
                        .path("id")
                        .asText();
                JsonNode departments = admin.get("/groups/" + departmentsGroup() + "/children?max=" + ALL);
                join(account, id(departments, "name", application.department()));
            }
        }
    }

    private void addPeople() {
        for (RealmCast.Person person : RealmCast.PEOPLE) {
            if (admin.get("/users?exact=true&briefRepresentation=true&username=" + person.username())
                    .isEmpty()) {
                ObjectNode user = file.user(person);
                user.remove("realmRoles");
                String id = admin.post("/users", user);
                ArrayNode roles = Json.object().putArray("roles");
                roles.add(admin.get("/roles/" + person.role()));
                admin.post("/users/" + id + "/role-mappings/realm", roles);
            }
        }
    }

    private static Set<String> values(JsonNode items, String field) {
        Set<String> values = new HashSet<>();
        items.forEach(item -> values.add(item.path(field).asText()));
        return values;
    }

    private static String id(JsonNode items, String field, String value) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path(field).asText().equals(value))
                .map(item -> item.path("id").asText())
                .findFirst()
                .orElseThrow(() ->
                        new Explained("The realm has no group " + value + "; run ./hub down --wipe to start afresh."));
    }
}
