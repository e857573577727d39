package org.exchangehub.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.exchangehub.engines.login.LoginFailed;
import org.exchangehub.journeys.faults.Findings.Kind;
import org.exchangehub.journeys.faults.Wire.Call;
import org.exchangehub.journeys.faults.Wire.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Reads and verifies records under its grants all the time and keeps what it was given, with the evidence that came along; now
 * and then it asks for what it has no right to, which must be refused whatever is out of order (no fail-open).
 */
final class Asker implements Runnable {

    private static final int DENIED = 403;
    private static final int UNKNOWN = 404;
    private static final int KNOWN = 200;

    private final Load load;
    private final List<String> datasets;
    private final Supplier<String> token;
    private final int pause;
    private final Random random;
    private final Map<String, List<JsonNode>> known = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    /**
     * One of the application's threads.
     *
     * @param pause milliseconds between two questions, at least and half again at most
     */
    Asker(Load load, List<String> datasets, Supplier<String> token, int pause, int number) {
        this.load = load;
        this.datasets = List.copyOf(datasets);
        this.token = token;
        this.pause = pause;
        this.random = new Random(load.seed + 31L * number + Bed.PURPOSE.hashCode());
    }

    @Override
    public void run() {
        try {
            while (!load.ending()) {
                String dataset = datasets.get(random.nextInt(datasets.size()));
                try {
                    ask(dataset, random.nextInt(9));
                } catch (IOException | LoginFailed unanswered) {
                    load.felt.add("question: no answer");
                }
                Thread.sleep(pause + random.nextInt(pause + 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(String dataset, int what) throws IOException {
        JsonNode record = any(known.get(dataset));
        switch (what) {
            case 0, 1, 2 -> trespass(dataset);
            case 3 -> feed(dataset);
            case 4, 5 -> {
                if (record != null) {
                    one(dataset, record);
                }
            }
            case 6 -> {
                if (record != null) {
                    verify(dataset, record);
                }
            }
            default -> page(dataset);
        }
    }

    private @Nullable JsonNode any(@Nullable List<JsonNode> records) {
        return records == null || records.isEmpty() ? null : records.get(random.nextInt(records.size()));
    }

    private void page(String dataset) throws IOException {
        Reply reply =
                asked(dataset, get(path(dataset) + "/records?fields=id,owner,staff&limit=" + (1 + random.nextInt(40))));
        if (reply.status() == 200) {
            JsonNode items = reply.json().path("items");
            ObjectNode entry = released(dataset, reply, "RECORDS_LISTED").put("count", items.size());
            rows(entry, items);
            load.journal.write(entry);
            List<JsonNode> records = known.computeIfAbsent(dataset, code -> new ArrayList<>());
            items.forEach(records::add);
            records.subList(0, Math.max(0, records.size() - KNOWN)).clear();
        }
    }

    private void one(String dataset, JsonNode record) throws IOException {
        String id = URLEncoder.encode(record.path("id").asText(), StandardCharsets.UTF_8);
        Reply reply = asked(dataset, get(path(dataset) + "/records/" + id + "?fields=id,owner,staff"));
        if (reply.status() == 200) {
            ObjectNode entry = released(dataset, reply, "RECORD_READ").put("count", 1);
            rows(entry, List.of(reply.json()));
            load.journal.write(entry);
        } else if (reply.status() == UNKNOWN && reply.evidence() != null) {
            load.journal.write(released(dataset, reply, "RECORD_READ").put("count", 0));
        }
    }

    private void verify(String dataset, JsonNode record) throws IOException {
        ObjectNode body = Journal.JSON.createObjectNode();
        body.putObject("key").set("id", record.path("id"));
        body.putObject("claims").set("staff", record.path("staff"));
        Reply reply = asked(
                dataset,
                Call.json("POST", path(dataset) + "/verifications", body).with("Hub-Purpose", Bed.PURPOSE));
        if (reply.status() == 200) {
            boolean found = !reply.json().path("result").asText().equals("NO_RECORD");
            load.journal.write(released(dataset, reply, "RECORD_VERIFIED").put("count", found ? 1 : 0));
        }
    }

    /** Goes on where it was, or from the beginning. */
    private void feed(String dataset) throws IOException {
        String from = places.getOrDefault(dataset, path(dataset) + "/changes?fields=id,owner,staff&limit=200");
        Reply reply = asked(dataset, get(from));
        if (reply.status() == 200) {
            JsonNode items = reply.json().path("items");
            load.journal.write(released(dataset, reply, "CHANGES_READ").put("count", items.size()));
            String next = reply.next();
            if (next != null && random.nextInt(50) > 0) {
                places.put(dataset, next);
            } else {
                places.remove(dataset);
            }
        }
    }

    /** Asks under the grant; an answer with data after the grant was suspended is a finding. */
    private Reply asked(String dataset, Call call) throws IOException {
        Long halted = load.halted.get(dataset);
        boolean suspended = halted != null && halted < System.nanoTime();
        Reply reply = load.once(token, random, call);
        if (reply.status() != 200) {
            load.felt.add("question answered " + reply.status() + " " + reply.code());
        } else if (suspended && Objects.equals(halted, load.halted.get(dataset))) {
            load.findings.wrong(Kind.WRONG_ANSWER, call.path() + " was answered under a suspended grant");
        }
        if (reply.status() == DENIED) {
            denied(dataset, reply);
        }
        if (suspended) {
            load.edge.add("asked under a suspended grant");
        }
        return reply;
    }

    private void trespass(String dataset) throws IOException {
        String granted = path(dataset) + "/records?fields=id,owner,staff&limit=5";
        String hidden = granted.replace("staff", "staff,phone");
        switch (random.nextInt(4)) {
            case 0 -> refused(dataset, "another purpose", token, granted, "anything else");
            case 1 -> refused(dataset, "a field not granted", token, hidden, Bed.PURPOSE);
            case 2 -> refused(dataset, "no token", () -> "", granted, Bed.PURPOSE);
            default -> refused(dataset, "a forged token", this::forged, granted, Bed.PURPOSE);
        }
    }

    /** Its own token, the signature's first character another one. */
    private String forged() {
        String own = token.get();
        int at = own.lastIndexOf('.') + 1;
        return own.substring(0, at) + (own.charAt(at) == 'A' ? 'B' : 'A') + own.substring(at + 1);
    }

    private void refused(String dataset, String what, Supplier<String> credentials, String path, String claimed)
            throws IOException {
        Reply reply = load.once(credentials, random, new Call("GET", path, Map.of("Hub-Purpose", claimed), null));
        load.edge.add("asked without the right, with " + what);
        load.felt.add("trespass answered " + reply.status() + " " + reply.code());
        if (Load.good(reply)) {
            load.findings.wrong(Kind.WRONG_ANSWER, dataset + " was answered to a caller with " + what);
        }
        if (reply.status() == DENIED) {
            denied(dataset, reply);
        }
    }

    /** A denial to a known caller is an entry as an answer is. */
    private void denied(String dataset, Reply reply) {
        load.edge.add("denial");
        ObjectNode entry = answered(dataset, reply, "ACCESS_DENIED").put("outcome", "DENIED");
        load.journal.write(entry);
    }

    private ObjectNode released(String dataset, Reply reply, String kind) {
        load.edge.add("answer, " + kind);
        return answered(dataset, reply, kind).put("outcome", "ALLOWED");
    }

    private ObjectNode answered(String dataset, Reply reply, String kind) {
        if (reply.evidence() == null) {
            load.findings.wrong(Kind.UNEVIDENCED, kind + ": an answer about " + dataset + " names no entry of the log");
        }
        return Journal.entry("answered")
                .put("dataset", dataset)
                .put("kind", kind)
                .put("evidence", reply.evidence());
    }

    private static void rows(ObjectNode entry, Iterable<JsonNode> records) {
        ArrayNode rows = entry.putArray("rows");
        records.forEach(item -> rows.addArray()
                .add(item.path("id").asText())
                .add(item.path("owner").asText())
                .add(item.path("staff").asLong()));
    }

    private static String path(String dataset) {
        return "/api/v1/datasets/" + dataset;
    }

    private static Call get(String path) {
        return Call.get(path).with("Hub-Purpose", Bed.PURPOSE);
    }
}
