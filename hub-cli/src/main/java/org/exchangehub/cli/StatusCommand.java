package org.exchangehub.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.exchangehub.engines.LocalStack.Status;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows what runs; the exit code is 0 when everything is ready, else 3.")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_ALL_READY = 3;

    private final Installation installation;
    private final PrintWriter out;

    StatusCommand(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (!installation.exists()) {
            out.println("Nothing has been started in " + installation.state() + " yet; ./hub up does it.");
            return NOT_ALL_READY;
        }
        List<Status> all = installation.stack(out).status();
        all.forEach(engine -> out.printf("  %-14s port %-6d %s%n", engine.engine(), engine.port(), state(engine)));
        return all.stream().allMatch(Status::ready) ? 0 : NOT_ALL_READY;
    }

    private static String state(Status engine) {
        if (engine.ready()) {
            return "ready";
        }
        return engine.running() ? "runs, but does not answer (see ./hub logs " + engine.engine() + ")" : "stopped";
    }
}
