package org.exchangehub.benchmarks.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.exchangehub.benchmarks.report.Conditions;
import org.exchangehub.benchmarks.report.Row;
import org.exchangehub.benchmarks.running.HubCalls;
import org.exchangehub.benchmarks.running.HubUnderTest;

/**
 * P8: searches of a catalog of 100 000 datasets through the hub, with counts by every facet, for substrings of Chinese titles, for
 * words, pinyin and codes; the same with the search engine away; and what the page of a dataset of 1 000 fields asks for.
 */
public final class CatalogBench {

    private static final int DATASETS = 100_000;
    private static final int QUICK_DATASETS = 10_000;
    private static final int SEARCHES = 1_000;
    private static final int QUICK_SEARCHES = 200;
    private static final int CALLERS = 8;
    private static final int FIELDS = 1_000;
    private static final String WIDE = "102001-872001";
    private static final String[] PINYIN = {
        "renkou", "rkjc", "budongchan", "zhengquan", "jianzhushi", "xzcf", "yanglao", "dangan"
    };
    private static final String[] FACETS = {
        "&shareAttribute=CONDITIONAL", "&class=2", "&updateCycle=DAILY", "&level=3,4"
    };

    private final HubUnderTest engines;
    private final HubCalls hub;
    private final int datasets;
    private final int searches;
    private final List<Row> rows = new ArrayList<>();

    private CatalogBench(HubUnderTest engines, boolean quick) {
        this.engines = engines;
        this.hub = engines.calls();
        this.datasets = quick ? QUICK_DATASETS : DATASETS;
        this.searches = quick ? QUICK_SEARCHES : SEARCHES;
    }

    /**
     * Measures.
     *
     * @param checkout root of the built project
     */
    public static List<Row> measured(Path checkout, boolean quick) {
        try (HubUnderTest engines = HubUnderTest.searching(checkout)) {
            CatalogBench bench = new CatalogBench(engines, quick);
            bench.indexing();
            bench.searching();
            bench.outage();
            bench.page();
            return bench.rows;
        }
    }

    private String conditions() {
        return Conditions.here(engines.versions() + "; Elasticsearch 9.5 with a 512 MiB heap; " + datasets
                + " datasets, a tenth of them drafts nobody else may find, 12 items each");
    }

    /** From an empty index to all being found. */
    private void indexing() {
        engines.searchStarted();
        new SyntheticCatalog(engines).put(datasets);
        engines.settle();
        long begun = System.nanoTime();
        while (find("").path("total").asLong() < datasets / 10 * 9L
                || !find("").path("answeredBy").asText().equals("SEARCH_ENGINE")) {
            pause(200);
        }
        rows.add(Row.figure(
                "P8", "projection of all, datasets/s", "1/s", List.of(datasets / seconds(begun)), conditions()));
    }

    /** Some searches first that are not counted: the hub's code is compiled, the engine has read its index. */
    private void searching() {
        SplittableRandom random = new SplittableRandom(8);
        timed(searches / 2, random, CatalogBench::mixed);
        List<Double> substrings = timed(searches, random, CatalogBench::substring);
        List<Double> mixed = timed(searches, random, CatalogBench::mixed);
        rows.add(Row.figure("P8", "search for a Chinese substring, median", "ms", substrings, conditions()));
        rows.add(Row.atMost(300, "P8", "the same, p95", "ms", List.of(Row.quantile(substrings, 0.95)), conditions()));
        rows.add(Row.figure("P8", "search of any kind, median", "ms", mixed, conditions()));
        rows.add(Row.atMost(300, "P8", "the same, p95", "ms", List.of(Row.quantile(mixed, 0.95)), conditions()));
        crowd();
    }

    /** Several callers at once, each searching again as soon as it has its answer. */
    private void crowd() {
        List<Double> millis = new ArrayList<>();
        List<Future<List<Double>>> asked = new ArrayList<>();
        long begun = System.nanoTime();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int caller = 0; caller < CALLERS; caller++) {
                SplittableRandom random = new SplittableRandom(80 + caller);
                asked.add(callers.submit(() -> timed(searches / 4, random, CatalogBench::mixed)));
            }
            for (Future<List<Double>> each : asked) {
                millis.addAll(each.get());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        double rate = millis.size() / seconds(begun);
        String conditions = conditions() + "; " + CALLERS + " callers at once";
        rows.add(Row.figure("P8", "searches by 8 callers", "1/s", List.of(rate), conditions));
        rows.add(Row.figure("P8", "the same, p95", "ms", List.of(Row.quantile(millis, 0.95)), conditions));
    }

