package org.exchangehub.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.exchangehub.journeys.faults.Findings.Kind;
import org.exchangehub.journeys.faults.Line.Value;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.EntryBundle;
import org.exchangehub.tlog.Frontier;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.LogVerifier;
import org.exchangehub.tlog.NoteKey;
import org.exchangehub.tlog.SignedNote;
import org.exchangehub.tlog.Tile;
import org.jspecify.annotations.Nullable;

/** Compares the access log: that it is whole, that it only grew, and that what was answered and published is in it once. */
final class LogComparison {

    private static final String TITLE = "exchange-hub batch receipt v1\n";

    private final Bed bed;
    private final Load load;
    private final List<byte[]> leaves = new ArrayList<>();
    private final List<JsonNode> entries = new ArrayList<>();
    private final Set<Long> spoken = new TreeSet<>();

    LogComparison(Bed bed, Load load) {
        this.bed = bed;
        this.load = load;
    }

    void compare(List<JsonNode> journal, List<JsonNode> batches, Map<String, DatasetComparison> datasets)
            throws IOException {
        NoteKey key = NoteKey.parse(Files.readString(bed.stack.state().secrets().resolve("audit/log.vkey"))
                .strip());
        ServedTiles tiles = new ServedTiles(bed.instances.getFirst().port(), bed.cast.person("audit-admin"));
        Checkpoint head;
        try {
            head = new LogVerifier(key, tiles).verify();
        } catch (LogRefused refused) {
            load.findings.wrong(Kind.FORK, "the log does not verify: " + refused.getMessage());
            return;
        }
        read(tiles, head.size());
        load.edge.add("log entries verified", head.size());
        compareCheckpoints(journal, key);
        compareAnswers(journal, datasets);
        compareIntents();
        compareReceipts(batches, key);
    }

    private void read(ServedTiles tiles, long size) throws IOException {
        for (long first = 0; first < size; first += Tile.WIDTH) {
            Tile bundle = Tile.holding(Tile.ENTRIES, first, size);
            leaves.addAll(EntryBundle.decode(tiles.read(bundle.path()).orElseThrow()));
        }
        for (byte[] leaf : leaves) {
            entries.add(Journal.JSON.readTree(leaf));
        }
    }

    /** Every checkpoint the witness was shown is one of this very log. */
    private void compareCheckpoints(List<JsonNode> journal, NoteKey key) {
        Map<Long, Hash> seen = new HashMap<>();
        for (JsonNode entry : journal) {
            if (entry.path("what").asText().equals("checkpoint")) {
                Checkpoint checkpoint = Checkpoint.verified(entry.path("note").asText(), key);
                Hash before = seen.put(checkpoint.size(), checkpoint.root());
                if (before != null && !before.equals(checkpoint.root())) {
                    load.findings.wrong(Kind.FORK, "two checkpoints of size " + checkpoint.size());
                }
            }
        }
        load.edge.add("checkpoints compared", seen.size());
        Frontier frontier = new Frontier();
        compare(seen.remove(0L), frontier);
        for (byte[] leaf : leaves) {
            frontier.append(Hash.ofLeaf(leaf));
            compare(seen.remove(frontier.size()), frontier);
        }
        seen.keySet()
                .forEach(size -> load.findings.wrong(
                        Kind.LOST, "a checkpoint of " + size + " entries was shown, the log has " + leaves.size()));
    }

    private void compare(@Nullable Hash shown, Frontier frontier) {
        if (shown != null && !shown.equals(frontier.root())) {
            load.findings.wrong(Kind.FORK, "the checkpoint of size " + frontier.size() + " is of another log");
        }
    }

