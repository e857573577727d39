package org.exchangehub.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.samples.AddressSamples;
import org.exchangehub.schemas.samples.ErrorProfile;
import org.exchangehub.schemas.samples.LegalPersonSamples;
import org.exchangehub.schemas.samples.ResidentPopulationSamples;
import org.exchangehub.schemas.samples.Samples;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Rows as departments send them mapped to the standard, one after the other by one thread; an operation is a row. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms512m", "-Xmx512m", "-XX:+UseParallelGC"})
@Threads(1)
public class MappingBenchmark {

    private static final int COUNT = 1 << 12;
    private static final long SEED = 20_261_123;

    /** A source's mapping of the demo, and rows of it. */
    @State(Scope.Thread)
    public static class Input {

        /** Whose rows. */
        @Param({"residents", "legal-persons", "addresses"})
        public String source = "residents";

        private @Nullable Mapping mapping;
        private @Nullable Map<String, String>[] rows = noRows(0);
        private int at;

        /** Makes them. */
        @org.openjdk.jmh.annotations.Setup
        public void make() {
            ErrorProfile errors = ErrorProfile.all(0.01);
            Samples samples =
                    switch (source) {
                        case "residents" -> ResidentPopulationSamples.of(SEED, COUNT, errors);
                        case "legal-persons" -> LegalPersonSamples.of(SEED, COUNT, errors);
                        default -> AddressSamples.of(SEED, COUNT, errors);
                    };
            mapping = Mapping.parse(
                    switch (source) {
                        case "residents" -> ResidentPopulationSamples.mapping();
                        case "legal-persons" -> LegalPersonSamples.mapping();
                        default -> AddressSamples.mapping();
                    });
            rows = noRows(COUNT);
            for (int i = 0; i < COUNT; i++) {
                rows[i] = samples.byColumn(samples.row(i + 1L));
            }
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static @Nullable Map<String, String>[] noRows(int count) {
            return new Map[count];
        }
    }

    /** Column names to be looked up, every transform to be run. */
    @Benchmark
    public @Nullable Object row(Input input, RecordCheckBenchmark.Used used) {
        used.records++;
        input.at = (input.at + 1) & (COUNT - 1);
        Mapping mapping = input.mapping;
        Map<String, String> row = input.rows[input.at];
        return mapping == null || row == null ? null : mapping.apply(row);
    }
}
