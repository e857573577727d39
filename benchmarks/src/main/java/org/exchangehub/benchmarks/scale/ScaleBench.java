package org.exchangehub.benchmarks.scale;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.exchangehub.benchmarks.report.Conditions;
import org.exchangehub.benchmarks.report.Row;
import org.exchangehub.benchmarks.running.HubCalls;
import org.exchangehub.benchmarks.running.HubCalls.Reader;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.exchangehub.benchmarks.running.MappedRows;
import org.exchangehub.schemas.samples.ErrorProfile;
import org.exchangehub.schemas.samples.LicenceSamples;
import org.jspecify.annotations.Nullable;

/**
 * P10: what a city's sizes cost, at three sizes each, so that one sees how it grows; P11: what others notice of an upload,
 * of slow readers and of a long export at once.
 */
public final class ScaleBench {

    private static final long[] SIZES = {100_000, 1_000_000, 6_250_000};
    private static final long[] QUICK_SIZES = {5_000, 20_000, 100_000};
    private static final double[] SHARES = {0.1, 0.5, 1};
    private static final int PAGE = 500;
    private static final int PAGES = 40;
    private static final int SINGLES = 400;
    private static final int LISTINGS = 40;

    private final HubUnderTest engines;
    private final HubCalls hub;
    private final boolean quick;
    private final Map<String, List<Double>> costs = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private ScaleBench(HubUnderTest engines, boolean quick) {
        this.engines = engines;
        this.hub = engines.calls();
        this.quick = quick;
    }

    /**
     * Measures.
     *
     * @param checkout root of the built project
     */
    public static List<Row> measured(Path checkout, boolean quick) {
        try (HubUnderTest engines = new HubUnderTest(checkout)) {
            ScaleBench bench = new ScaleBench(engines, quick);
            bench.licences();
            if (!quick && System.getProperty("bench.sizes") == null) {
                bench.chancheng();
            }
            return bench.rows;
        }
    }

    /** Others than those of the targets, and no city around them, while one thing is looked at: {@code -Dbench.sizes=1000,2000,50000}. */
    private long[] sizes() {
        String wanted = System.getProperty("bench.sizes");
        if (wanted == null) {
            return quick ? QUICK_SIZES : SIZES;
        }
        return Arrays.stream(wanted.split(",")).mapToLong(Long::parseLong).toArray();
    }

    private void licences() {
        long[] sizes = sizes();
        City city = null;
        Isolation isolation = null;
        for (int step = 0; step < sizes.length; step++) {
            String dataset = "102001-%06d".formatted(780_000 + step);
            MappedRows licences = new MappedRows(
                    LicenceSamples.DATASET,
                    LicenceSamples.of(780, sizes[step], ErrorProfile.clean()),
                    LicenceSamples.mapping());
            cost("ingest, commit to receipt, s", load(dataset, licences));
            Reader reader = hub.reader(dataset, fields(licences));
            serve(reader, licences.keys());
            isolation = new Isolation(engines, reader, licences.keys(), licences.fields(), quick);
            city = city == null ? new City(engines, dataset) : city;
            if (System.getProperty("bench.sizes") == null) {
                city.grow(SHARES[step]);
            }
            cost("exchange-core ready after a start, s", engines.restarted());
            cost("catalog, page of 50, ms", catalog());
        }
        String conditions = Conditions.here(engines.versions() + "; licences, 18 columns, all checks, CSV; at "
                + sizes[0] + ", " + sizes[1] + " and " + sizes[2] + " rows, " + City.DATASETS + " datasets and "
                + City.GRANTS + " grants of " + City.DEPARTMENTS + " departments at the last (10 % and 50 % before)");
        costs.forEach((name, figures) -> grown(name, figures, sizes, conditions));
        if (isolation != null) {
            rows.addAll(isolation.measured());
        }
    }

    /** Registers a dataset and loads it in one batch; answers the seconds from commit to receipt. */
    private double load(String dataset, MappedRows mapped) {
        hub.register(dataset, mapped.avsc());
        String batch = hub.open(dataset, "all");
        int parts = mapped.sent(hub, dataset, batch, engines.directory());
        engines.settle();
        long begun = System.nanoTime();
        hub.commit(dataset, batch, parts, mapped.count());
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.err.printf("%s: %d rows in %.1f s, load %s%n", dataset, mapped.count(), seconds, Conditions.load());
        return seconds;
    }

    private void serve(Reader reader, List<String> keys) {
        List<HttpResponse<byte[]>> last = new ArrayList<>(List.of(reader.records("?limit=" + PAGE)));
        cost("page of " + PAGE + " rows, ms", median(PAGES, page -> {
            String next = next(last.getFirst());
            last.set(0, reader.get(next == null ? first(reader) : next));
        }));
        cost("single record, ms", median(SINGLES, single -> reader.records("/" + keys.get(single * 7 % keys.size()))));
    }

    private static String first(Reader reader) {
        return "/api/v1/datasets/" + reader.dataset() + "/records?limit=" + PAGE;
    }

    /** The address of the page after this one; null after the last. */
    static @Nullable String next(HttpResponse<byte[]> page) {
        return page.headers()
                .firstValue("Link")
                .map(link -> link.substring(link.indexOf('<') + 1, link.indexOf('>')))
                .orElse(null);
    }

    private double catalog() {
        String developer = hub.developer();
        return median(LISTINGS, i -> hub.get(developer, "/api/v1/datasets?limit=50"));
    }

    /** Milliseconds of the middle one. */
    private static double median(int times, IntConsumer call) {
        return Row.median(IntStream.range(0, times)
                .mapToObj(i -> {
                    long begun = System.nanoTime();
                    call.accept(i);
                    return (System.nanoTime() - begun) / 1e6;
                })
                .toList());
    }

    private void cost(String name, double value) {
        System.err.printf("%-40s %10.2f%n", name, value);
        costs.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    /** From the smallest to the largest size the cost may grow as n log n does, or less. */
    private void grown(String name, List<Double> figures, long[] sizes, String conditions) {
        double least = sizes[0];
        double most = sizes[2];
        double allowed = most * Math.log(most) / (least * Math.log(least));
        double growth = figures.get(2) / figures.get(0);
        rows.add(new Row(
                "P10",
                name,
                figures.get(2),
                name.substring(name.lastIndexOf(' ') + 1),
                "-",
                true,
                figures,
                conditions));
        rows.add(new Row(
                "P10",
                name + ": growth / that of n log n",
                growth / allowed,
                "ratio",
                "<= 1",
                growth <= allowed,
                List.of(growth, allowed),
                conditions));
    }

    private void chancheng() {
        double seconds = 0;
        long count = 0;
        for (Chancheng.Register register : Chancheng.REGISTERS) {
            seconds += load(register.dataset(), register.rows());
            count += register.rows().count();
            Reader reader = hub.reader(register.dataset(), fields(register.rows()));
            reader.records("?limit=" + PAGE);
        }
        rows.add(Row.figure(
                "P10",
                "Chancheng, " + count + " rows, commits to receipts",
                "s",
                List.of(seconds),
                Conditions.here(engines.versions() + "; six registers of 18 to 33 columns one after the other")));
    }

    /** All fields, clear. */
    private static String fields(MappedRows mapped) {
        return mapped.schema().fields().stream()
                .map(field -> "{\"field\": \"" + field.name() + "\", \"access\": \"CLEAR\"}")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
