package org.exchangehub.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangehub.cli.audit.AuditCommand;
import org.exchangehub.cli.audit.WitnessCommand;
import org.exchangehub.cli.demo.DemoCommand;
import org.exchangehub.engines.Explained;
import org.exchangehub.engines.login.LoginFailed;
import org.exchangehub.tlog.LogRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The hub command. What goes wrong for a reason a person can remove is said in one sentence on standard error. */
@Command(
        name = "hub",
        mixinStandardHelpOptions = true,
        description = "Runs the Exchange Hub and the engines it stands on, on this machine.")
public final class HubCommand {

    private HubCommand() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine(Installation.ofThisCheckout(), out, err).execute(arguments));
    }

    static CommandLine commandLine(Installation installation, PrintWriter out, PrintWriter err) {
        CommandLine hub = new CommandLine(new HubCommand());
        List.of(
                        new UpCommand(installation, out),
                        new DownCommand(installation, out),
                        new StatusCommand(installation, out),
                        new LogsCommand(installation, out),
                        new OpenCommand(installation, out),
                        new DemoCommand(installation, out),
                        new TestCommand(installation, out),
                        new BenchCommand(installation),
                        new FuzzCommand(installation, out),
                        new FaultsCommand(installation),
                        AuditCommand.of(installation, out, err),
                        new WitnessCommand(installation.checkout(), out),
                        new EnvCommand(installation, out),
                        new TokenCommand(installation, out))
                .forEach(hub::addSubcommand);
        return hub.setOut(out).setErr(err).setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof Explained || exception instanceof LogRefused || exception instanceof LoginFailed) {
                err.println("hub: " + exception.getMessage());
            } else {
                exception.printStackTrace(err);
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
    }
}
