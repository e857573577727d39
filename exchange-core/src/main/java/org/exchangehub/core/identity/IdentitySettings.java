package org.exchangehub.core.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where identities come from.
 *
 * @param issuer the realm's issuer URL, exactly as in the tokens' {@code iss}
 * @param audience what a token's {@code aud} must contain
 * @param admin the hub's own service account; without it no clients are provisioned and departments are not refreshed
 */
@Validated
@ConfigurationProperties(prefix = "hub.identity", ignoreUnknownFields = false)
record IdentitySettings(
        @NotNull URI issuer,
        @DefaultValue("exchange-hub") @NotBlank String audience,
        @Valid @Nullable Admin admin) {

    /**
     * The hub's service account.
     *
     * @param client its client id
     * @param keyFile its PKCS #8 private key in PEM, for private_key_jwt (RFC 7523)
     */
    record Admin(@NotBlank String client, @NotNull Path keyFile) {}

    /** The identity provider's base URL. */
    String serverUrl() {
        return issuer.toString().substring(0, issuer.toString().lastIndexOf("/realms/"));
    }

    /** The realm's name. */
    String realm() {
        return issuer.toString().substring(issuer.toString().lastIndexOf('/') + 1);
    }

    URI endpoint(String name) {
        return URI.create(issuer + "/protocol/openid-connect/" + name);
    }

    IdentitySettings {
        if (!issuer.toString().matches("https?://[^?#]+/realms/[^/?#]+")) {
            throw new IllegalArgumentException(
                    "hub.identity.issuer must be https://<host>/realms/<realm>, found " + issuer);
        }
    }
}
