package org.exchangehub.benchmarks.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/**
 * Runs inside exchange-core's process, in place of its main class: starts the hub as it is and, told so on standard input,
 * appends to its log as the packages of the hub do. Only the log is loaded so; a request over HTTP costs many times an entry.
 */
public final class LogDriver {

    private LogDriver() {}

    /**
     * Starts the hub, then reads commands, one a line: {@code closed <callers> <seconds> <file>} or
     * {@code paced <entries a second> <seconds> <file>}. What came of it is in the file when the file is there.
     *
     * @param args exchange-core's own, after the hub's address
     */
    public static void main(String... args) throws IOException, ReflectiveOperationException {
        String url = args[0];
        AppendedFacts facts = new AppendedFacts(hub(Arrays.copyOfRange(args, 1, args.length)));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", 4);
            int number = Integer.parseInt(words[1]);
            int seconds = Integer.parseInt(words[2]);
            Load load = new Load(facts, URI.create(url + "/log/checkpoint"));
            List<String> result =
                    words[0].equals("closed") ? load.closed(number, seconds) : load.paced(number, seconds);
            Path file = Path.of(words[3]);
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, result);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The running hub's application context. */
    private static Object hub(String... args) throws ReflectiveOperationException {
        Object application = Class.forName("org.exchangehub.core.HubApplication")
                .getMethod("application")
                .invoke(null);
        return application.getClass().getMethod("run", String[].class).invoke(application, (Object) args);
    }
}