    /** Every answer has an entry of its own that says what it was, and shows what some release held. */
    private void compareAnswers(List<JsonNode> journal, Map<String, DatasetComparison> datasets) {
        for (JsonNode answer : journal) {
            if (!answer.path("what").asText().equals("answered")) {
                continue;
            }
            String dataset = answer.path("dataset").asText();
            JsonNode entry = entry(answer.path("evidence").asText());
            boolean says = Stream.of("dataset", "kind", "outcome")
                            .allMatch(member -> entry.path(member).equals(answer.path(member)))
                    && (!answer.has("count")
                            || entry.path("rows").asInt()
                                    == answer.path("count").asInt());
            if (!says) {
                load.findings.wrong(Kind.UNEVIDENCED, "the answer " + answer + " has the entry " + entry);
            }
            DatasetComparison comparison = datasets.get(dataset);
            for (JsonNode row : answer.path("rows")) {
                Value value = new Value(row.path(1).asText(), row.path(2).asLong());
                if (comparison != null && !comparison.everHeld(row.path(0).asText(), value)) {
                    load.findings.wrong(Kind.WRONG_ANSWER, "an answer held what no release did: " + row);
                }
            }
        }
    }

    /** What was announced came to an end, and be it that nobody knows how. */
    private void compareIntents() {
        Set<Long> open = new TreeSet<>();
        for (int index = 0; index < entries.size(); index++) {
            String part = entries.get(index).path("part").asText();
            if (part.equals("INTENT")) {
                open.add((long) index);
            } else if (part.equals("ENDING")) {
                open.remove(entries.get(index).path("intent").asLong());
            }
        }
        if (!open.isEmpty()) {
            load.findings.wrong(Kind.LOST, "of long answers nobody tells the end: entries " + open);
        }
    }

    /** The entry an answer names; one entry stands for one answer. */
    private JsonNode entry(String evidence) {
        long index = Long.parseLong(evidence.substring(evidence.lastIndexOf('/') + 1));
        if (!spoken.add(index)) {
            load.findings.wrong(Kind.UNEVIDENCED, "two answers name entry " + index);
        }
        if (index >= entries.size()) {
            load.findings.wrong(Kind.LOST, "entry " + index + " was acknowledged, the log has " + entries.size());
            return Journal.JSON.missingNode();
        }
        return entries.get((int) index);
    }

    /** Every finished batch has a signed receipt of what was sent, and the log one entry of it. */
    private void compareReceipts(List<JsonNode> batches, NoteKey key) throws IOException {
        Map<String, Integer> told = new HashMap<>();
        for (JsonNode entry : entries) {
            String kind = entry.path("kind").asText();
            if (kind.equals("BATCH_PUBLISHED") || kind.equals("BATCH_REJECTED")) {
                told.merge(entry.path("details").path("batch").asText(), 1, Integer::sum);
            }
        }
        for (JsonNode batch : batches) {
            String id = batch.path("id").asText();
            int times = told.getOrDefault(id, 0);
            if (batch.has("finishedAt")) {
                load.edge.add("receipts verified");
                compareReceipt(batch, key);
            }
            int expected = batch.has("finishedAt") ? 1 : 0;
            if (times != expected) {
                load.findings.wrong(
                        times > expected ? Kind.DOUBLED : Kind.LOST,
                        "the log tells of batch " + id + " " + times + " times");
            }
        }
    }

    private void compareReceipt(JsonNode batch, NoteKey key) throws IOException {
        String name =
                batch.path("dataset").asText() + " " + batch.path("batchKey").asText();
        try {
            SignedNote note = SignedNote.parse(batch.path("receipt").asText());
            note.verify(key);
            JsonNode body = Journal.JSON.readTree(note.text().substring(TITLE.length()));
            BatchPlan plan = BatchPlan.of(
                    load.seed,
                    batch.path("dataset").asText(),
                    batch.path("batchKey").asText());
            List<String> sent = plan.parts().stream()
                    .map(part -> HexFormat.of().formatHex(Wire.sha256(part.content(plan.mode()))))
                    .toList();
            List<String> received = new ArrayList<>();
            body.path("parts").forEach(part -> received.add(part.path("sha256").asText()));
            if (!sent.equals(received) || !body.path("state").equals(batch.path("state"))) {
                load.findings.wrong(Kind.FORK, "the receipt of " + name + " is of something else");
            }
        } catch (LogRefused refused) {
            load.findings.wrong(Kind.FORK, "the receipt of " + name + " does not verify: " + refused.getMessage());
        }
    }
}
