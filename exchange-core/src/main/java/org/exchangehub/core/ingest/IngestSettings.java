package org.exchangehub.core.ingest;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How batches are taken in.
 *
 * @param rejectAbove share of bad rows, 0 to 1, above which a batch is rejected as a whole
 * @param rejectAboveOf the same for single datasets, by resource code
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

        @DefaultValue Map<String, @DecimalMin("0") @DecimalMax("1") Double> rejectAboveOf,
        @DefaultValue("512MB") DataSize partLimit,
        @DefaultValue("2") @Min(1) int workers,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("30s") Duration commitWait) {

    IngestSettings {
        rejectAboveOf = Map.copyOf(rejectAboveOf);
    }

    double rejectAbove(String dataset) {
        return rejectAboveOf.getOrDefault(dataset, rejectAbove);
    }
}
