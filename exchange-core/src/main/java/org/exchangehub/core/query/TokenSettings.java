package org.exchangehub.core.query;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The tokens that stand for identifiers.
 *
 * @param secretFile the secret all recipients' keys are derived from, at least 32 random bytes in base 64 for URLs; the same for all
 *     instances. Whoever has it can try out identifiers, so it is kept like a private key
 * @param epoch counts the secrets, from 1: raised with every new secret, it is the number in front of each token, by which a
 *     recipient sees that tokens of before do not match those of now
 */
@Validated
@ConfigurationProperties(prefix = "hub.tokens", ignoreUnknownFields = false)
record TokenSettings(
        @NotNull Path secretFile, @DefaultValue("1") @Min(1) int epoch) {}
