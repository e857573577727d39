package org.exchangehub.cli.demo;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The people and applications of the story, each logged in when first needed. */
public final class Cast {

    static final String AUTHORITY = "authority";
    static final String AUDITOR = "audit-admin";

    private final UnaryOperator<String> personToken;
    private final UnaryOperator<String> clientToken;
    private final Clock clock;
    private final Map<String, Actor> actors = new ConcurrentHashMap<>();

    /**
     * A cast that logs in through these.
     *
     * @param personToken logs a person in by name and gives an access token
     * @param clientToken gives an access token to a client by its id
     */
    public Cast(UnaryOperator<String> personToken, UnaryOperator<String> clientToken, Clock clock) {
        this.personToken = personToken;
        this.clientToken = clientToken;
        this.clock = clock;
    }

    public Actor person(String name) {
        return actors.computeIfAbsent(name, n -> new Actor(n, Map.of(), () -> personToken.apply(n), clock));
    }

    public Actor application(String client) {
        return actors.computeIfAbsent(client, c -> new Actor(c, Map.of(), () -> clientToken.apply(c), clock));
    }
}
