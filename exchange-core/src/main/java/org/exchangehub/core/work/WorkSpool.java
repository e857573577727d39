package org.exchangehub.core.work;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where results wait to be fetched: below {@code jobs} there.
 *
 * @param spoolDirectory shared by all instances over one database
 */
@Validated
@ConfigurationProperties(prefix = "hub")
record WorkSpool(@NotNull Path spoolDirectory) {

    Path jobs() {
        return spoolDirectory.toAbsolutePath().resolve("jobs");
    }
}
