package org.exchangehub.core;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What concerns the whole instance.
 *
 * @param url the hub's public base URL
 * @param zone the jurisdiction's time zone: days in the API and deadlines are days there
 */
@Validated
@ConfigurationProperties(prefix = "hub")
record HubSettings(
        @NotNull URI url, @DefaultValue("Asia/Shanghai") ZoneId zone) {}
