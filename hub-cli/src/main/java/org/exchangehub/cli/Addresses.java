package org.exchangehub.cli;

import java.io.PrintWriter;
import org.exchangehub.engines.Endpoints;

/** Where everything answers, for the person at the terminal. */
final class Addresses {

    private final Endpoints endpoints;

    Addresses(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** One line for each engine. */
    void print(PrintWriter out) {
        out.printf("  %-14s %s%n", "hub", endpoints.hub());
        out.printf("  %-14s %s%n", "keycloak", endpoints.keycloak());
        out.printf("  %-14s %s%n", "registry", endpoints.registry());
        out.printf("  %-14s %s%n", "elasticsearch", endpoints.elasticsearch());
        out.printf("  %-14s %s%n", "nifi", endpoints.nifi());
        out.printf("  %-14s %s%n", "postgresql", endpoints.jdbcUrl("hub"));
        out.flush();
    }
}
