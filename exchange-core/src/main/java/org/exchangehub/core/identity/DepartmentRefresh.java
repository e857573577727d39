package org.exchangehub.core.identity;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.exchangehub.schemas.value.LocalizedText;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the departments from the identity provider's groups once a minute; while it is down the last known stay. */
@Component
class DepartmentRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(DepartmentRefresh.class);
    private static final int MOST = 10_000;

    private final KeycloakRealm keycloak;
    private final Departments departments;

    DepartmentRefresh(KeycloakRealm keycloak, Departments departments) {
        this.keycloak = keycloak;
        this.departments = departments;
    }

    @Scheduled(initialDelay = 0, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void run() {
        if (!keycloak.configured()) {
            return;
        }
        try {
            departments.refresh(read(keycloak.realm()));
        } catch (ProcessingException | WebApplicationException down) {
            LOG.warn("Departments stay as last known: the identity provider did not list them ({})", down.getMessage());
        }
    }

    private static List<Department> read(RealmResource realm) {
        String parent = realm.getGroupByPath("departments").getId();
        return realm.groups().group(parent).getSubGroups(0, MOST, false).stream()
                .map(DepartmentRefresh::department)
                .toList();
    }

    private static Department department(GroupRepresentation group) {
        Map<String, List<String>> attributes = group.getAttributes() == null ? Map.of() : group.getAttributes();
        String code = group.getName();
        return new Department(
                code,
                attributes.getOrDefault("uscc", List.of()).stream().findFirst().orElse(null),
                new LocalizedText(
                        attributes.getOrDefault("title_zh", List.of(code)).getFirst(),
                        attributes.getOrDefault("title_en", List.of(code)).getFirst()));
    }
}
