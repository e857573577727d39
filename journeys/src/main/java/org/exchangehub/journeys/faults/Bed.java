package org.exchangehub.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.cli.demo.Cast;
import org.exchangehub.cli.demo.HubApi;
import org.exchangehub.cli.demo.Narrator;
import org.exchangehub.cli.demo.Plan;
import org.exchangehub.cli.demo.Registration;
import org.exchangehub.cli.demo.Sharing;
import org.exchangehub.engines.Endpoints;
import org.exchangehub.engines.LocalStack;

/** What is broken: the engines, two instances over one database and one spool, and the datasets that are sent to. */
final class Bed implements AutoCloseable {

    private static final List<String> DEPARTMENTS = List.of("market", "police", "housing", "civil");
    static final String PURPOSE = "licence-approval";
    static final String ASKER = "app-licensing";

    final LocalStack stack;
    final Endpoints endpoints;
    final Cast cast;
    final Spool spool;
    final List<Instance> instances = new ArrayList<>();
    /** Settings of both instances beside the usual ones. */
    final Map<String, String> settings = new TreeMap<>();

    private final Path root;
    private final Path checkout;
    /** Whoever interrupts a run leaves no engine running. */
    private final Thread interrupted = new Thread(this::down);

    /** A dataset to send to, and who sends. */
    record Shared(String code, String steward) {}

    Bed(Path root, Path checkout) throws IOException, InterruptedException {
        this.root = root;
        this.checkout = checkout;
        this.stack = new LocalStack(root, checkout, true, (engine, millis) -> say(engine + " is ready"));
        Spool.release(root.resolve("data/spool"));
        stack.wipe();
        Files.createDirectories(root);
        this.endpoints = stack.endpoints();
        this.cast = new Cast(endpoints::personToken, endpoints::clientToken, Clock.systemUTC());
        this.spool = Spool.of(root.resolve("data/spool"));
    }

    static void say(String what) {
        System.out.println("  " + what);
    }

    /** @param thorough whether starts are to come so often that it pays to prepare them */
    void up(boolean thorough) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(interrupted);
        stack.up(List.of("postgresql", "keycloak", "registry", "elasticsearch"));
        Path program = program();
        Map<String, String> first = stack.hubProperties("hub");
        for (String name : List.of("A", "B")) {
            Path directory = Files.createDirectories(root.resolve("instance-" + name));
            int port = name.equals("A") ? Integer.parseInt(first.getOrDefault("server.port", "0")) : free();
            Map<String, String> properties = new TreeMap<>(first);
            properties.put("server.port", String.valueOf(port));
            properties.put("hub.state-directory", directory.resolve("state").toString());
            properties.put("hub.spool-directory", spool.directory().toString());
            // The spool is a small file system that is to become full.
            properties.put("hub.ingest.spool-reserve", "1MB");
            properties.put("hub.ingest.lease", "5s");
            properties.put("hub.ingest.commit-wait", "5s");
            properties.putAll(settings);
            instances.add(new Instance(name, port, directory, program, properties));
        }
        if (thorough) {
            instances.getFirst().start(false);
            instances.getFirst().awaitReady();
            instances.getFirst().stop();
        }
        for (Instance instance : instances) {
            instance.start(false);
        }
        for (Instance instance : instances) {
            if (!instance.awaitReady()) {
                throw new IOException("instance " + instance.name() + " does not start; see " + instance.log());
            }
            say("instance " + instance.name() + " is ready");
        }
    }

    /** The hub unpacked, and the archive of classes that makes later starts short. */
    private Path program() throws IOException, InterruptedException {
        Path jar;
        try (Stream<Path> files = Files.list(checkout.resolve("exchange-core/target"))) {
            jar = files.filter(
                            file -> file.getFileName().toString().matches("exchange-core-[0-9].*(?<!-sources)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("exchange-core has not been built"));
        }
        Path program = root.resolve("program");
        run("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", program.toString());
        return program.resolve(jar.getFileName());
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("exchange-core cannot be unpacked");
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Registers, publishes and grants a dataset per department. */
    List<Shared> datasets() throws IOException {
        HubApi api =
                new HubApi(URI.create("http://localhost:" + instances.getFirst().port()));
        PrintWriter quiet = new PrintWriter(
                new OutputStreamWriter(Files.newOutputStream(root.resolve("story.txt")), StandardCharsets.UTF_8));
        Narrator narrator = new Narrator(quiet);
        List<Shared> datasets = new ArrayList<>();
        for (String department : DEPARTMENTS) {
            Plan plan = plan(department);
            String code = new Registration(api, cast, narrator).published(plan);
            new Sharing(api, cast, narrator)
                    .granted(plan, code, LocalDate.now(Clock.systemUTC()).plusMonths(6));
            letEverythingPass(code, cast.person(department + "-steward"));
            datasets.add(new Shared(code, department + "-steward"));
        }
        return datasets;
    }

    private static Plan plan(String department) throws IOException {
        Plan model = Plan.named("legal-persons");
        ObjectNode dataset = model.dataset().deepCopy();
        dataset.withObject("title").put("zh", "故障试验" + department).put("en", "Faults " + department);
        ObjectNode application = model.application().deepCopy();
        ArrayNode fields = application.putArray("fields");
        List.of("id", "owner", "staff")
                .forEach(field -> fields.addObject().put("field", field).put("access", "CLEAR"));
        application.putArray("modes").add("QUERY").add("VERIFY").add("CHANGES");
        application.put("purpose", PURPOSE);
        return new Plan(
                "faults " + department,
                new Plan.Provider(department + "-steward", department + "-head"),
                new Plan.Consumer("approval-developer", "approval-head", ASKER),
                dataset,
                schema(),
                model.source(),
                application,
                model.questions());
    }

    private static JsonNode schema() throws IOException {
        try (InputStream in = Bed.class.getResourceAsStream("shop.avsc")) {
            if (in == null) {
                throw new IOException("shop.avsc is missing");
            }
            return Journal.JSON.readTree(in);
        }
    }

    /** Bad rows are quarantined and snapshots delete without anybody being asked: the model decides what is right. */
    private void letEverythingPass(String code, Actor steward) throws IOException {
        ObjectNode policy = Journal.JSON
                .createObjectNode()
                .put("rejectAboveShare", 1.0)
                .put("holdAboveShare", 1.0)
                .put("holdAboveRows", 1_000_000)
                .put("paused", false);
        Wire.Call call = Wire.Call.json("PUT", "/api/v1/datasets/" + code + "/ingest-policy", policy)
                .with("If-Match", "\"0\"");
        Wire.Reply reply = new Wire().send(instances.getFirst().port(), steward.token(), call);
        if (!Load.good(reply)) {
            throw new IOException("the policy of " + code + " was answered " + reply);
        }
    }

    /** A connection past the hub, as the database's superuser. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(
                endpoints.jdbcUrl("hub") + "?loginTimeout=5&socketTimeout=60&ApplicationName=faults",
                "postgres",
                endpoints.databasePassword("postgres"));
    }

    private void down() {
        try {
            for (Instance instance : instances) {
                instance.kill();
            }
            stack.down();
            Spool.release(spool.directory());
        } catch (IOException e) {
            say("the spool's file system could not be taken away: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends everything that was started. */
    @Override
    public void close() {
        down();
        Runtime.getRuntime().removeShutdownHook(interrupted);
    }
}
