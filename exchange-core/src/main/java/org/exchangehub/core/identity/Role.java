package org.exchangehub.core.identity;

import java.util.Arrays;
import java.util.Optional;

/** What a person may do; the names are the identity provider's realm roles. */
public enum Role {
    STEWARD("steward"),
    SHARING_HEAD("sharing-head"),
    DEVELOPER("developer"),
    CATALOG_AUTHORITY("catalog-authority"),
    SYSTEM_ADMIN("system-admin"),
    SECURITY_ADMIN("security-admin"),
    AUDIT_ADMIN("audit-admin");

    private final String realmRole;

    Role(String realmRole) {
        this.realmRole = realmRole;
    }

    /** The role's name in the identity provider and in tokens. */
    public String realmRole() {
        return realmRole;
    }

    /** The role of that name; empty for a role of the realm that is none of the hub's. */
    public static Optional<Role> of(String realmRole) {
        return Arrays.stream(values())
                .filter(role -> role.realmRole.equals(realmRole))
                .findFirst();
    }
}
