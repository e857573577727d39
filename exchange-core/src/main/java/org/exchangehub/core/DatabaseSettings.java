package org.exchangehub.core;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The hub's database and the roles it is used under, each with the least it needs.
 *
 * @param url JDBC URL of the database
 * @param owner owns the tables: used for migrations and for the tables of published datasets
 * @param release changes rows
 * @param reader reads published rows
 * @param log adds to the access log
 * @param eraser removes personal detail of the access log whose time is over
 */
@Validated
@ConfigurationProperties(prefix = "hub.database", ignoreUnknownFields = false)
record DatabaseSettings(
        @NotBlank String url,
        @Valid @NotNull Login owner,
        @Valid @NotNull Login release,
        @Valid @NotNull Login reader,
        @Valid @NotNull Login log,
        @Valid @NotNull Login eraser) {

    /** A role and the file its password lies in. */
    record Login(@NotBlank String username, @NotNull Path passwordFile) {

        String password() {
            try {
                return Files.readString(passwordFile).strip();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(
                        "The password of " + username + " cannot be read from " + passwordFile + ".", unreadable);
            }
        }
    }
}
