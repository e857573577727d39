package org.exchangehub.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exchangehub.benchmarks.report.Conditions;
import org.exchangehub.benchmarks.report.Row;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link RecordCheckBenchmark} and {@link MappingBenchmark} and reads their figures. */
final class RecordChecks {

    private static final double TARGET = 1_000_000;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private RecordChecks() {}

    static List<Row> measured(boolean quick) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(RecordCheckBenchmark.class.getName())
                .include(MappingBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        if (quick) {
            options.forks(1).warmupIterations(3).measurementIterations(3);
        }
        String conditions = Conditions.here("one thread");
        List<Row> rows = new ArrayList<>();
        for (RunResult run : new Runner(options.build()).run()) {
            add(run, conditions, rows);
        }
        return rows;
    }

    private static void add(RunResult run, String conditions, List<Row> rows) {
        String method = run.getParams().getBenchmark();
        String source = run.getParams().getParam("source");
        String id = source == null ? "checks/" + method.substring(method.lastIndexOf('.') + 1) : "mapping/" + source;
        // What the hub and NiFi do with every record; by name only single ones are checked.
        boolean aimed = method.contains("ordered");
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .forEach(iteration -> {
                    wall.add(iteration.getPrimaryResult().getScore());
                    double nanos = secondary(iteration, RecordCheckBenchmark.CPU_NANOS);
                    cpu.add(secondary(iteration, RecordCheckBenchmark.RECORDS) * 1e9 / nanos);
                    bytes.add(secondary(iteration, ALLOCATED));
                });
        rows.add(speed(id, "records per CPU-second", cpu, aimed, conditions));
        rows.add(speed(id, "records per second", wall, aimed, conditions));
        rows.add(new Row(id, "allocated per record", Row.median(bytes), "bytes", "-", true, bytes, conditions));
    }

    private static Row speed(String id, String metric, List<Double> figures, boolean aimed, String conditions) {
        double median = Row.median(figures);
        String target = aimed ? ">= 1 000 000" : "-";
        return new Row(id, metric, median, "records/s", target, !aimed || median >= TARGET, figures, conditions);
    }

    @SuppressWarnings("rawtypes") // as JMH declares it
    private static double secondary(IterationResult iteration, String label) {
        for (Map.Entry<String, Result> entry : iteration.getSecondaryResults().entrySet()) {
            if (entry.getKey().endsWith(label)) {
                return entry.getValue().getScore();
            }
        }
        return Double.NaN;
    }
}
