package org.exchangehub.core.work;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.life.NewIds;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Webhooks of departments: a department's sharing head makes them, replaces their secrets and removes them; the security administrator
 * sees and removes them all.
 */
@Service
class Webhooks {

    private static final int MOST = 10;
    private static final int MOST_KINDS = 100;
    private static final int URL = 2_000;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final ChannelRepository channels;
    private final WebhookSecrets secrets;
    private final NewIds ids;
    private final AuditOutbox outbox;
    private final Clock clock;

    Webhooks(ChannelRepository channels, WebhookSecrets secrets, NewIds ids, AuditOutbox outbox, Clock clock) {
        this.channels = channels;
        this.secrets = secrets;
        this.ids = ids;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A webhook and its secret, which is told this once. */
    record Made(Webhook webhook, String secret) {}

    @Transactional
    public Made make(@Nullable String url, @Nullable List<String> kinds, Caller head) {
        head.require(Role.SHARING_HEAD);
        String department = department(head);
        secrets.required();
        List<String> wanted = kinds == null ? List.of() : kinds;
        URI target = target(url, wanted);
        if (channels.webhooks(department) >= MOST) {
            throw new HubProblem(ErrorCode.QUOTA_EXCEEDED, "A department has at most " + MOST + " webhooks.");
        }
        Webhook made =
                new Webhook(ids.next(), department, target, wanted, true, 1, null, head.subject(), clock.instant());
        channels.add(made);
        told("CREATED", made, head);
        return new Made(made, secrets.shown(made));
    }

    /** Replaces the secret; for a day what is sent is signed with the one before, too. */
    @Transactional
    public Made rotate(UUID id, Caller head) {
        head.require(Role.SHARING_HEAD);
        Webhook webhook = get(id, head);
        head.requireDepartment(webhook.department());
        secrets.required();
        channels.rotate(id, clock.instant());
        Webhook rotated = get(id, head);
        told("ROTATED", rotated, head);
        return new Made(rotated, secrets.shown(rotated));
    }

    @Transactional
    public void remove(UUID id, Caller caller) {
        Webhook webhook = get(id, caller);
        channels.remove(id);
        told("REMOVED", webhook, caller);
    }

    List<Webhook> list(@Nullable UUID after, int limit, Caller caller) {
        return channels.webhooks(seen(caller), after, limit);
    }

    List<NoticeDeliveryView> deliveries(
            UUID id, NoticeDelivery.@Nullable State state, @Nullable UUID after, int limit, Caller caller) {
        Webhook webhook = get(id, caller);
        return channels.deliveries(webhook.id().toString(), webhook.department(), state, after, limit);
    }

    private Webhook get(UUID id, Caller caller) {
        String seen = seen(caller);
        return channels.webhook(id)
                .filter(webhook -> seen == null || seen.equals(webhook.department()))
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no webhook " + id + "."));
    }

    /** Whose webhooks are seen; null for all. */
    private static @Nullable String seen(Caller caller) {
        caller.require(Role.SHARING_HEAD, Role.SECURITY_ADMIN);
        return caller.has(Role.SECURITY_ADMIN) ? null : department(caller);
    }

    private static String department(Caller caller) {
        String department = caller.department();
        if (department == null) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED, "Webhooks are departments'; " + caller.name() + " acts for none.");
        }
        return department;
    }

    private static URI target(@Nullable String url, List<String> kinds) {
        Violations found = new Violations().needed("/url", url, "where to post").text("/url", url, URL);
        URI target = null;
        try {
            target = url == null ? null : URI.create(url);
        } catch (IllegalArgumentException malformed) {
            found.add("/url", "a URL", null);
        }
        if (target != null && !acceptable(target)) {
            found.add("/url", "https://…, or http:// to this machine, without user and fragment", target.getScheme());
        }
        if (kinds.size() > MOST_KINDS || kinds.stream().anyMatch(kind -> kind == null || !NoticeTexts.exist(kind))) {
            found.add("/kinds", "at most " + MOST_KINDS + " kinds of notices, none for all", null);
        }
        found.refuse("The webhook is not valid.");
        return Objects.requireNonNull(target);
    }

    /** Only the form; which addresses are permitted is known when it connects. */
    private static boolean acceptable(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String host = url.getHost();
        return host != null
                && url.getUserInfo() == null
                && url.getFragment() == null
                && (scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host)));
    }

    private void told(String act, Webhook webhook, Caller by) {
        outbox.add(AuditFact.of(Auditable.WEBHOOK_CHANGED, by.who())
                .detail("act", act)
                .detail("webhook", webhook.id())
                .detail("department", webhook.department())
                .detail("host", webhook.url().getHost())
                .build());
    }
}
