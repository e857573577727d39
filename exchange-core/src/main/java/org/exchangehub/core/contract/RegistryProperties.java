package org.exchangehub.core.contract;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the schema registry is.
 *
 * @param url base address of its Confluent-compatible API, e.g. {@code http://localhost:8181/apis/ccompat/v7}
 * @param timeout how long to wait for an answer
 */
@ConfigurationProperties(prefix = "hub.registry", ignoreUnknownFields = false)
record RegistryProperties(URI url, @DefaultValue("10s") Duration timeout) {}
