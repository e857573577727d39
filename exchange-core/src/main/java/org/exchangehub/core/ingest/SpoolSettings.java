package org.exchangehub.core.ingest;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where received parts wait for their batch.
 *
 * @param spoolDirectory shared by all instances over one database
 */
@Validated
@ConfigurationProperties(prefix = "hub")
record SpoolSettings(@NotNull Path spoolDirectory) {}
