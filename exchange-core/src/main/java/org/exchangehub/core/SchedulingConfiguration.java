package org.exchangehub.core;

import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * What the hub does by itself. With virtual threads enabled Spring runs all tasks with a fixed delay one after the other on a
 * single thread, so that one that takes long (indexes of a published table, looking through a log for the first time) holds up
 * the signing of checkpoints and the search projection. Here each task finds a thread of its own; they belong to the operating
 * system, which shares the processors out among them and the requests.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SchedulingConfiguration {

    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder settings) {
        return settings.build();
    }
}
