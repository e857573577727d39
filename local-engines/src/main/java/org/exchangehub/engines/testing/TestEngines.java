package org.exchangehub.engines.testing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.exchangehub.engines.Endpoints;
import org.exchangehub.engines.LocalStack;

/**
 * The real engines for integration tests: each started when first asked for, once per run, on ports and in a state
 * directory of its own. {@code ./hub test} starts them beforehand and names the state directory in {@code
 * HUB_TEST_STATE}; a bare Maven build finds it below the root's {@code target}, and the engines that a module has
 * started are stopped when its tests end.
 */
public final class TestEngines {

    private static final TestEngines SHARED = new TestEngines();

    private final LocalStack stack;
    private final boolean owner;
    private final Path state;
    private final Set<String> startedHere = new LinkedHashSet<>();

    private TestEngines() {
        Path checkout = checkout();
        String named = System.getenv("HUB_TEST_STATE");
        this.owner = named == null;
        this.state = named == null ? checkout.resolve("target").resolve("hub-test") : Path.of(named);
        this.stack = new LocalStack(state, checkout, true, (engine, millis) -> {});
    }

    public static TestEngines shared() {
        return SHARED;
    }

    public Postgres postgres() {
        ready("postgresql");
        return new Postgres(endpoints());
    }

    /** Keycloak with the local realm; returns the realm's issuer address. */
    public String keycloak() {
        ready("keycloak");
        return endpoints().keycloak() + "/realms/hub";
    }

    /** Address of the registry's Confluent-compatible API. */
    public URI registry() {
        ready("postgresql");
        ready("registry");
        return endpoints().registry();
    }

    public URI elasticsearch() {
        ready("elasticsearch");
        return endpoints().elasticsearch();
    }

    public URI nifi() {
        ready("nifi");
        return endpoints().nifi();
    }

    /** The hub itself as it is installed: all engines, and exchange-core's jar in a process of its own. */
    public LocalStack hub() {
        stack.up();
        if (owner) {
            startedHere.addAll(Set.of("postgresql", "keycloak", "registry", "elasticsearch", "nifi", "exchange-core"));
        } else {
            startedHere.add("exchange-core");
        }
        return stack;
    }

    public Endpoints endpoints() {
        return stack.endpoints();
    }

    public Path secrets() {
        return state.resolve("secrets");
    }

    /** The standard configuration of exchange-core on a database of {@link Postgres#freshDatabase}. */
    public Map<String, String> exchangeCoreProperties(String database) {
        return stack.hubProperties(database);
    }

    private synchronized void ready(String engine) {
        if (startedHere.contains(engine)) {
            return;
        }
        boolean ran = stack.status().stream().anyMatch(status -> status.engine().equals(engine) && status.running());
        stack.start(engine);
        if (owner && !ran) {
            startedHere.add(engine);
        }
    }

    /** Stops what this JVM has started. */
    synchronized void stop() {
        startedHere.stream().toList().reversed().forEach(stack::stop);
        startedHere.clear();
    }

    /** The root of the checkout: the directory with the hub script, above a module's directory. */
    static Path checkout() {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null) {
            if (Files.exists(directory.resolve(".mvn/jvm.config"))) {
                return directory;
            }
            directory = directory.getParent();
        }
        throw new IllegalStateException("tests run inside a checkout of the project");
    }
}
