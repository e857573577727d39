package org.exchangehub.core.access;

import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.jspecify.annotations.Nullable;

/** Who may see an application or a grant: the two departments concerned and those who supervise. */
record Visibility(@Nullable String department, boolean all) {

    static Visibility of(Caller caller) {
        return new Visibility(
                caller.department(),
                caller.has(Role.CATALOG_AUTHORITY) || caller.has(Role.SECURITY_ADMIN) || caller.has(Role.AUDIT_ADMIN));
    }

    boolean covers(String provider, String applicant) {
        return all || provider.equals(department) || applicant.equals(department);
    }
}
