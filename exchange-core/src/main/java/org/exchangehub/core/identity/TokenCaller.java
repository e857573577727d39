package org.exchangehub.core.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads a {@link Caller} from the claims of a validated token. */
final class TokenCaller {

    static final String DEPARTMENT_HEADER = "Hub-Department";

    private static final String GROUP = "/departments/";

    private TokenCaller() {}

    /**
     * The caller acting for the department the header names, or for the only one the token has.
     *
     * @throws HubProblem {@code ACCESS_DENIED} when the header names a department the token does not have,
     *     {@code REQUEST_INVALID} when the token has several and the header names none
     */
    static Caller of(Jwt token, @Nullable String header) {
        String client = Objects.requireNonNullElse(token.getClaimAsString("azp"), "");
        String name = Objects.requireNonNullElse(token.getClaimAsString("preferred_username"), subject(token));
        return new Caller(
                subject(token), name, client, department(departments(token), header), roles(token), kind(client, name));
    }

    /** The account's id; a token without one is told apart by its client. */
    static String subject(Jwt token) {
        String subject = token.getSubject();
        return subject != null ? subject : "client:" + token.getClaimAsString("azp");
    }

    /** Codes of all the departments the token has. */
    static List<String> departments(Jwt token) {
        List<String> groups = token.getClaimAsStringList("departments");
        return groups == null
                ? List.of()
                : groups.stream()
                        .filter(group -> group.startsWith(GROUP))
                        .map(group -> group.substring(GROUP.length()))
                        .toList();
    }

    private static @Nullable String department(List<String> departments, @Nullable String header) {
        if (header == null) {
            if (departments.size() > 1) {
                throw new HubProblem(
                        ErrorCode.REQUEST_INVALID,
                        "You belong to several departments: name the one you act for in the header " + DEPARTMENT_HEADER
                                + ".",
                        List.of(new FieldError(DEPARTMENT_HEADER, "one of " + departments, null)));
            }
            return departments.isEmpty() ? null : departments.getFirst();
        }
        if (!departments.contains(header)) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED, "You do not belong to the department " + DEPARTMENT_HEADER + " names.");
        }
        return header;
    }

    private static Set<Role> roles(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        if (access == null || !(access.get("roles") instanceof List<?> names)) {
            return Set.of();
        }
        return names.stream()
                .map(name -> Role.of(String.valueOf(name)))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Caller.Kind kind(String client, String name) {
        if (!name.startsWith("service-account-")) {
            return Caller.Kind.PERSON;
        }
        if (client.startsWith("source-")) {
            return Caller.Kind.SOURCE;
        }
        return client.startsWith("app-") ? Caller.Kind.APPLICATION : Caller.Kind.SERVICE;
    }
}
