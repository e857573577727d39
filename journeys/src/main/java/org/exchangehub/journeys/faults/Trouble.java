package org.exchangehub.journeys.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.journeys.faults.Bed.Shared;
import org.exchangehub.journeys.faults.Faults.Wish;

/** Load and faults side by side until there were enough of them, then calm, then the comparison (TARGETS R1, R2). */
final class Trouble {

    private static final int FAULTS = 1_000;
    private static final int KILLS = 100;
    private static final Duration QUICK = Duration.ofSeconds(110);
    private static final Duration LONGEST = Duration.ofMinutes(75);
    private static final Duration FINISH = Duration.ofMinutes(15);

    private final Wish wish;
    private final Bed bed;
    private final Callers callers;
    private final Tally injected = new Tally();
    private final Findings findings = new Findings();
    private final Load load;

    /**
     * Who calls while things break.
     *
     * @param senders of batches, for each dataset
     * @param askers for records, each about all datasets
     * @param pause milliseconds an asker waits between two questions, at least and half again at most
     * @param halting whether grants are suspended and resumed meanwhile
     */
    record Callers(int senders, int askers, int pause, boolean halting) {

        /** Most of the load comes in. */
        static final Callers SENDING = new Callers(2, 1, 150, false);

        /** Most of the load goes out, with an entry of the log for each answer. */
        static final Callers READING = new Callers(1, 12, 20, true);
    }

    Trouble(Wish wish, Bed bed, Callers callers, Journal journal) {
        this.wish = wish;
        this.bed = bed;
        this.callers = callers;
        this.load = new Load(wish.seed(), bed.instances, journal, findings);
    }

    /** Makes it, on a bed that is up, and compares what came of it. */
    Report made() throws IOException, InterruptedException, SQLException {
        List<Shared> datasets = bed.datasets();
        long begun = System.nanoTime();
        suffered(datasets);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Bed.say("calm after " + took.toSeconds() + " s; comparing");
        new Oracle(bed, load, datasets).compare();
        return new Report(wish, took, injected, load, findings);
    }

    private void suffered(List<Shared> datasets) throws InterruptedException {
        List<Thread> clients = clients(datasets);
        Thread.sleep(5_000);
        BooleanSupplier enough = enough();
        List<Thread> lanes = List.of(
                started(new InstanceLane(bed, bed.instances.get(0), injected, wish.seed(), enough, false)),
                started(new InstanceLane(bed, bed.instances.get(1), injected, wish.seed(), enough, true)),
                started(new DatabaseLane(bed, injected, wish.seed(), enough)),
                started(new DiskLane(bed, injected, wish.seed(), enough)),
                started(new EngineLane(bed, injected, wish.seed(), enough)));
        for (Thread lane : lanes) {
            lane.join();
        }
        load.end();
        long deadline = System.nanoTime() + FINISH.toNanos();
        for (Thread client : clients) {
            client.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            if (client.isAlive()) {
                findings.wrong(Findings.Kind.NOT_RECOVERED, client.getName() + " has not come to its end");
            }
        }
    }

    private List<Thread> clients(List<Shared> datasets) {
        List<Thread> clients = new ArrayList<>();
        for (Shared dataset : datasets) {
            Actor steward = bed.cast.person(dataset.steward());
            for (String name : List.of("x", "y").subList(0, callers.senders())) {
                clients.add(started(new Sender(load, dataset.code(), name, steward::token)));
            }
        }
        List<String> codes = datasets.stream().map(Shared::code).toList();
        Actor application = bed.cast.application(Bed.ASKER);
        for (int i = 0; i < callers.askers(); i++) {
            clients.add(started(new Asker(load, codes, application::token, callers.pause(), i)));
        }
        if (callers.halting()) {
            clients.add(started(new Halting(load, datasets, bed.cast)));
        }
        clients.add(started(new CheckpointWatch(load)));
        return clients;
    }

    private BooleanSupplier enough() {
        long begun = System.nanoTime();
        return () -> {
            Duration passed = Duration.ofNanos(System.nanoTime() - begun);
            if (wish.quick()) {
                return passed.compareTo(QUICK) > 0;
            }
            return passed.compareTo(LONGEST) > 0
                    || (kills(injected) >= KILLS && injected.total() + atTheEdge(load) >= FAULTS);
        };
    }

    /** Processes ended by SIGKILL, those of the database among them. */
    static long kills(Tally injected) {
        return injected.of(InstanceLane.KILLED)
                + injected.of(InstanceLane.KILLED_STARTING)
                + injected.of(DatabaseLane.BACKEND_KILLED)
                + injected.of(DatabaseLane.SERVER_KILLED);
    }

    /** Deliveries that were cut off or damaged; those only made twice are not counted as faults. */
    static long atTheEdge(Load load) {
        return load.edge.all().entrySet().stream()
                .filter(count -> count.getKey().startsWith("fault: "))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** One that breaks has seen nothing any more: that is a finding, not the end of its findings. */
    private Thread started(Runnable work) {
        return Thread.ofPlatform()
                .daemon()
                .name(work.getClass().getSimpleName())
                .uncaughtExceptionHandler((thread, broken) ->
                        findings.wrong(Findings.Kind.NOT_RECOVERED, thread.getName() + " broke: " + broken))
                .start(work);
    }
}
