package org.exchangehub.core.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The secrets of webhooks and what is signed with them, as Standard Webhooks has it (standardwebhooks.com: {@code v1}, HMAC-SHA256 over
 * id, time and body). A secret is derived from the hub's own, the webhook's id and how often it was replaced, and stored nowhere.
 */
@Component
class WebhookSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 32;

    /** How long what is sent is signed with the secret before, too. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final byte @Nullable [] master;

    WebhookSecrets(NoticeSettings settings) {
        this.master = settings.webhookSecretFile() == null ? null : read(settings.webhookSecretFile());
    }

    private static byte[] read(Path file) {
        try {
            byte[] secret = Base64.getUrlDecoder().decode(Files.readString(file).strip());
            if (secret.length < LEAST_BYTES) {
                throw new IllegalArgumentException(secret.length + " bytes");
            }
            return secret;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("hub.notices.webhook-secret-file cannot be read", unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "hub.notices.webhook-secret-file must name a file with at least " + LEAST_BYTES
                            + " random bytes in base 64 for URLs",
                    malformed);
        }
    }

    /** Refuses with {@code CONFLICT} when this instance has no secret to derive others from. */
    void required() {
        if (master == null) {
            throw new HubProblem(
                    ErrorCode.CONFLICT, "This hub is set up without webhooks (hub.notices.webhook-secret-file).");
        }
    }

    /** The secret as its owner is told it, once. */
    String shown(Webhook webhook) {
        return "whsec_" + Base64.getEncoder().encodeToString(of(webhook, webhook.generation()));
    }

    /** The value of the header {@code webhook-signature}. */
    String signatures(Webhook webhook, String id, Instant at, byte[] body) {
        String current = signature(of(webhook, webhook.generation()), id, at, body);
        Instant rotated = webhook.rotatedAt();
        return rotated == null || at.isAfter(rotated.plus(OVERLAP))
                ? current
                : current + " " + signature(of(webhook, webhook.generation() - 1), id, at, body);
    }

    static String signature(byte[] secret, String id, Instant at, byte[] body) {
        byte[] head = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(hmac(secret, head, body));
    }

    private byte[] of(Webhook webhook, int generation) {
        required();
        String name = "webhook/" + webhook.id() + "/" + generation;
        return hmac(Objects.requireNonNull(master), name.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
