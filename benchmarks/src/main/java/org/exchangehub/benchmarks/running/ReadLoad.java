package org.exchangehub.benchmarks.running;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.exchangehub.benchmarks.running.HubCalls.Reader;

/** Callers who each read one record after the other, as fast as they are answered. */
public final class ReadLoad {

    private static final long SECOND = 1_000_000_000L;

    private final HubUnderTest engines;
    private final Reader reader;
    private final List<String> keys;
    private final int callers;

    /**
     * What came of it.
     *
     * @param rate answers a second
     * @param cpu processor seconds of exchange-core and PostgreSQL for 1 000 answers
     * @param loadCpu processor seconds of this process for 1 000 answers
     */
    public record Result(double rate, double cpu, double loadCpu) {}

    /** @param keys of records the reader may see */
    public ReadLoad(HubUnderTest engines, Reader reader, List<String> keys, int callers) {
        this.engines = engines;
        this.reader = reader;
        this.keys = List.copyOf(keys);
        this.callers = callers;
    }

    /** Reads for so many seconds; an answer that is not 200 ends it. */
    public Result run(int seconds) {
        LongAdder answers = new LongAdder();
        AtomicLong next = new AtomicLong();
        double server = engines.hubCpu() + engines.postgresCpu();
        double here = CpuTime.ofThis();
        long begun = System.nanoTime();
        long end = begun + seconds * SECOND;
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> reading = IntStream.range(0, callers)
                    .<Future<?>>mapToObj(i -> all.submit(() -> {
                        while (System.nanoTime() < end) {
                            reader.records("/" + keys.get((int) (next.getAndIncrement() * 31 % keys.size())));
                            answers.increment();
                        }
                    }))
                    .toList();
            for (Future<?> caller : reading) {
                caller.get();
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a read failed", broken.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", interrupted);
        }
        double took = (System.nanoTime() - begun) / (double) SECOND;
        double thousands = answers.sum() / 1_000.0;
        return new Result(
                answers.sum() / took,
                (engines.hubCpu() + engines.postgresCpu() - server) / thousands,
                (CpuTime.ofThis() - here) / thousands);
    }
}
