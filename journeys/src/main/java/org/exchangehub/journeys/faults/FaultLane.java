package org.exchangehub.journeys.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.exchangehub.engines.Explained;

/** One kind of trouble, made again and again beside the others until enough is done; leaves everything whole behind it. */
abstract class FaultLane implements Runnable {

    final Bed bed;
    final Tally injected;
    final Random random;
    private final BooleanSupplier enough;

    /** @param enough asked before each fault */
    FaultLane(Bed bed, Tally injected, long seed, BooleanSupplier enough) {
        this.bed = bed;
        this.injected = injected;
        this.random = new Random(seed + getClass().getSimpleName().hashCode());
        this.enough = enough;
    }

    /** Makes one fault and waits as long as there is to wait before the next. */
    abstract void strike() throws IOException, InterruptedException, SQLException;

    /** Undoes what lasts. */
    void mend() throws IOException, InterruptedException {}

    @Override
    public final void run() {
        try {
            while (!enough.getAsBoolean()) {
                try {
                    strike();
                } catch (IOException | SQLException | Explained notNow) {
                    injected.add("could not be injected", 1);
                    Thread.sleep(1_000);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            finish();
        }
    }

    private void finish() {
        try {
            mend();
        } catch (IOException failed) {
            Bed.say("could not be mended: " + failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    final boolean done() {
        return enough.getAsBoolean();
    }

    final void pause(int least, int most) throws InterruptedException {
        Thread.sleep(least + random.nextInt(most - least));
    }
}
