package org.exchangehub.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.journeys.faults.Bed.Shared;
import org.exchangehub.journeys.faults.Findings.Kind;
import org.exchangehub.journeys.faults.Wire.Call;
import org.exchangehub.journeys.faults.Wire.Reply;

/**
 * Compares, once all is calm, what the hub shows with what the journal says: batches, releases, every record of every release, the
 * log and its entries. Asks over the API and beside it over SQL.
 */
final class Oracle {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Bed bed;
    private final Load load;
    private final List<Shared> datasets;
    private final Random random = new Random();

    Oracle(Bed bed, Load load, List<Shared> datasets) {
        this.bed = bed;
        this.load = load;
        this.datasets = List.copyOf(datasets);
    }

    void compare() throws IOException, InterruptedException, SQLException {
        for (Instance instance : bed.instances) {
            if (!instance.awaitReady()) {
                load.findings.wrong(Kind.NOT_RECOVERED, "instance " + instance.name() + " is not ready");
            }
        }
        List<JsonNode> journal = load.journal.read();
        Map<String, Map<String, Sent>> sent = Sent.of(journal);
        Map<String, DatasetComparison> comparisons = new HashMap<>();
        List<JsonNode> finished = new ArrayList<>();
        for (Shared dataset : datasets) {
            Actor steward = bed.cast.person(dataset.steward());
            List<JsonNode> batches = settled(dataset, steward);
            finished.addAll(batches);
            DatasetComparison comparison = new DatasetComparison(load, dataset.code(), batches);
            comparison.compare(sent.getOrDefault(dataset.code(), Map.of()));
            comparison.compareRecords(records(dataset, steward));
            comparison.compareFeed(changes(dataset, steward));
            try (var connection = bed.database()) {
                comparison.compareVersions(connection);
            }
            comparisons.put(dataset.code(), comparison);
        }
        new LogComparison(bed, load).compare(journal, finished, comparisons);
    }

    /** All batches of a dataset, once none of them waits for its end any more. */
    private List<JsonNode> settled(Shared dataset, Actor steward) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<JsonNode> batches = all(steward, "/api/v1/datasets/" + dataset.code() + "/batches?limit=100");
            List<String> waiting = batches.stream()
                    .filter(batch -> batch.path("state").asText().equals("COMMITTED")
                            || batch.path("state").asText().equals("HELD")
                            || (batch.has("finishedAt") && !batch.has("receipt")))
                    .map(batch -> batch.path("batchKey").asText() + " "
                            + batch.path("state").asText())
                    .toList();
            if (waiting.isEmpty()) {
                return batches;
            }
            if (System.nanoTime() > deadline) {
                load.findings.wrong(Kind.NOT_RECOVERED, dataset.code() + ": still waiting for their end: " + waiting);
                return batches;
            }
            Thread.sleep(1_000);
        }
    }

    private List<JsonNode> records(Shared dataset, Actor steward) throws IOException, InterruptedException {
        return all(steward, "/api/v1/datasets/" + dataset.code() + "/records?fields=id,owner,staff&limit=500");
    }

    /** The whole change feed, as a receiver reads it who begins now: its last page is the first empty one. */
    private List<JsonNode> changes(Shared dataset, Actor steward) throws IOException, InterruptedException {
        List<JsonNode> changes = new ArrayList<>();
        String next = "/api/v1/datasets/" + dataset.code() + "/changes?fields=id,owner,staff&limit=1000";
        while (next != null) {
            Reply page = asked(steward, next);
            page.json().path("items").forEach(changes::add);
            next = page.json().path("items").isEmpty() ? null : page.next();
        }
        return changes;
    }

    private List<JsonNode> all(Actor actor, String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            Reply page = asked(actor, next);
            page.json().path("items").forEach(items::add);
            String link = page.next();
            next = link == null ? "" : link;
        }
        return items;
    }

    private Reply asked(Actor actor, String path) throws IOException, InterruptedException {
        try {
            Reply reply = load.insist(actor::token, random, Call.get(path));
            if (!Load.good(reply)) {
                throw new IOException(path + " was answered " + reply);
            }
            return reply;
        } catch (Load.Unanswered unanswered) {
            throw new IOException(unanswered.getMessage(), unanswered);
        }
    }
}
