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

/** Runs one of the fault suites of the module journeys in a process of its own. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description =
                "Breaks a hub of its own on purpose, again and again, under load, and tells whether anything was lost,"
                        + " doubled or released without evidence. Uses a state directory (.hub-faults) and ports of its own.")
final class FaultsCommand implements Callable<Integer> {

    private final Installation installation;

    @Parameters(paramLabel = "NAME", description = "What to break: ingest, or audit (tampering with the log).")
    @SuppressWarnings("NullAway.Init") // set by picocli before it calls
    private String name;

    @Option(names = "--quick", description = "A look within five minutes, with fewer faults.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the figures as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "What an earlier run printed, to send the same again.")
    private @Nullable Long seed;

    @Option(
            names = "--clock",
            description =
                    "Puts the instances' clocks wrong, too; they are then several times slower. Needs Debian's faketime.")
    private boolean clock;

    FaultsCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path built = installation.checkout().resolve("journeys/target");
        if (!Files.isDirectory(built.resolve("lib"))) {
            throw new Explained("The fault suites have not been built in " + built + "; ./hub faults builds them.");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dhub.root=" + installation.checkout(),
                "-Dhub.faults.clock=" + clock,
                "-cp",
                built.resolve("classes") + System.getProperty("path.separator") + built.resolve("lib") + "/*",
                "org.exchangehub.journeys.faults.Faults",
                name));
        if (quick) {
            command.add("--quick");
        }
        if (json != null) {
            command.addAll(List.of("--json", json.toAbsolutePath().toString()));
        }
        if (seed != null) {
            command.addAll(List.of("--seed", seed.toString()));
        }
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
