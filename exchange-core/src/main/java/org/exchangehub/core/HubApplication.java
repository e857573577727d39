package org.exchangehub.core;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchClientAutoConfiguration;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** Starts one instance of the hub. */
@SpringBootApplication(
        exclude = {
            UserDetailsServiceAutoConfiguration.class,
            ElasticsearchClientAutoConfiguration.class,
            ElasticsearchRestClientAutoConfiguration.class
        })
@ConfigurationPropertiesScan
@Modulithic(systemName = "Exchange Hub")
public class HubApplication {

    /** Property of the JDK that says how many threads of the operating system carry virtual ones; one per processor if absent. */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private static final int CARRIERS_PER_PROCESSOR = 16;

    public static void main(String[] args) {
        application().run(args);
    }

    /** One instance, ready to be run; also for measurements that run it inside a process of theirs. */
    public static SpringApplication application() {
        shareProcessors();
        return new SpringApplication(HubApplication.class);
    }

    /**
     * A virtual thread leaves its carrier when it waits and never because its time is over: with as many carriers as
     * processors a few uploads and long lists would hold up every other request. With more the operating system shares
     * the processors out among them.
     */
    private static void shareProcessors() {
        if (System.getProperty(CARRIERS) == null) {
            int carriers = CARRIERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
            System.setProperty(CARRIERS, Integer.toString(carriers));
        }
    }
}
