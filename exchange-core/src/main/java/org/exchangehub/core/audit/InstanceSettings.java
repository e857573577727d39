package org.exchangehub.core.audit;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * This instance's own.
 *
 * @param stateDirectory where it keeps the last signed checkpoint, outside the database's reach
 */
@Validated
@ConfigurationProperties(prefix = "hub")
record InstanceSettings(@NotNull Path stateDirectory) {}
