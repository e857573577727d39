package org.exchangehub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.exchangehub.engines.Endpoints;
import org.exchangehub.engines.Explained;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Prints the address of a page, and opens it where there is a desktop.")
final class OpenCommand implements Callable<Integer> {

    private final Installation installation;
    private final PrintWriter out;

    @Parameters(
            arity = "0..1",
            defaultValue = "catalog",
            description = "catalog (default), access-log, api, keycloak, nifi or registry.")
    private String page = "catalog";

    OpenCommand(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    @Override
    public Integer call() {
        URI address = address(installation.existing(out).endpoints());
        out.println(address);
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        if (mac || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null) {
            show(mac ? "open" : "xdg-open", address);
        }
        return 0;
    }

    private URI address(Endpoints endpoints) {
        return switch (page) {
            case "catalog" -> endpoints.hub().resolve("/");
            case "access-log" -> endpoints.hub().resolve("/access-log");
            case "api" -> endpoints.hub().resolve("/api/v1/openapi.json");
            case "keycloak" -> endpoints.keycloak().resolve("/admin/hub/console/");
            case "nifi" -> endpoints.nifi().resolve("/nifi/");
            case "registry" -> endpoints.registry();
            default ->
                throw new Explained("There is no page " + page
                        + "; there are catalog, access-log, api, keycloak, nifi and registry.");
        };
    }

    private static void show(String opener, URI address) {
        try {
            new ProcessBuilder(List.of(opener, address.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noDesktop) {
            // the address has been printed, which is all that can be done here
        }
    }
}
