package org.exchangehub.core.search;

import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Elasticsearch that holds the searchable projections.
 *
 * @param url its base URL; without it the log cannot be searched, the catalog is by PostgreSQL, and nothing else changes
 * @param username who logs in there; null when it asks for nobody
 * @param passwordFile where that account's password lies
 * @param index how the names of this hub's indexes begin
 */
@Validated
@ConfigurationProperties(prefix = "hub.search", ignoreUnknownFields = false)
record SearchSettings(
        @Nullable URI url,
        @Nullable String username,
        @Nullable Path passwordFile,

        @DefaultValue("hub") @Pattern(regexp = "[a-z0-9][a-z0-9-]*")
        String index) {}
