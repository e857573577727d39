package org.exchangehub.core;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where time comes from. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The jurisdiction's zone, for dates. */
    @Bean
    ZoneId zone(HubSettings settings) {
        return settings.zone();
    }
}
