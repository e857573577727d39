package org.exchangehub.journeys.faults;

import java.util.List;
import java.util.Random;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.cli.demo.Cast;
import org.exchangehub.journeys.faults.Bed.Shared;
import org.exchangehub.journeys.faults.Wire.Call;
import org.exchangehub.journeys.faults.Wire.Reply;

/**
 * Suspends one grant after the other for a while, as their providers' heads do. A second after that was acknowledged nobody may
 * be answered under the grant any more, at whichever instance and whatever is out of order (Decree 809, Art. 27; TARGETS P7).
 */
final class Halting implements Runnable {

    private static final String BECAUSE = "{\"reason\":\"试验\"}";

    private final Load load;
    private final List<Shared> datasets;
    private final Cast cast;
    private final Random random;

    Halting(Load load, List<Shared> datasets, Cast cast) {
        this.load = load;
        this.datasets = List.copyOf(datasets);
        this.cast = cast;
        this.random = new Random(load.seed + 7);
    }

    @Override
    public void run() {
        try {
            while (!load.ending()) {
                Shared dataset = datasets.get(random.nextInt(datasets.size()));
                Actor head = cast.person(dataset.steward().replace("-steward", "-head"));
                halt(dataset.code(), head);
                Thread.sleep(500 + random.nextInt(3_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Load.Unanswered unanswered) {
            load.findings.wrong(Findings.Kind.NOT_RECOVERED, String.valueOf(unanswered.getMessage()));
        }
    }

    private void halt(String dataset, Actor head) throws Load.Unanswered, InterruptedException {
        Reply grants = load.insist(head::token, random, Call.get("/api/v1/grants?dataset=" + dataset));
        String grant = grants.json().path("items").path(0).path("id").asText();
        told(head, grant, "suspensions");
        load.halted.put(dataset, System.nanoTime() + Load.REVOCATION_NANOS);
        Thread.sleep(1_500 + random.nextInt(4_000));
        load.halted.remove(dataset);
        told(head, grant, "resumptions");
        load.edge.add("grant suspended and resumed");
    }

    /** A conflict says that it was done by a request whose answer was lost. */
    private void told(Actor head, String grant, String what) throws Load.Unanswered, InterruptedException {
        Reply reply = load.insist(
                head::token,
                random,
                Call.json("POST", "/api/v1/grants/" + grant + "/" + what, Journal.parsed(BECAUSE)));
        if (!Load.good(reply) && reply.status() != Load.CONFLICT) {
            load.findings.wrong(
                    Findings.Kind.WRONG_ANSWER,
                    what + " of a grant was answered " + reply.status() + " " + reply.json());
        }
    }
}
