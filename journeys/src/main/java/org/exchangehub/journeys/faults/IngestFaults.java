package org.exchangehub.journeys.faults;

import java.nio.file.Path;
import org.exchangehub.journeys.faults.Faults.Wish;
import org.exchangehub.journeys.faults.Trouble.Callers;

/** The suite of ingest: a hub that is sent to, in trouble. */
final class IngestFaults {

    private final Wish wish;
    private final Path checkout;

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
        try (Bed bed = new Bed(root, checkout);
                Journal journal = new Journal(root.resolve("oracle.journal"))) {
            bed.up(!wish.quick());
            Report report = new Trouble(wish, bed, Callers.SENDING, journal).made();
            report.print();
            Report.write(wish, report.rows());
            return report.held();
        }
    }
}
