package org.exchangehub.benchmarks.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongFunction;
import org.exchangehub.benchmarks.report.Conditions;
import org.exchangehub.benchmarks.report.Row;
import org.exchangehub.benchmarks.running.HubCalls;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.exchangehub.benchmarks.running.MappedRows;
import org.exchangehub.benchmarks.running.ReadLoad;
import org.exchangehub.schemas.samples.ErrorProfile;
import org.exchangehub.schemas.samples.LegalPersonSamples;

/**
 * P9: the search projection made from a log of 10 million entries, against {@code _bulk} of such documents into an index with the
 * same mapping, before and after it; searches in a time range with histogram and facets, through the hub; how long after its
 * commit an entry can be found while 5 000 of them come per second; and what callers of the API notice of the engine being down.
 */
public final class AuditSearchBench {

    private static final long ENTRIES = 10_000_000;
    private static final long QUICK_ENTRIES = 200_000;

    /** Documents sent as they are, half of them before and half after the projection is made. */
    private static final long MOST_SENT = 2_000_000;

    private static final Duration AGE = Duration.ofDays(90);
    private static final int PAGE = 2_000;
    private static final int SEARCHES = 300;
    private static final int RATE = 5_000;
    private static final int GROUPS_PER_SECOND = 10;
    private static final String DATASET = "102001-871001";
    private static final int RECORDS = 20_000;
    private static final int CALLERS = 32;
    private static final int OUTAGES = 5;
    private static final long PAUSE_AFTER_OUTAGE = 5_000;
    private static final String FIELDS = """
            [{"field": "unifiedSocialCreditCode", "access": "CLEAR"}, {"field": "registeredName", "access": "CLEAR"},
             {"field": "status", "access": "CLEAR"}, {"field": "legalRepresentative", "access": "MASKED"}]""";

    private final HubUnderTest engines;
    private final SyntheticLog log;
    private final RawEngine raw;
    private final HubCalls hub;
    private final boolean quick;
    private final List<Row> rows = new ArrayList<>();

    private AuditSearchBench(HubUnderTest engines, SyntheticLog log, RawEngine raw, boolean quick) {
        this.engines = engines;
        this.log = log;
        this.raw = raw;
        this.hub = engines.calls();
        this.quick = quick;
    }

    /**
     * Measures.
     *
     * @param checkout root of the built project
     */
    public static List<Row> measured(Path checkout, boolean quick) {
        try (HubUnderTest engines = HubUnderTest.searching(checkout)) {
            long count = Long.getLong("bench.entries", quick ? QUICK_ENTRIES : ENTRIES);
            Instant begin = now().minus(AGE);
            // The hub finds the engine by itself, as after an outage.
            RawEngine raw = new RawEngine(engines.searchStarted());
            AuditSearchBench bench = new AuditSearchBench(engines, new SyntheticLog(engines), raw, quick);
            bench.indexing(count, index -> begin.plusNanos(AGE.toNanos() / count * index));
            bench.searching();
            bench.following();
            bench.outage();
            return bench.rows;
        }
    }

    private void indexing(long count, LongFunction<Instant> at) {
        long sent = Math.min(count, MOST_SENT) / 2;
        raw.createLikeTheHubs();
        bulk(0, sent / 5, at);
        double before = bulk(sent / 5, sent, at);
        // Halted while the log grows, so that the projection begins at once and the engine is as warm as it was.
        engines.halt("elasticsearch");
        log.append(count, at);
        engines.settle();
        engines.resume("elasticsearch");
        double projected = projected();
        same(count / 2, at);
        double after = bulk(sent, 2 * sent, at);
        String conditions =
                conditions(count) + "; raw: " + sent + " documents before and as many after, one request at a time";
        rows.add(Row.figure("P9", "projection, entries/s", "1/s", List.of(projected), conditions));
        rows.add(Row.figure(
                "P9", "raw _bulk of such documents, documents/s", "1/s", List.of(before, after), conditions));
        rows.add(Row.atLeast(
                0.7, "P9", "projection / raw _bulk", "ratio", List.of(2 * projected / (before + after)), conditions));
    }

    private String conditions(long count) {
        return Conditions.here(engines.versions() + "; Elasticsearch 9.5 with a 512 MiB heap; " + count
                + " entries over " + AGE.toDays() + " days, pages of " + PAGE);
    }

    /** Entries per second from the first tenth on until all are handed over. */
    private double projected() {
        long total = log.size();
        long from = 0;
        long begun = 0;
        while (true) {
            long done = total
                    - hub.get(hub.auditor(), "/api/v1/audit/projection")
                            .path("behind")
                            .asLong();
            if (begun == 0 && done >= total / 10) {
                begun = System.nanoTime();
                from = done;
            }
            if (done >= total) {
                return (total - from) / seconds(begun);
            }
            pause(100);
        }
    }

