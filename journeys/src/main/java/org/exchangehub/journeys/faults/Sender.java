package org.exchangehub.journeys.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.exchangehub.engines.login.LoginFailed;
import org.exchangehub.journeys.faults.BatchPlan.Fate;
import org.exchangehub.journeys.faults.Findings.Kind;
import org.exchangehub.journeys.faults.Load.Unanswered;
import org.exchangehub.journeys.faults.Wire.Call;
import org.exchangehub.journeys.faults.Wire.Reply;

/**
 * Sends batch after batch to a dataset, as a careful sender does: repeats what was not answered, to whichever instance. Three
 * deliveries in ten are made again although they were answered, parts come in any order, some are cut off or damaged on the way.
 */
final class Sender implements Runnable {

    private static final double TWICE = 0.3;

    private final Load load;
    private final String dataset;
    private final String name;
    private final Supplier<String> token;
    private final Random random;

    Sender(Load load, String dataset, String name, Supplier<String> token) {
        this.load = load;
        this.dataset = dataset;
        this.name = name;
        this.token = token;
        this.random = new Random(load.seed + name.hashCode());
    }

    @Override
    public void run() {
        try {
            for (int n = 1; !load.ending(); n++) {
                attempt(BatchPlan.of(load.seed, dataset, name + "-" + n));
            }
            // Whatever was broken: a batch sent when all is calm goes through.
            attempt(BatchPlan.of(load.seed, dataset, name + BatchPlan.LAST));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(BatchPlan plan) throws InterruptedException {
        try {
            deliver(plan);
        } catch (Unanswered unanswered) {
            load.findings.wrong(Kind.NOT_RECOVERED, String.valueOf(unanswered.getMessage()));
        }
    }

    private void deliver(BatchPlan plan) throws InterruptedException, Unanswered {
        load.journal.write(entry("open", plan));
        String id = opened(plan);
        if (id.isEmpty()) {
            return;
        }
        Set<Integer> arrived = new HashSet<>();
        for (int number : plan.deliveries(random, TWICE)) {
            spoiled(id, plan, number, arrived.contains(number));
            Call part = part(id, plan, number, false);
            if (answered(plan, part, 204)) {
                load.journal.write(entry("part", plan).put("id", id).put("part", number));
                arrived.add(number);
            }
        }
        if (plan.fate() != Fate.ABANDONED) {
            commit(id, plan);
        }
    }

    private String opened(BatchPlan plan) throws InterruptedException, Unanswered {
        Reply reply = load.insist(token, random, open(plan, plan.mode().name()));
        String id = reply.json().path("id").asText("");
        if (!Load.good(reply)) {
            load.findings.wrong(Kind.WRONG_ANSWER, "opening " + plan.key() + " was answered " + reply);
            return "";
        }
        if (random.nextDouble() < TWICE) {
            load.edge.add("duplicate: batch opened again");
            Reply again = load.insist(token, random, open(plan, plan.mode().name()));
            if (!again.json().path("id").asText().equals(id)) {
                load.findings.wrong(Kind.DOUBLED, "opened twice, " + plan.key() + " is " + id + " and " + again);
            }
        }
        if (random.nextInt(20) == 0) {
            String other = plan.mode() == BatchPlan.Mode.UPSERT ? "CHANGES" : "UPSERT";
            load.edge.add("fault: key used for something else");
            expect(load.insist(token, random, open(plan, other)), 422, "the key " + plan.key() + " in mode " + other);
        }
        return id;
    }

    private Call open(BatchPlan plan, String mode) {
        ObjectNode body =
                Journal.JSON.createObjectNode().put("batchKey", plan.key()).put("mode", mode);
        return Call.json("POST", "/api/v1/datasets/" + dataset + "/batches", body);
    }

    /**
     * Now and then a delivery is cut off or damaged on its way; the hub must not take either for the part. One that has arrived
     * is not read again when its digest is announced again.
     */
    private void spoiled(String id, BatchPlan plan, int number, boolean arrived)
            throws InterruptedException, Unanswered {
        int dice = random.nextInt(100);
        if (dice < 8) {
            try {
                Wire.cut(load.any(random).port(), token.get(), part(id, plan, number, false));
                load.edge.add("fault: upload cut off");
            } catch (IOException | LoginFailed nobodyThere) {
                load.felt.add("no answer: cut");
            }
        } else if (dice < 14) {
            load.edge.add("fault: part damaged on the way");
            Reply reply = load.insist(token, random, part(id, plan, number, true));
            expect(reply, arrived ? 204 : 422, "a damaged part of " + plan.key());
        }
    }

    private Call part(String id, BatchPlan plan, int number, boolean damaged) {
        BatchPlan.Part part = plan.parts().get(number - 1);
        byte[] content = part.content(plan.mode());
        String digest = Wire.digest(content);
        if (damaged) {
            content[content.length / 2] ^= 1;
        }
        return new Call(
                "PUT",
                "/api/v1/batches/" + id + "/parts/" + number,
                Map.of("Content-Type", part.contentType(), "Content-Digest", digest),
                content);
    }

    private boolean answered(BatchPlan plan, Call call, int status) throws InterruptedException, Unanswered {
        Reply reply = load.insist(token, random, call);
        load.edge.add("delivery: part");
        expect(reply, status, call.method() + " " + call.path() + " of " + plan.key());
        return reply.status() == status;
    }

    private void expect(Reply reply, int status, String what) {
        if (reply.status() != status) {
            load.findings.wrong(Kind.WRONG_ANSWER, what + " was answered " + reply + " instead of " + status);
        }
    }

    private void commit(String id, BatchPlan plan) throws InterruptedException, Unanswered {
        ObjectNode body = Journal.JSON
                .createObjectNode()
                .put("parts", plan.parts().size())
                .put("rejects", 0)
                .put("rows", plan.declared());
        Call commit = Call.json("POST", "/api/v1/batches/" + id + "/commit", body);
        load.journal.write(entry("commit", plan).put("id", id));
        if (random.nextInt(8) == 0) {
            load.edge.add("duplicate: two commits at once");
            Thread.ofVirtual().start(() -> sideways(commit));
        }
        Reply reply = load.insist(token, random, commit);
        if (!Load.good(reply)) {
            load.findings.wrong(Kind.WRONG_ANSWER, "the commit of " + plan.key() + " was answered " + reply);
            return;
        }
        load.journal.write(entry("committed", plan).put("id", id).put("state", state(reply)));
        if (random.nextDouble() < TWICE) {
            again(id, plan, commit, reply);
        }
    }

    private void sideways(Call commit) {
        try {
            load.once(token, new Random(commit.path().hashCode()), commit);
        } catch (IOException | LoginFailed unanswered) {
            load.felt.add("no answer: second commit");
        }
    }

    /** The whole of it once more: the answers must be those of before. */
    private void again(String id, BatchPlan plan, Call commit, Reply before) throws InterruptedException, Unanswered {
        load.edge.add("duplicate: batch delivered again");
        for (int number : List.of(1, plan.parts().size())) {
            answered(plan, part(id, plan, number, false), 204);
        }
        Reply reply = load.insist(token, random, commit);
        String first = state(before);
        if (!Load.good(reply) || (!first.equals("COMMITTED") && !state(reply).equals(first))) {
            load.findings.wrong(
                    Kind.WRONG_ANSWER, "committed again, " + plan.key() + " was " + before + ", is " + reply);
        }
    }

    private static String state(Reply reply) {
        return reply.json().path("state").asText("");
    }

    private ObjectNode entry(String what, BatchPlan plan) {
        return Journal.entry(what).put("dataset", dataset).put("key", plan.key());
    }
}
