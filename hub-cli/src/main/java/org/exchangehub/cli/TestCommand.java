package org.exchangehub.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.exchangehub.engines.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Builds everything and runs all tests, those on the real engines included; the engines are started"
                        + " once, on ports and in a state directory of their own (.hub-test), and stopped at the end.")
final class TestCommand implements Callable<Integer> {

    private static final List<String> FROM_THE_START = List.of("postgresql", "keycloak", "registry", "elasticsearch");

    private final Installation installation;
    private final PrintWriter out;

    @Parameters(
            arity = "0..*",
            paramLabel = "MAVEN_ARGUMENT",
            description = "Passed on to Maven; write -- before them.")
    private List<String> arguments = new ArrayList<>();

    TestCommand(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path state = installation.checkout().resolve(".hub-test");
        LocalStack stack = new LocalStack(
                state, installation.checkout(), true, (engine, millis) -> Installation.announce(out, engine, millis));
        stack.wipe();
        Thread interrupted = new Thread(stack::down);
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            // NiFi and the hub are built by the very build that tests them: the first test that asks starts them.
            stack.up(FROM_THE_START);
            return maven(state);
        } finally {
            stack.down();
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
    }

    private int maven(Path state) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(System.getenv().getOrDefault("HUB_MAVEN", "mvn"), "-B", "verify"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(installation.checkout().toFile())
                .redirectErrorStream(true);
        builder.environment().put("HUB_TEST_STATE", state.toString());
        Process maven = builder.start();
        TestCount count = new TestCount();
        try (BufferedReader lines = maven.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.println(line);
                count.add(line);
            }
        } finally {
            maven.destroy();
        }
        int code = maven.waitFor();
        out.println();
        out.println(count.total());
        return code;
    }
}
