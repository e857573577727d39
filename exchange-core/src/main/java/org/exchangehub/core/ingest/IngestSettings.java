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
 * @param unpackedLimit size of a compressed part at most when it is unpacked
 * @param unpackedRatio how many times larger than it came a part may become beyond its first {@code 16 MB}
 * @param uploadPerDay what the senders of a department may upload on one day; departments may have their own
 * @param uploads parts this instance takes in at once
 * @param uploadsOfDepartment of them, of one department
 * @param spoolReserve room on the spool's disk below which nothing is taken in
 * @param waiting batches of a dataset that may wait to be worked on; who opens another is told to come later
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
        @DefaultValue("4GB") DataSize unpackedLimit,
        @DefaultValue("200") @Min(1) int unpackedRatio,
        @DefaultValue("50GB") DataSize uploadPerDay,
        @DefaultValue("64") @Min(1) int uploads,
        @DefaultValue("16") @Min(1) int uploadsOfDepartment,
        @DefaultValue("1GB") DataSize spoolReserve,
        @DefaultValue("1000") @Min(1) int waiting,
        @DefaultValue("2") @Min(1) int workers,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("30s") Duration commitWait) {}
