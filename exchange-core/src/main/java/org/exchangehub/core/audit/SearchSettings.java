package org.exchangehub.core.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Elasticsearch that holds the searchable projection of the log.
 *
 * @param url its base URL; without it the log cannot be searched, and nothing else changes
 * @param username who logs in there; null when it asks for nobody
 * @param passwordFile where that account's password lies
 * @param index the alias under which the documents are found
 * @param tilesPerSecond how many tiles of 256 documents are compared with the log per second, again and again
 */
@Validated
@ConfigurationProperties(prefix = "hub.search", ignoreUnknownFields = false)
record SearchSettings(
        @Nullable URI url,
        @Nullable String username,
        @Nullable Path passwordFile,
        @DefaultValue("hub-audit") String index,
        @DefaultValue("4") @Min(1) @Max(1_000) int tilesPerSecond) {}
