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

/**
 * Reads records under its grant all the time and keeps what it was given, with the evidence that came along; now and then it
 * asks for what it has no right to, which must be refused whatever is out of order (no fail-open).
 */
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
                String dataset = datasets.get(random.nextInt(datasets.size()));
                if (random.nextInt(3) == 0) {
                    trespass(dataset);
                } else {
                    ask(dataset);
                }
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

    private void trespass(String dataset) {
        String granted = "/api/v1/datasets/" + dataset + "/records?fields=id,owner,staff&limit=5";
        String hidden = granted.replace("staff", "staff,phone");
        try {
            switch (random.nextInt(4)) {
                case 0 -> refused("another purpose", token, granted, "anything else");
                case 1 -> refused("a field not granted", token, hidden, purpose);
                case 2 -> refused("no token", () -> "", granted, purpose);
                default -> refused("a forged token", this::forged, granted, purpose);
            }
        } catch (IOException | LoginFailed unanswered) {
            load.felt.add("question: no answer");
        }
    }

    /** Its own token, the signature's first character another one. */
    private String forged() {
        String own = token.get();
        int at = own.lastIndexOf('.') + 1;
        return own.substring(0, at) + (own.charAt(at) == 'A' ? 'B' : 'A') + own.substring(at + 1);
    }

    private void refused(String what, Supplier<String> credentials, String path, String claimed) throws IOException {
        Reply reply = load.once(credentials, random, new Call("GET", path, Map.of("Hub-Purpose", claimed), null));
        load.edge.add("asked without the right, with " + what);
        load.felt.add("trespass answered " + reply.status() + " " + reply.code());
        if (Load.good(reply)) {
            load.findings.wrong(Kind.WRONG_ANSWER, dataset(path) + " was answered to a caller with " + what);
        }
    }

    private static String dataset(String path) {
        return path.substring(0, path.indexOf('?'));
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
