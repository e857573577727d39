package org.exchangehub.journeys.faults;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.exchangehub.engines.login.LoginFailed;
import org.exchangehub.journeys.faults.Findings.Kind;
import org.exchangehub.journeys.faults.Wire.Call;
import org.exchangehub.journeys.faults.Wire.Reply;

/** Reads records under its grant all the time and keeps what it was given, with the evidence that came along. */
final class Asker implements Runnable {

    private final Load load;
    private final List<String> datasets;
    private final String purpose;
    private final Supplier<String> token;
    private final Random random;

    Asker(Load load, List<String> datasets, String purpose, Supplier<String> token) {
        this.load = load;
        this.datasets = List.copyOf(datasets);
        this.purpose = purpose;
        this.token = token;
        this.random = new Random(load.seed + purpose.hashCode());
    }

    @Override
    public void run() {
        try {
            while (!load.ending()) {
                ask(datasets.get(random.nextInt(datasets.size())));
                Thread.sleep(150 + random.nextInt(200));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(String dataset) {
        String path =
                "/api/v1/datasets/" + dataset + "/records?fields=id,owner,staff&limit=" + (1 + random.nextInt(40));
        Call call = new Call("GET", path, Map.of("Hub-Purpose", purpose), null);
        try {
            Reply reply = load.once(token, random, call);
            if (reply.status() == 200) {
                keep(dataset, reply);
            } else {
                load.felt.add("question answered " + reply.status() + " " + reply.code());
            }
        } catch (IOException | LoginFailed unanswered) {
            load.felt.add("question: no answer");
        }
    }

    private void keep(String dataset, Reply reply) {
        load.edge.add("answer with records");
        if (reply.evidence() == null) {
            load.findings.wrong(Kind.UNEVIDENCED, "an answer about " + dataset + " names no entry of the log");
            return;
        }
        ObjectNode entry = Journal.entry("read").put("dataset", dataset).put("evidence", reply.evidence());
        ArrayNode rows = entry.putArray("rows");
        reply.json()
                .path("items")
                .forEach(item -> rows.addArray()
                        .add(item.path("id").asText())
                        .add(item.path("owner").asText())
                        .add(item.path("staff").asLong()));
        load.journal.write(entry);
    }
}
