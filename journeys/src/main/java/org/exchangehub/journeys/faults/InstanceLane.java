package org.exchangehub.journeys.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Kills, halts and misleads one instance. */
final class InstanceLane extends FaultLane {

    static final String KILLED = "instance killed (SIGKILL)";
    static final String KILLED_STARTING = "instance killed while starting (SIGKILL)";
    private static final List<String> CLOCKS = List.of("+20", "-20", "+7200", "-7200", "+0");

    private final Instance instance;
    private final boolean disk;

    /** @param disk whether every second life of the instance is one with disk errors; its clock is left alone then */
    InstanceLane(Bed bed, Instance instance, Tally injected, long seed, BooleanSupplier enough, boolean disk) {
        super(bed, injected, seed + instance.name().hashCode(), enough);
        this.instance = instance;
        this.disk = disk;
    }

    @Override
    void strike() throws IOException, InterruptedException {
        int dice = random.nextInt(100);
        if (dice < 55 || !instance.running()) {
            kill();
        } else if (dice < 72) {
            injected.add("instance halted beyond its leases (SIGSTOP 6–9 s)");
            instance.halt(Duration.ofMillis(6_000 + random.nextInt(3_000)));
            pause(500, 3_000);
        } else if (dice < 85 || !instance.misleads()) {
            injected.add("instance halted for a moment (SIGSTOP)");
            instance.halt(Duration.ofMillis(200 + random.nextInt(1_500)));
            pause(200, 2_000);
        } else {
            injected.add("clock of an instance jumps");
            instance.clock(CLOCKS.get(random.nextInt(CLOCKS.size())));
            pause(2_000, 5_000);
        }
    }

    private void kill() throws InterruptedException {
        if (instance.running()) {
            injected.add(KILLED);
        }
        do {
            instance.kill();
            instance.start(disk && random.nextBoolean());
            if (random.nextInt(6) == 0) {
                pause(500, 6_000);
                injected.add(KILLED_STARTING);
                instance.kill();
            } else if (instance.awaitReady()) {
                pause(300, 4_000);
                return;
            }
        } while (!done());
    }

    @Override
    void mend() throws IOException, InterruptedException {
        injected.add("call of an instance failed at its disk (EIO of fsync, rename)", instance.diskErrors());
        instance.clock("+0");
        if (disk || !instance.ready()) {
            instance.kill();
            instance.start(false);
            instance.awaitReady();
        }
    }
}
