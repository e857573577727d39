package org.exchangehub.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.exchangehub.engines.Endpoints;
import org.exchangehub.engines.LocalStack;
import picocli.CommandLine.Command;

@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        description = "Prints shell variables with the addresses, for . <(./hub env).")
final class EnvCommand implements Callable<Integer> {

    private final Installation installation;
    private final PrintWriter out;

    EnvCommand(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    @Override
    public Integer call() {
        LocalStack stack = installation.existing(out);
        Endpoints endpoints = stack.endpoints();
        export("HUB_URL", endpoints.hub());
        export("KEYCLOAK_URL", endpoints.keycloak());
        export("REGISTRY_URL", endpoints.registry());
        export("ELASTICSEARCH_URL", endpoints.elasticsearch());
        export("NIFI_URL", endpoints.nifi());
        export("DATABASE_URL", endpoints.jdbcUrl("hub"));
        export("SECRETS", stack.state().secrets());
        return 0;
    }

    private void export(String name, Object value) {
        out.println("export " + name + "='" + value.toString().replace("'", "'\\''") + "'");
    }
}
