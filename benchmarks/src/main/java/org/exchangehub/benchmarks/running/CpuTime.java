package org.exchangehub.benchmarks.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time that processes have used, as Linux counts it (proc(5), {@code /proc/pid/stat}). */
public final class CpuTime {

    /** Clock ticks of a second; 100 on every Linux of today. */
    private static final double TICKS = 100;

    private CpuTime() {}

    /** Seconds of a process, of its children that have ended, and of those that have not. */
    public static double ofFamily(long pid) {
        double seconds = of(pid);
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToDouble(child -> of(child.pid()))
                .reduce(seconds, Double::sum);
    }

    /** Seconds of this process and of the programs it has run to their end. */
    public static double ofThis() {
        return of(ProcessHandle.current().pid());
    }

    private static double of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // After the name in brackets: state is field 3, utime stime cutime cstime are fields 14 to 17.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 20);
            double ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks / TICKS;
        } catch (IOException gone) {
            return 0;
        }
    }
}
