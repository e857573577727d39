package org.exchangehub.core;

import java.net.URI;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** What is checked and shared of the instance's settings. */
@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

    @Bean
    static KnownKeys knownKeys(ConfigurableEnvironment environment) {
        return new KnownKeys(environment);
    }

    /** The jurisdiction's zone, for dates. */
    @Bean
    ZoneId zone(HubSettings settings) {
        return settings.zone();
    }

    /** The hub's public address without a slash at its end, for names others keep. */
    @Bean
    URI hubUrl(HubSettings settings) {
        return URI.create(settings.url().toString().replaceFirst("/+$", ""));
    }
}
