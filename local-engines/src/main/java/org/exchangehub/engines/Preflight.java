package org.exchangehub.engines;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this machine must have before anything is started. */
final class Preflight {

    private static final long MEBIBYTE = 1024L * 1024;
    private static final long MEMORY_MEBIBYTES = 4_500;
    private static final long DISK_MEBIBYTES = 3_000;

    private Preflight() {}

    /** Refuses a machine with too little memory or disk; memory is asked for only when nothing runs yet. */
    static void check(StateDirectory state, boolean nothingRuns) {
        StateDirectory.made(state.root());
        requireDisk(usableDisk(state.root()), state.root());
        if (nothingRuns) {
            requireMemory(availableMemory());
        }
    }

    static void requireMemory(long mebibytes) {
        if (mebibytes < MEMORY_MEBIBYTES) {
            throw new Explained("All engines together need " + MEMORY_MEBIBYTES + " MiB of memory, and " + mebibytes
                    + " MiB are free; stop other programs or use a larger machine.");
        }
    }

    static void requireDisk(long mebibytes, Path where) {
        if (mebibytes < DISK_MEBIBYTES) {
            throw new Explained("The engines need " + DISK_MEBIBYTES + " MiB of disk at " + where + ", and " + mebibytes
                    + " MiB are free; remove files or set HUB_STATE to a directory on another disk.");
        }
    }

    private static long usableDisk(Path where) {
        try {
            return Files.getFileStore(where).getUsableSpace() / MEBIBYTE;
        } catch (IOException e) {
            throw new Explained("The disk of " + where + " cannot be read.", e);
        }
    }

    /** Memory that programs can still have: what Linux calls available, elsewhere what is free. */
    private static long availableMemory() {
        Path file = Path.of("/proc/meminfo");
        if (Files.exists(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                return lines.filter(line -> line.startsWith("MemAvailable:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(Long.MAX_VALUE);
            } catch (IOException e) {
                return Long.MAX_VALUE;
            }
        }
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() / MEBIBYTE
                : Long.MAX_VALUE;
    }
}
