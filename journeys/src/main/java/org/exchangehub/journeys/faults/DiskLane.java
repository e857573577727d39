package org.exchangehub.journeys.faults;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Fills the spool's file system to the last byte and empties it again. */
final class DiskLane extends FaultLane {

    DiskLane(Bed bed, Tally injected, long seed, BooleanSupplier enough) {
        super(bed, injected, seed, enough);
    }

    @Override
    void strike() throws IOException, InterruptedException {
        pause(4_000, 12_000);
        if (!bed.spool.small()) {
            return;
        }
        injected.add("spool full (ENOSPC for 0.5–3 s)");
        try {
            bed.spool.fill();
            pause(500, 3_000);
        } finally {
            bed.spool.empty();
        }
    }

    @Override
    void mend() throws IOException {
        bed.spool.empty();
    }
}
