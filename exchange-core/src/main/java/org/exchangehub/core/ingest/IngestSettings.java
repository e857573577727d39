package org.exchangehub.core.ingest;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How batches are taken in.
 *
 * @param rejectAbove share of bad rows, 0 to 1, above which a batch is rejected as a whole; datasets may have their own
 * @param holdAbove share of a dataset's records, 0 to 1, that a snapshot may delete without a steward; datasets may have their own
 * @param holdAboveRows number of records a snapshot may delete without a steward whatever their share
 * @param partLimit size of a part at most
 * @param workers batches this instance works on at once; batches of one dataset always go one after the other
 * @param lease how long a batch is another instance's after that was last heard of
 * @param commitWait how long a commit waits for the batch to be done before it answers 202
 */
@Validated
@ConfigurationProperties(prefix = "hub.ingest", ignoreUnknownFields = false)
record IngestSettings(
        @DefaultValue("0.5") @DecimalMin("0") @DecimalMax("1")
        double rejectAbove,

        @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("1")
        double holdAbove,

        @DefaultValue("100") @Min(0) long holdAboveRows,
        @DefaultValue("512MB") DataSize partLimit,
        @DefaultValue("2") @Min(1) int workers,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("30s") Duration commitWait) {}
