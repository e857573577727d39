package org.exchangehub.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.exchangehub.benchmarks.population.PopulationRecords;
import org.exchangehub.benchmarks.running.HubCalls;
import org.exchangehub.benchmarks.running.HubCalls.PartFile;
import org.exchangehub.benchmarks.running.HubUnderTest;

/** The hub's own way: open a batch, send parts, commit, and have the receipt. */
final class HubLoads {

    private static final String CSV = "text/csv";

    private final HubUnderTest engines;
    private final HubCalls hub;
    private int datasets;

    HubLoads(HubUnderTest engines) {
        this.engines = engines;
        this.hub = engines.calls();
    }

    /** A dataset that is still empty, its table made when it is first sent to. */
    String empty() {
        String dataset = "101001-%06d".formatted(780_000 + datasets++);
        hub.register(dataset, PopulationRecords.avsc());
        return dataset;
    }

    /** Sends the rows as one batch; refuses a result whose counts are not what the rows were made to give. */
    Run load(String dataset, RowFiles files, long inserted, long updated) {
        engines.settle();
        Stopwatch watch = new Stopwatch(() -> engines.hubCpu() + engines.postgresCpu());
        String batch = hub.open(dataset, "batch of " + files.sent().getFileName());
        List<PartFile> parts = files.parts();
        for (int i = 0; i < parts.size(); i++) {
            hub.put(dataset, batch, i + 1, parts.get(i), CSV);
        }
        JsonNode counts = hub.commit(dataset, batch, parts.size(), files.rows()).path("counts");
        Run run = watch.stopped(files.rows());
        if (counts.path("inserted").asLong() != inserted
                || counts.path("updated").asLong() != updated
                || counts.path("quarantined").asLong() != RowFiles.wrong(files.rows())) {
            throw new IllegalStateException("expected " + inserted + " inserted, " + updated + " updated and "
                    + RowFiles.wrong(files.rows()) + " quarantined, found " + counts);
        }
        return run;
    }

    /** The typed table of a dataset. */
    String table(String dataset) {
        return "shared.d" + engines.text("select number from hub.publication where dataset = '" + dataset + "'");
    }

    /** Gives the disk back. */
    void empty(String dataset) {
        engines.sql("truncate " + table(dataset));
        engines.sql(
                "delete from hub.ingest_quarantine q using hub.ingest_batch b where b.id = q.batch and b.dataset = '"
                        + dataset + "'");
    }
}
