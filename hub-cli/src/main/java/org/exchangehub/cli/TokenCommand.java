package org.exchangehub.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.exchangehub.engines.Endpoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Logs a person or an application of the local realm in and prints the access token.")
final class TokenCommand implements Callable<Integer> {

    private final Installation installation;
    private final PrintWriter out;

    @Parameters(description = "A person such as market-steward, or an application such as app-licensing.")
    private String who = "";

    TokenCommand(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    @Override
    public Integer call() {
        Endpoints endpoints = installation.existing(out).endpoints();
        out.println(Files.exists(endpoints.clientKey(who)) ? endpoints.clientToken(who) : endpoints.personToken(who));
        return 0;
    }
}
