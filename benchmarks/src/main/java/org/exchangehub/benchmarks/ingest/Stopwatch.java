package org.exchangehub.benchmarks.ingest;

import java.util.function.DoubleSupplier;
import org.exchangehub.benchmarks.running.CpuTime;

/** Times a load, and what processors it has kept busy. */
final class Stopwatch {

    private static final long REAPED_MILLIS = 500;

    private final DoubleSupplier serverCpu;
    private final double serverBefore;
    private final double loaderBefore = CpuTime.ofThis();
    private final long begun;

    Stopwatch(DoubleSupplier serverCpu) {
        this.serverCpu = serverCpu;
        this.serverBefore = serverCpu.getAsDouble();
        this.begun = System.nanoTime();
    }

    Run stopped(long rows) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        awaitReaped();
        return new Run(rows, seconds, serverCpu.getAsDouble() - serverBefore, CpuTime.ofThis() - loaderBefore);
    }

    /** What a server's process used counts as its parent's only once the parent has taken note of its end. */
    private static void awaitReaped() {
        try {
            Thread.sleep(REAPED_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
