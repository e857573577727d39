package org.exchangehub.core.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Notices.
 *
 * @param keepRead how long a notice is kept after it was read; unread ones stay
 * @param mail the server that takes e-mail; without it none is sent
 * @param webhookSecretFile the secret all webhooks' secrets are derived from, at least 32 random bytes in base 64 for URLs; the same
 *     for all instances. Without it no webhook can be made
 * @param webhookNetworks networks besides the public ones that webhooks may lie in, such as {@code 10.20.0.0/16}
 */
@Validated
@ConfigurationProperties(prefix = "hub.notices", ignoreUnknownFields = false)
record NoticeSettings(
        @DefaultValue("180d") Duration keepRead,
        @Nullable @Valid Mail mail,
        @Nullable Path webhookSecretFile,
        @DefaultValue List<String> webhookNetworks) {

    NoticeSettings {
        webhookNetworks = List.copyOf(webhookNetworks);
    }

    /** How the connection to the mail server is protected. */
    enum Protection {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * The mail server.
     *
     * @param from the sender's address
     * @param username null when the server asks for none; goes with the password and only over a protected connection
     * @param passwordFile the file the password lies in
     * @param protection NONE only on the same machine or a network of trust
     */
    record Mail(
            @NotBlank String host,
            @DefaultValue("587") @Min(1) @Max(65_535) int port,
            @NotBlank String from,
            @Nullable String username,
            @Nullable Path passwordFile,
            @DefaultValue("STARTTLS") Protection protection) {

        Mail {
            if ((username == null) != (passwordFile == null)) {
                throw new IllegalArgumentException(
                        "hub.notices.mail.username and password-file go together; one of them is missing");
            }
            if (username != null && protection == Protection.NONE) {
                throw new IllegalArgumentException(
                        "hub.notices.mail.protection must be STARTTLS or TLS for a password to be sent, found NONE");
            }
        }
    }
}
