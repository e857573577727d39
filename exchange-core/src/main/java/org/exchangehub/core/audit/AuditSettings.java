package org.exchangehub.core.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The access log.
 *
 * @param origin the log's name, on its checkpoints and as its key's name (C2SP signed-note): no spaces, no plus sign
 * @param signingKeyFile the log's Ed25519 private key, PKCS #8 in PEM
 * @param queue how many facts may wait; one more is refused with 503
 * @param patience how long a request waits for its fact to be durable
 * @param witnesses who is asked to cosign its checkpoints; none by default
 * @param retention how long what may expire is kept
 * @param tilesPerSecond how many tiles of 256 documents of the search projection are compared with the log per second,
 *     again and again
 */
@Validated
@ConfigurationProperties(prefix = "hub.audit", ignoreUnknownFields = false)
record AuditSettings(
        @NotBlank String origin,
        @NotNull Path signingKeyFile,
        @DefaultValue("4096") int queue,
        @DefaultValue("5s") Duration patience,
        @DefaultValue List<WitnessSettings> witnesses,
        @DefaultValue Retention retention,
        @DefaultValue("4") @Min(1) @Max(1_000) int tilesPerSecond) {}
