package org.exchangehub.core.work;

import org.exchangehub.core.identity.Role;
import org.jspecify.annotations.Nullable;

/** Who is told: everybody who has a role in a department, the catalog authority, or one person. */
public sealed interface Recipient {

    /**
     * Everybody who has the role in the department; they share the notice, so what one has read is read.
     *
     * @param department code of a department
     */
    static Recipient office(String department, Role role) {
        return new Office(department, role);
    }

    /** Everybody who has the role of the catalog authority; they share the notice. */
    static Recipient authority() {
        return new Office(null, Role.CATALOG_AUTHORITY);
    }

    /**
     * One person.
     *
     * @param subject the {@code sub} of the person's tokens
     */
    static Recipient person(String subject) {
        return new Person(subject);
    }

    /**
     * Everybody with a role.
     *
     * @param department null for the holders of the role in any department
     */
    record Office(@Nullable String department, Role role) implements Recipient {}

    /** One account. */
    record Person(String subject) implements Recipient {}
}
