package org.exchangehub.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.exchangehub.engines.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops the hub and the engines in order; data, ports and secrets stay.")
final class DownCommand implements Callable<Integer> {

    private final Installation installation;
    private final PrintWriter out;

    @Option(names = "--wipe", description = "Also removes all data, ports, secrets and logs.")
    private boolean wipe;

    DownCommand(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (!installation.exists()) {
            out.println("Nothing runs: nothing has been started in " + installation.state() + " yet.");
            return 0;
        }
        LocalStack stack = installation.stack(out);
        installation.exclusively(wipe ? stack::wipe : stack::down);
        out.println(wipe ? "Stopped and forgotten." : "Stopped; ./hub up goes on where it was.");
        return 0;
    }
}
