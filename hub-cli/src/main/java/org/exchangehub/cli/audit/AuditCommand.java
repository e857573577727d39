package org.exchangehub.cli.audit;

import java.io.PrintWriter;
import org.exchangehub.cli.Installation;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Checks the access log as an outsider would, who trusts nothing but the log's public key. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Verifies the access log, or exports it to be verified elsewhere.")
public final class AuditCommand {

    private AuditCommand() {}

    /** The command with its subcommands. */
    public static CommandLine of(Installation installation, PrintWriter out, PrintWriter err) {
        LogSources sources = new LogSources(installation, out);
        return new CommandLine(new AuditCommand())
                .addSubcommand(new VerifyCommand(sources, out, err))
                .addSubcommand(new ExportCommand(sources, out));
    }
}
