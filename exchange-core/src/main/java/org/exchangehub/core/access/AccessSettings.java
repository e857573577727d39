package org.exchangehub.core.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of sharing that the law leaves to the jurisdiction.
 *
 * @param serviceChangeLeadDays calendar days between a provider's notice of a service change and its effect; the decree asks for
 *     negotiation and filing (Art. 27) and names no number
 */
@Validated
@ConfigurationProperties(prefix = "hub.access", ignoreUnknownFields = false)
record AccessSettings(@DefaultValue("30") @Min(0) @Max(366) int serviceChangeLeadDays) {}