    /** Refuses to compare unless what was projected is what is sent as it is. */
    private void same(long index, LongFunction<Instant> at) {
        try {
            JsonNode expected = new ObjectMapper().readTree(document(index, at));
            JsonNode found = raw.document(index);
            if (!expected.equals(found)) {
                throw new IllegalStateException("expected the document " + expected + ", found " + found);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String document(long index, LongFunction<Instant> at) {
        Instant instant = at.apply(index).truncatedTo(ChronoUnit.MICROS);
        return SyntheticLog.document(index, SyntheticLog.leaf(index, instant));
    }

    /** Documents per second; what it takes to make them is not counted. */
    private double bulk(long from, long end, LongFunction<Instant> at) {
        double seconds = 0;
        for (long first = from; first < end; first += PAGE) {
            StringBuilder lines = new StringBuilder(PAGE * 700);
            for (long index = first; index < Math.min(end, first + PAGE); index++) {
                lines.append("{\"index\":{\"_id\":\"").append(index).append("\"}}\n");
                lines.append(document(index, at)).append('\n');
            }
            String body = lines.toString();
            long begun = System.nanoTime();
            raw.bulk(body);
            seconds += seconds(begun);
        }
        return (end - from) / seconds;
    }

    private void searching() {
        SplittableRandom random = new SplittableRandom(9);
        List<Double> millis = new ArrayList<>();
        String auditor = hub.auditor();
        for (int i = 0; i < SEARCHES; i++) {
            Instant to = now().minusSeconds(random.nextLong(AGE.minusDays(8).toSeconds()));
            Instant from = to.minus(Duration.ofHours(random.nextLong(1, 7 * 24)));
            String query = "/api/v1/audit/entries?overview=true&limit=20&from=" + from + "&to=" + to + filter(random);
            long begun = System.nanoTime();
            JsonNode found = hub.get(auditor, query);
            millis.add(seconds(begun) * 1_000);
            if (!found.path("overview").has("total")) {
                throw new IllegalStateException("expected an overview, found " + found);
            }
        }
        String conditions =
                conditions(log.size()) + "; ranges of 1 hour to 7 days, every search an entry of the log itself";
        rows.add(Row.figure("P9", "search with histogram and facets, median", "ms", millis, conditions));
        rows.add(Row.atMost(1_000, "P9", "the same, p95", "ms", List.of(Row.quantile(millis, 0.95)), conditions));
    }

    private static String filter(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> "&kind=" + SyntheticLog.KINDS[random.nextInt(SyntheticLog.KINDS.length)];
            case 1 -> "&outcome=DENIED";
            case 2 -> "&dataset=" + SyntheticLog.dataset(random.nextInt(SyntheticLog.DATASETS));
            case 3 -> "&department=" + SyntheticLog.department(random.nextInt(SyntheticLog.DEPARTMENTS));
            case 4 -> "&q=" + URLEncoder.encode("核验", StandardCharsets.UTF_8);
            default -> "";
        };
    }

    /** Groups of entries committed at a steady rate, and when each of them could be found. */
    private void following() {
        ConcurrentLinkedQueue<long[]> committed = new ConcurrentLinkedQueue<>();
        List<Double> lags = new ArrayList<>();
        int groups = (quick ? 15 : 60) * GROUPS_PER_SECOND;
        Thread appending = Thread.ofPlatform().start(() -> {
            long begun = System.nanoTime();
            for (int group = 0; group < groups; group++) {
                log.append(RATE / GROUPS_PER_SECOND, index -> now());
                committed.add(new long[] {log.size() - 1, System.nanoTime()});
                long due = begun + (group + 1L) * 1_000_000_000L / GROUPS_PER_SECOND;
                pause(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            }
        });
        while (lags.size() < groups && (appending.isAlive() || !committed.isEmpty())) {
            long highest = raw.highest();
            long seen = System.nanoTime();
            for (long[] next = committed.peek(); next != null && next[0] <= highest; next = committed.peek()) {
                lags.add((seen - next[1]) / 1e9);
                committed.remove();
            }
            pause(20);
        }
        String conditions = conditions(log.size()) + "; " + RATE + " entries/s in groups of " + RATE / GROUPS_PER_SECOND
                + " committed past the API, from commit to being found";
        rows.add(Row.figure("P9", "lag, median", "s", lags, conditions));
        rows.add(Row.atMost(2, "P9", "lag, p99", "s", List.of(Row.quantile(lags, 0.99)), conditions));
    }

    /** Single reads while the engine is there and while it is not, in turns. */
    private void outage() {
        MappedRows records = new MappedRows(
                LegalPersonSamples.DATASET,
                LegalPersonSamples.of(871, RECORDS, ErrorProfile.clean()),
                LegalPersonSamples.mapping());
        hub.register(DATASET, records.avsc());
        String batch = hub.open(DATASET, "all");
        hub.commit(DATASET, batch, records.sent(hub, DATASET, batch, engines.directory()), records.count());
        ReadLoad load = new ReadLoad(engines, hub.reader(DATASET, FIELDS), records.keys(), CALLERS);
        int seconds = quick ? 5 : 15;
        load.run(2 * seconds);
        List<Double> costs = new ArrayList<>();
        for (int round = 0; round < (quick ? 1 : OUTAGES); round++) {
            double up = load.run(seconds).rate();
            engines.halt("elasticsearch");
            double down = load.run(seconds).rate();
            engines.resume("elasticsearch");
            pause(PAUSE_AFTER_OUTAGE);
            double again = load.run(seconds).rate();
            costs.add(100 * (1 - 2 * down / (up + again)));
            System.err.printf("reads/s with Elasticsearch %.0f and %.0f, without %.0f%n", up, again, down);
        }
        String conditions = conditions(log.size()) + "; " + CALLERS + " callers of single reads for " + seconds
                + " s, Elasticsearch halted (SIGSTOP) between two such runs with it";
        rows.add(Row.atMost(3, "P9", "cost of Elasticsearch being down, of the rate", "%", costs, conditions));
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
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
