package org.exchangehub.engines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** All engines of one state directory, and the hub on top of them. */
public final class LocalStack {

    private static final Executor PER_ENGINE = task -> Thread.ofPlatform().start(task);

    private final StateDirectory state;
    private final Progress progress;
    private final Certificates certificates;
    private final Secrets secrets;
    final Ports ports;
    final PostgresEngine postgres;
    final KeycloakEngine keycloak;
    final RegistryEngine registry;
    final ElasticsearchEngine elasticsearch;
    final NifiEngine nifi;
    final HubEngine hub;
    final HubProperties properties;

    /** What an engine is doing, for the person who waits. */
    @FunctionalInterface
    public interface Progress {

        /** Called when an engine is ready, after this many milliseconds. */
        void ready(String engine, long millis);
    }

    /** How an engine stands. */
    public record Status(String engine, boolean running, boolean ready, int port) {}

    /**
     * The engines of a state directory.
     *
     * @param checkout root of the built project, where NiFi's assembly and exchange-core's jar lie
     * @param forTests ports are then taken anywhere, never those of a running installation
     */
    public LocalStack(Path root, Path checkout, boolean forTests, Progress progress) {
        this.state = new StateDirectory(root);
        this.progress = progress;
        this.ports = new Ports(state, forTests);
        Cache cache = Cache.ofUser();
        this.secrets = new Secrets(state);
        this.certificates = new Certificates(secrets, Clock.systemUTC());
        this.postgres = new PostgresEngine(state, ports, cache, secrets);
        this.keycloak =
                new KeycloakEngine(state, ports, cache, secrets, certificates, () -> "http://localhost:" + hubPort());
        this.registry = new RegistryEngine(state, ports, cache, postgres);
        this.elasticsearch = new ElasticsearchEngine(state, ports, cache, secrets);
        this.nifi = new NifiEngine(
                state,
                ports,
                cache,
                checkout.resolve("nifi-processors/server/target/nifi-server"),
                secrets,
                certificates);
        this.properties =
                new HubProperties(state, ports, postgres, keycloak, elasticsearch, registry, nifi, certificates);
        this.hub = new HubEngine(state, ports, cache, checkout.resolve("exchange-core/target"), properties);
    }

    private int hubPort() {
        return ports.of("hub", 8080);
    }

    public StateDirectory state() {
        return state;
    }

    /** Addresses of everything, as also written to endpoints.json. */
    public Endpoints endpoints() {
        return new Endpoints(
                state, properties.url(), keycloak, postgres, registry, elasticsearch, nifi, ports, secrets);
    }

    /** All engines, those that others need first. */
    List<Engine> engines() {
        return List.of(postgres, keycloak, elasticsearch, nifi, registry, hub);
    }

    /** Starts what does not run yet, side by side, and returns when all are ready. */
    public void up() {
        // The hub starts last: its program is unpacked while the engines come.
        CompletableFuture<Void> installed = CompletableFuture.runAsync(hub::install, PER_ENGINE);
        engines(this::timed);
        await(List.of(installed));
        timed(hub);
        writeEndpoints();
    }

    /** Starts all engines but the hub itself. */
    public void upEngines() {
        engines(this::timed);
        writeEndpoints();
    }

    private void engines(java.util.function.Consumer<Engine> start) {
        Preflight.check(state, engines().stream().noneMatch(Engine::running));
        // Chosen before anything runs side by side, so that two engines never choose the same port.
        engines().forEach(Engine::port);
        writeEndpoints();
        CompletableFuture<Void> database = CompletableFuture.runAsync(() -> start.accept(postgres), PER_ENGINE);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        all.add(database.thenRunAsync(() -> start.accept(registry), PER_ENGINE));
        for (Engine engine : List.of(keycloak, elasticsearch, nifi)) {
            all.add(CompletableFuture.runAsync(() -> start.accept(engine), PER_ENGINE));
        }
        await(all);
    }

    private static void await(List<CompletableFuture<Void>> all) {
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Explained explained ? explained : e;
        }
    }

    /** Starts these engines side by side, such as those that a test run needs from its beginning. */
    public void up(List<String> names) {
        engines(engine -> {
            if (names.contains(engine.name())) {
                timed(engine);
            }
        });
    }

    private void timed(Engine engine) {
        long start = System.nanoTime();
        engine.up();
        progress.ready(engine.name(), (System.nanoTime() - start) / 1_000_000);
    }

    void writeEndpoints() {
        ObjectNode all = Json.object().put("hub", properties.url());
        all.putObject("keycloak").put("url", keycloak.url()).put("realm", KeycloakEngine.REALM);
        all.putObject("registry").put("url", registry.url());
        all.putObject("elasticsearch").put("url", elasticsearch.url()).put("username", ElasticsearchEngine.USERNAME);
        all.putObject("nifi").put("url", nifi.url());
        all.putObject("postgresql").put("host", "localhost").put("port", postgres.port());
        Json.write(state.endpoints(), all);
    }

    /** Stops everything, the hub first and the database last. */
    public void down() {
        hub.stop();
        await(List.of(nifi, registry, elasticsearch, keycloak).stream()
                .map(engine -> CompletableFuture.runAsync(engine::stop, PER_ENGINE))
                .toList());
        postgres.stop();
    }

    /** Stops everything and forgets all data, secrets and ports. */
    public void wipe() {
        down();
        state.wipe();
    }

    public List<Status> status() {
        return engines().stream()
                .map(engine -> {
                    boolean running = engine.running();
                    return new Status(engine.name(), running, running && engine.ready(), engine.port());
                })
                .toList();
    }

    /** Ends an engine at once, as a power cut would; for fault tests. */
    public void kill(String engine) {
        named(engine).kill();
    }

    /**
     * Halts one engine (SIGSTOP): it answers nobody, and goes on where it was once it is resumed. With all its processes, for what
     * was started may only have started what serves, as Elasticsearch's launcher does.
     */
    public void halt(String engine) {
        named(engine).signal("STOP");
    }

    /** Lets a halted engine go on. */
    public void resume(String engine) {
        named(engine).signal("CONT");
    }

    /** Starts one engine and waits until it is ready. */
    public void start(String engine) {
        timed(named(engine));
    }

    /** Stops one engine in order. */
    public void stop(String engine) {
        named(engine).stop();
    }

    private Engine named(String engine) {
        return engines().stream()
                .filter(candidate -> candidate.name().equals(engine))
                .findFirst()
                .orElseThrow(() -> new Explained("There is no engine " + engine + "; there are "
                        + engines().stream().map(Engine::name).toList() + "."));
    }

    /** exchange-core's configuration on this database; for tests that start it in their own JVM. */
    public Map<String, String> hubProperties(String database) {
        return properties.of(database);
    }
}
