package org.exchangehub.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a figure was measured under, in one line. */
final class Conditions {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path LOAD = Path.of("/proc/loadavg");

    private Conditions() {}

    static String here() {
        return String.join(
                "; ",
                processor(),
                Runtime.getRuntime().availableProcessors() + " cores",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "JDK " + System.getProperty("java.vm.version"),
                "load " + load(),
                "one thread");
    }

    private static String processor() {
        return text(PROCESSORS)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static String load() {
        String[] words = text(LOAD).split(" ", 2);
        return words[0].isBlank() ? "unknown" : words[0];
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
