package org.exchangehub.core.identity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * Whoever makes this request, as the validated token says; a controller takes it as a method argument.
 *
 * @param subject the token's {@code sub}
 * @param name the account's user name
 * @param client the client the token was issued to ({@code azp})
 * @param department code of the department acted for; null for an account in no department
 */
public record Caller(
        String subject,
        String name,
        String client,
        @Nullable String department,
        Set<Role> roles,
        Kind kind) {

    /** The hub itself, where it acts by the clock and nobody asked. */
    public static final Caller HUB =
            new Caller(Who.HUB.subject(), Who.HUB.subject(), Who.HUB.client(), null, Set.of(), Kind.SERVICE);

    /** What stands behind a token. */
    public enum Kind {
        /** Somebody at a browser. */
        PERSON,
        /** A source's own client, {@code source-<code>}. */
        SOURCE,
        /** A consuming application's client, {@code app-<code>}. */
        APPLICATION,
        /** Any other service account. */
        SERVICE
    }

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Refuses with {@code ACCESS_DENIED} a caller who has none of the roles. */
    public void require(Role... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(roles::contains)) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED,
                    "This needs the role " + named(Set.of(anyOf)) + "; " + name + " has " + named(roles) + ".");
        }
    }

    /** Refuses with {@code ACCESS_DENIED} a caller who does not act for this department. */
    public void requireDepartment(String code) {
        if (!code.equals(department)) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED,
                    "This is for the department " + code + "; " + name + " acts for "
                            + (department == null ? "none" : department) + ".");
        }
    }

    /** This caller as the access log names it. */
    public Who who() {
        return new Who(subject, client, department);
    }

    private static String named(Set<Role> roles) {
        return roles.isEmpty()
                ? "no role"
                : roles.stream().map(Role::realmRole).sorted().collect(Collectors.joining(" or "));
    }
}