    private void outage() {
        engines.halt("elasticsearch");
        long begun = System.nanoTime();
        JsonNode first = find("");
        double noticed = seconds(begun) * 1_000;
        if (!first.path("answeredBy").asText().equals("DATABASE")) {
            throw new IllegalStateException("expected the database to answer, found " + first);
        }
        List<Double> without = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(88);
        for (int i = 0; i < searches / 10; i++) {
            long asked = System.nanoTime();
            JsonNode found = find(substring(random));
            if (found.path("answeredBy").asText().equals("DATABASE")) {
                without.add(seconds(asked) * 1_000);
            }
        }
        engines.resume("elasticsearch");
        String conditions = conditions() + "; Elasticsearch halted (SIGSTOP)";
        rows.add(Row.figure("P8", "first search after the engine hangs", "ms", List.of(noticed), conditions));
        rows.add(Row.figure("P8", "search by the database, median", "ms", without, conditions));
        rows.add(Row.figure("P8", "the same, p95", "ms", List.of(Row.quantile(without, 0.95)), conditions));
    }

    private void page() {
        hub.register(WIDE, SyntheticCatalog.schema(FIELDS));
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < searches / 10; i++) {
            long begun = System.nanoTime();
            hub.get(hub.developer(), "/api/v1/datasets/" + WIDE);
            JsonNode schema = hub.get(hub.developer(), "/api/v1/datasets/" + WIDE + "/schema");
            millis.add(seconds(begun) * 1_000);
            if (schema.toString().length() < FIELDS * 50) {
                throw new IllegalStateException("expected a schema of " + FIELDS + " fields, found " + schema);
            }
        }
        String conditions = conditions() + "; entry and schema as the page gets them, without the browser's part";
        rows.add(Row.atMost(
                1_000, "P8", "dataset of 1 000 fields, p95", "ms", List.of(Row.quantile(millis, 0.95)), conditions));
    }

    private interface Typed {
        String query(SplittableRandom random);
    }

    private List<Double> timed(int count, SplittableRandom random, Typed typed) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String query = typed.query(random);
            long begun = System.nanoTime();
            JsonNode found = find(query);
            millis.add(seconds(begun) * 1_000);
            if (!found.path("answeredBy").asText().equals("SEARCH_ENGINE") || !found.has("facets")) {
                throw new IllegalStateException("expected the search engine to answer, found " + found);
            }
        }
        return millis;
    }

    /** Two to four characters out of the middle of a title, wherever they begin. */
    private static String substring(SplittableRandom random) {
        String title = SyntheticCatalog.title(random.nextInt(SyntheticCatalog.MOST));
        int length = random.nextInt(2, 5);
        int from = random.nextInt(title.length() - length + 1);
        return "&q=" + encoded(title.substring(from, from + length));
    }

    private static String mixed(SplittableRandom random) {
        int number = random.nextInt(SyntheticCatalog.MOST);
        String narrowed = random.nextInt(3) == 0 ? FACETS[random.nextInt(FACETS.length)] : "";
        return narrowed
                + switch (random.nextInt(8)) {
                    case 0 -> "&q=" + encoded(SyntheticCatalog.title(number));
                    case 1 ->
                        "&q="
                                + encoded(SyntheticCatalog.SUBJECTS[random.nextInt(SyntheticCatalog.SUBJECTS.length)]
                                        + " "
                                        + SyntheticCatalog.PLACES[random.nextInt(SyntheticCatalog.PLACES.length)]);
                    case 2 -> "&q=" + encoded(SyntheticCatalog.FIELDS[random.nextInt(SyntheticCatalog.FIELDS.length)]);
                    case 3 -> "&q=" + PINYIN[random.nextInt(PINYIN.length)];
                    case 4 -> "&q=" + (random.nextBoolean() ? "licence" : "agency") + "%20" + number;
                    case 5 -> "&q=" + SyntheticCatalog.code(number).substring(0, 8);
                    case 6 -> "&sort=UPDATED&offset=" + random.nextInt(1_000);
                    default -> substring(random);
                };
    }

    private JsonNode find(String query) {
        return hub.get(hub.developer(), "/api/v1/datasets/search?limit=20" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
