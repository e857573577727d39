package org.exchangehub.cli.demo;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.exchangehub.cli.Installation;
import picocli.CommandLine.Command;

/** Starts what does not run yet and tells the story. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Tells how two departments share real data.")
public final class DemoCommand implements Callable<Integer> {

    private final Installation installation;
    private final PrintWriter out;

    public DemoCommand(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    @Override
    public Integer call() {
        installation.exclusively(installation.stack(out)::up);
        return 0;
    }
}
