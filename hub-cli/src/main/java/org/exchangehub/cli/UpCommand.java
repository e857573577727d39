package org.exchangehub.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.exchangehub.engines.LocalStack;
import picocli.CommandLine.Command;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts the engines and the hub, and waits until all are ready.")
final class UpCommand implements Callable<Integer> {

    private final Installation installation;
    private final PrintWriter out;

    UpCommand(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        LocalStack stack = installation.stack(out);
        installation.exclusively(stack::up);
        out.printf(Locale.ROOT, "ready in %.0f s%n%n", (System.nanoTime() - start) / 1e9);
        new Addresses(stack.endpoints()).print(out);
        out.printf(
                "%nPasswords lie in %s; ./hub open shows the catalog.%n",
                installation.state().resolve("secrets/people"));
        return 0;
    }
}
