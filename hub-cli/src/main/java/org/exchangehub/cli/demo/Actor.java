package org.exchangehub.cli.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody who calls the hub: a person who has logged in, or an application with its own key. */
public final class Actor {

    /** How long a token is used before a new one is asked for; tokens of the local realm live five minutes. */
    private static final Duration TOKEN_USE = Duration.ofMinutes(4);

    private final String name;
    private final Map<String, String> headers;
    private final Supplier<String> login;
    private final Clock clock;
    private @Nullable String token;
    private Instant renewAt = Instant.MIN;

    /**
     * An actor who has not logged in yet.
     *
     * @param headers what this actor sends with every call, such as the purpose of an application
     * @param login gives a fresh access token
     */
    public Actor(String name, Map<String, String> headers, Supplier<String> login, Clock clock) {
        this.name = name;
        this.headers = Map.copyOf(headers);
        this.login = login;
        this.clock = clock;
    }

    public String name() {
        return name;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The same actor, sending {@code header} with every call. */
    public Actor with(String header, String value) {
        return new Actor(name, Map.of(header, value), this::token, clock);
    }

    /** A bearer token that is still good for a call. */
    public synchronized String token() {
        String current = token;
        if (current == null || !clock.instant().isBefore(renewAt)) {
            current = login.get();
            token = current;
            renewAt = clock.instant().plus(TOKEN_USE);
        }
        return current;
    }

    @Override
    public String toString() {
        return name;
    }
}
