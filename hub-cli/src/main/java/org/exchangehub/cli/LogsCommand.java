package org.exchangehub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.exchangehub.engines.Explained;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the end of the engines' logs.")
final class LogsCommand implements Callable<Integer> {

    private static final long LONGEST_TAIL = 1024L * 1024;
    private static final int PAUSE_MILLIS = 300;

    private final Installation installation;
    private final PrintWriter out;

    @Parameters(arity = "0..1", description = "One engine, such as nifi or exchange-core; all when left out.")
    private @Nullable String engine;

    @Option(names = "-f", description = "Goes on showing what is added, until interrupted; needs an engine.")
    private boolean follow;

    @Option(names = "-n", defaultValue = "40", description = "How many lines of each log (default: ${DEFAULT-VALUE}).")
    private int lines;

    LogsCommand(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (Path log : logs()) {
            if (engine == null) {
                out.println("== " + log);
            }
            long end = showTail(log);
            if (follow && engine != null) {
                follow(log, end);
            }
        }
        return 0;
    }

    private List<Path> logs() throws IOException {
        Path directory = installation.state().resolve("logs");
        if (!Files.isDirectory(directory)) {
            throw new Explained("There are no logs in " + installation.state() + " yet; ./hub up makes them.");
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.sorted().toList();
            List<Path> chosen = all.stream()
                    .filter(log ->
                            engine == null || log.getFileName().toString().equals(engine + ".log"))
                    .toList();
            if (chosen.isEmpty()) {
                throw new Explained("There is no log of " + engine + "; there are logs of "
                        + all.stream()
                                .map(log -> log.getFileName().toString().replace(".log", ""))
                                .toList() + ".");
            }
            return chosen;
        }
    }

    /** Shows the last lines; returns where the file ended. */
    private long showTail(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long end = file.length();
            List<String> tail =
                    text(file, Math.max(0, end - LONGEST_TAIL), end).lines().toList();
            tail.subList(Math.max(0, tail.size() - lines), tail.size()).forEach(out::println);
            return end;
        }
    }

    private void follow(Path log, long from) throws IOException, InterruptedException {
        long shown = from;
        while (!Thread.currentThread().isInterrupted()) {
            try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
                long end = file.length();
                shown = Math.min(shown, end);
                out.print(text(file, shown, end));
                out.flush();
                shown = end;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static String text(RandomAccessFile file, long from, long end) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(end - from)];
        file.seek(from);
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
