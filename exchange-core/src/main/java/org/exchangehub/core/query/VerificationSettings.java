package org.exchangehub.core.query;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a caller may be wrong before verification says no more (OWASP API Security Top 10 2023, API4).
 *
 * @param missesPerRecord wrong claims about one record within 24 hours, 1 and more
 * @param missesPerDataset wrong claims about a dataset's records together within 24 hours, those about records that do not
 *     exist among them, 1 and more
 */
@Validated
@ConfigurationProperties(prefix = "hub.verification", ignoreUnknownFields = false)
record VerificationSettings(
        @DefaultValue("10") @Min(1) int missesPerRecord,
        @DefaultValue("2000") @Min(1) int missesPerDataset) {}
