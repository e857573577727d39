package org.exchangehub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.exchangehub.engines.Explained;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one of the measurements of the module benchmarks in a process of its own. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures one thing on this machine and prints its figures beside their targets.")
final class BenchCommand implements Callable<Integer> {

    private final Installation installation;

    @Parameters(
            paramLabel = "NAME",
            description = "What to measure: audit, audit-search, catalog, checks, governance, ingest, scale.")
    @SuppressWarnings("NullAway.Init") // set by picocli before it calls
    private String name;

    @Option(names = "--quick", description = "A look within five minutes, less exact.")
    private boolean quick;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "audit: how long the log bears its rate; 2 unless said, the target says 10.")
    private @Nullable Integer minutes;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the figures as JSON.")
    private @Nullable Path json;

    BenchCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path built = installation.checkout().resolve("benchmarks/target");
        if (!Files.isDirectory(built.resolve("lib"))) {
            throw new Explained("The benchmarks have not been built in " + built + "; ./hub bench builds them.");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dhub.root=" + installation.checkout(),
                "-cp",
                built.resolve("classes") + System.getProperty("path.separator") + built.resolve("lib") + "/*",
                "org.exchangehub.benchmarks.Benchmarks",
                name));
        if (quick) {
            command.add("--quick");
        }
        if (minutes != null) {
            command.addAll(List.of("--minutes", minutes.toString()));
        }
        if (json != null) {
            command.addAll(List.of("--json", json.toAbsolutePath().toString()));
        }
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
