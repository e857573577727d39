package org.exchangehub.journeys.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.journeys.faults.Bed.Shared;
import org.exchangehub.journeys.faults.Faults.Wish;

/** The suite of ingest: load and faults side by side, then calm, then the comparison. */
final class IngestFaults {

    private static final int FAULTS = 1_000;
    private static final int KILLS = 100;
    private static final Duration QUICK = Duration.ofSeconds(110);
    private static final Duration LONGEST = Duration.ofMinutes(75);
    private static final Duration FINISH = Duration.ofMinutes(15);

    private final Wish wish;
    private final Path checkout;
    private final Tally injected = new Tally();
    private final Findings findings = new Findings();

    IngestFaults(Wish wish, Path checkout) {
        this.wish = wish;
        this.checkout = checkout;
    }

    /**
     * Runs the whole suite.
     *
     * @return whether the hub held what it promises
     */
    boolean run() throws Exception {
        System.out.println("ingest faults, seed " + wish.seed());
        Path root = checkout.resolve(".hub-faults");
        Bed bed = new Bed(root, checkout);
        Thread interrupted = new Thread(() -> down(bed));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (Journal journal = new Journal(root.resolve("oracle.journal"))) {
            bed.up(!wish.quick());
            List<Shared> datasets = bed.datasets();
            Load load = new Load(wish.seed(), bed.instances, journal, findings);
            long begun = System.nanoTime();
            trouble(bed, load, datasets);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            Bed.say("calm after " + took.toSeconds() + " s; comparing");
            new Oracle(bed, load, datasets).compare();
            return new Report(wish, took, injected, load, findings).print();
        } finally {
            down(bed);
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
    }

    private void trouble(Bed bed, Load load, List<Shared> datasets) throws InterruptedException {
        List<Thread> clients = new ArrayList<>();
        for (Shared dataset : datasets) {
            Actor steward = bed.cast.person(dataset.steward());
            for (String name : List.of("x", "y")) {
                clients.add(started(new Sender(load, dataset.code(), name, steward::token)));
            }
        }
        List<String> codes = datasets.stream().map(Shared::code).toList();
        clients.add(started(new Asker(load, codes, Bed.PURPOSE, bed.cast.application(Bed.ASKER)::token)));
        clients.add(started(new CheckpointWatch(load)));
        Thread.sleep(5_000);
        BooleanSupplier enough = enough(load);
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

    private BooleanSupplier enough(Load load) {
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

    private static void down(Bed bed) {
        try {
            bed.down();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
