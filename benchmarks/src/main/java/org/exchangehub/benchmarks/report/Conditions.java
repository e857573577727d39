package org.exchangehub.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a figure was measured under, in one line. */
public final class Conditions {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path LOAD = Path.of("/proc/loadavg");

    private Conditions() {}

    /**
     * Machine, versions and load as they are now.
     *
     * @param how the rest, such as the number of threads or rows
     */
    public static String here(String how) {
        return String.join(
                "; ",
                processor(),
                Runtime.getRuntime().availableProcessors() + " cores",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "JDK " + System.getProperty("java.vm.version"),
                "load " + load(),
                how);
    }

    private static String processor() {
        return text(PROCESSORS)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    /** The load average of the last minute: on a shared machine it says whether a figure can be trusted. */
    public static String load() {
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
