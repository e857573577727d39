package org.exchangehub.core.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Jobs in the background.
 *
 * @param workers how many jobs this instance works on at the same time
 * @param lease how long a job is an instance's that gives no sign of life
 * @param keep how long a result is kept
 * @param openPerOwner how many jobs one owner may have waiting or running
 */
@Validated
@ConfigurationProperties(prefix = "hub.work", ignoreUnknownFields = false)
record WorkSettings(
        @DefaultValue("1") @Min(0) @Max(64) int workers,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("24h") Duration keep,
        @DefaultValue("3") @Min(1) int openPerOwner) {}
