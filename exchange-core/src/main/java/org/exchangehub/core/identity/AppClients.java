package org.exchangehub.core.identity;

import com.nimbusds.jose.jwk.JWK;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.identity.AppClient.Method;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The consuming applications' clients: made in the identity provider for a department's developer, their keys replaced with an
 * overlap, revoked. What the hub states comes first and the identity provider is told within the same transaction, so that one
 * that does not answer leaves nothing half made; only a revocation never waits for it. A client made there without the hub is
 * looked up when it is first asked for, and kept.
 */
@Component
public class AppClients {

    private static final int MOST_OVERLAP_DAYS = 30;
    private static final int SECRET_BYTES = 32;

    private final AppClientRepository repository;
    private final ServiceClients provider;
    private final AuditOutbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AppClients(
            AppClientRepository repository,
            ServiceClients provider,
            AuditOutbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.provider = provider;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A client as it was made or changed.
     *
     * @param secret shown this once and kept nowhere in the hub; null where it signs
     */
    record Made(AppClient client, @Nullable String secret) {}

    /** How a client authenticates from now on: by keys, or by a secret the hub makes; one of them. */
    record Credentials(@Nullable String publicKey, @Nullable Map<String, Object> jwks, boolean secret) {

        boolean one() {
            return (publicKey == null ? 0 : 1) + (jwks == null ? 0 : 1) + (secret ? 1 : 0) == 1;
        }
    }

    /** A client by its id; refuses with {@code IDENTITY_UNAVAILABLE} when it is not known and the provider does not answer. */
    public Optional<AppClient> find(String client) {
        Optional<AppClient> known = repository.find(client);
        if (known.isPresent() || !client.startsWith("app-")) {
            return known;
        }
        provider.departmentOf(client).ifPresent(department -> repository.keep(client, department));
        return repository.find(client);
    }

    /** The clients that were revoked. */
    public List<String> revoked() {
        return repository.revoked();
    }

    @Transactional
    Made make(@Nullable String code, @Nullable String title, Credentials credentials, Caller developer) {
        String department = department(developer);
        Violations found = new Violations()
                .needed("/title", title, "what the application is called")
                .text("/title", title, 200);
        if (code == null || !code.matches("[a-z0-9][a-z0-9-]{1,39}")) {
            found.add("/code", "2 to 40 lower-case letters, digits and hyphens; the client is app-<code>", code);
        }
        credentials(credentials, found).refuse("The client is not valid.");
        String client = "app-" + code;
        if (find(client).isPresent()) {
            throw new HubProblem(ErrorCode.CONFLICT, "There is a client " + client + " already; choose another code.");
        }
        Method method = credentials.secret() ? Method.SECRET : Method.KEY;
        List<JWK> keys = keys(credentials);
        repository.add(client, department, Objects.requireNonNull(title).strip(), method, developer.name());
        repository.replaceKeys(client, keys, null);
        String secret = credentials.secret() ? secret() : null;
        outbox.add(fact(Auditable.CLIENT_CREATED, client, department, developer)
                .detail("method", method)
                .detail("keys", ids(keys))
                .build());
        provider.createApplication(client, department, repository.jwks(client), secret);
        return new Made(repository.get(client), secret);
    }

    /**
     * New keys beside the old ones, which end after the overlap; a new secret replaces the old one at once.
     *
     * @param overlapDays 0 to 30; 7 when it is not stated
     */
    @Transactional
    Made rotate(String client, Credentials credentials, @Nullable Integer overlapDays, Caller developer) {
        AppClient known = owned(client, developer);
        requireInForce(known);
        int days = overlapDays == null ? 7 : overlapDays;
        Violations found = new Violations();
        if (days < 0 || days > MOST_OVERLAP_DAYS) {
            found.add("/overlapDays", "0 to " + MOST_OVERLAP_DAYS, days + "");
        }
        credentials(credentials, found).refuse("The new credentials are not valid.");
        List<JWK> keys = keys(credentials);
        if (known.keys().stream()
                .anyMatch(old -> keys.stream().anyMatch(key -> old.id().equals(key.getKeyID())))) {
            throw new HubProblem(
                    ErrorCode.CONFLICT, "Client " + client + " has that key already; make a new key pair.");
        }
        Instant end = clock.instant().plus(Duration.ofDays(credentials.secret() ? 0 : days));
        repository.replaceKeys(client, keys, end);
        repository.setMethod(client, credentials.secret() ? Method.SECRET : Method.KEY);
        String secret = credentials.secret() ? secret() : null;
        outbox.add(fact(Auditable.CLIENT_ROTATED, client, known.department(), developer)
                .detail("keys", ids(keys))
                .detail("oldKeysEnd", end)
                .build());
        provider.createApplication(client, known.department(), repository.jwks(client), secret);
        return new Made(repository.get(client), secret);
    }

    /** Takes a client's rights away for good, on every instance within a second, whether or not the provider answers. */
    @Transactional
    AppClient revoke(String client, @Nullable String reason, Caller caller) {
        AppClient known = seen(client, caller);
        boolean own = caller.has(Role.DEVELOPER) || caller.has(Role.SHARING_HEAD);
        if (own && !caller.has(Role.SECURITY_ADMIN)) {
            caller.requireDepartment(known.department());
        } else {
            caller.require(Role.SECURITY_ADMIN, Role.CATALOG_AUTHORITY);
        }
        new Violations()
                .needed("/reason", reason, "why")
                .text("/reason", reason, 1_000)
                .refuse("A client is revoked for a reason only.");
        requireInForce(known);
        repository.revoke(client, caller.name(), Objects.requireNonNull(reason), clock.instant());
        outbox.add(fact(Auditable.CLIENT_REVOKED, client, known.department(), caller)
                .personal("reason", reason)
                .build());
        events.publishEvent(new AppClientRevoked(client));
        return repository.get(client);
    }

    /** A client, for its department and those who administer. */
    AppClient seen(String client, Caller caller) {
        return find(client)
                .filter(found -> seesAll(caller) || found.department().equals(caller.department()))
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no client " + client + "."));
    }

    static boolean seesAll(Caller caller) {
        return caller.has(Role.CATALOG_AUTHORITY)
                || caller.has(Role.SECURITY_ADMIN)
                || caller.has(Role.SYSTEM_ADMIN)
                || caller.has(Role.AUDIT_ADMIN);
    }

    private AppClient owned(String client, Caller developer) {
        AppClient known = seen(client, developer);
        developer.require(Role.DEVELOPER);
        developer.requireDepartment(known.department());
        return known;
    }

    private static void requireInForce(AppClient known) {
        if (!known.inForce()) {
            throw new HubProblem(ErrorCode.CONFLICT, "Client " + known.client() + " is revoked; that is for good.");
        }
    }

    private static String department(Caller developer) {
        developer.require(Role.DEVELOPER);
        String department = developer.department();
        if (department == null) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED, "A client is a department's; " + developer.name() + " acts for none.");
        }
        return department;
    }

    private static Violations credentials(Credentials credentials, Violations found) {
        return credentials.one() ? found : found.add("", "one of publicKey, jwks, secret: true", "none or several");
    }

    private static List<JWK> keys(Credentials credentials) {
        return credentials.secret() ? List.of() : PublicKeys.of(credentials.publicKey(), credentials.jwks());
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String ids(List<JWK> keys) {
        return String.join(",", keys.stream().map(JWK::getKeyID).toList());
    }

    private static AuditFact.Builder fact(Auditable kind, String client, String department, Caller caller) {
        return AuditFact.of(kind, caller.who()).detail("client", client).detail("department", department);
    }
}
