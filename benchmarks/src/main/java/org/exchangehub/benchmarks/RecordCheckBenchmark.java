package org.exchangehub.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.exchangehub.benchmarks.population.PopulationRecords;
import org.exchangehub.schemas.CheckedRecord;
import org.exchangehub.schemas.RecordChecker;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Records of 12 fields checked one after the other by one thread; an operation is a record. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms512m", "-Xmx512m", "-XX:+UseParallelGC"})
@Threads(1)
public class RecordCheckBenchmark {

    static final String RECORDS = "records";
    static final String CPU_NANOS = "cpuNanos";

    /** The records and the checker, as one importing thread has them. */
    @State(Scope.Thread)
    public static class Input {

        final RecordChecker checker = RecordChecker.of(PopulationRecords.schema());
        final Map<String, String>[] texts = PopulationRecords.texts();
        final @Nullable Object[][] ordered = PopulationRecords.ordered(checker.schema(), texts);
        final @Nullable Object[][] orderedTyped =
                PopulationRecords.ordered(checker.schema(), PopulationRecords.typed());
        final LocalDate today = LocalDate.of(2026, 11, 23);
        int at;

        int next() {
            at = (at + 1) & (PopulationRecords.COUNT - 1);
            return at;
        }
    }

    /** What the thread itself used: on a machine shared with others, time on the wall says little. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Used {

        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        public long records;
        public long cpuNanos;
        private long begun;

        @Setup(Level.Iteration)
        public void begin() {
            begun = THREADS.getCurrentThreadCpuTime();
        }

        @TearDown(Level.Iteration)
        public void end() {
            cpuNanos = THREADS.getCurrentThreadCpuTime() - begun;
        }
    }

    /** By field name, as text. */
    @Benchmark
    public CheckedRecord text(Input input, Used used) {
        used.records++;
        return input.checker.check(input.texts[input.next()], input.today);
    }

    /** In the order of the schema, as text. */
    @Benchmark
    public CheckedRecord orderedText(Input input, Used used) {
        used.records++;
        return input.checker.check(input.ordered[input.next()], input.today);
    }

    /** In the order of the schema, as Avro's values. */
    @Benchmark
    public CheckedRecord orderedTyped(Input input, Used used) {
        used.records++;
        return input.checker.check(input.orderedTyped[input.next()], input.today);
    }
}
