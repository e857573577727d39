package org.exchangehub.nifi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.exchangehub.nifi.connection.HubConnection;
import org.exchangehub.nifi.connection.HubRefused;
import org.exchangehub.nifi.connection.HubRequest;
import org.exchangehub.nifi.connection.HubUnavailable;

/**
 * Brings one piece of a batch to the hub. Every step may be repeated, in any order and after any crash: the batch is known
 * by its key, the piece by its number and digest, and the commit says how much there must be.
 */
final class BatchDelivery {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** What came of it. */
    sealed interface Outcome {
        /** The piece is safe in the hub; another piece of the batch is still on its way and will commit. */
        record Waiting(BatchReport batch) implements Outcome {}

        /** The batch is published, rejected or cancelled, or waits for its steward. */
        record Settled(BatchReport batch) implements Outcome {}
    }

    private final HubConnection hub;
    private final String dataset;
    private final String mode;
    private final Duration patience;
    private final Clock clock;

    /**
     * For one dataset.
     *
     * @param mode UPSERT, SNAPSHOT or CHANGES
     * @param patience how long to wait for a committed batch to be published
     */
    BatchDelivery(HubConnection hub, String dataset, String mode, Duration patience, Clock clock) {
        this.hub = hub;
        this.dataset = dataset;
        this.mode = mode;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Opens the batch, uploads the piece, commits, and waits for the end.
     *
     * @param digest SHA-256 of the body, base64
     * @throws HubUnavailable when the end is not known: do the same again later
     * @throws HubRefused when the hub does not take the batch
     */
    Outcome deliver(Parcel parcel, HubRequest.Content body, long length, String digest) {
        if ("SNAPSHOT".equals(mode) && parcel.unreadable() > 0) {
            throw new HubRefused(
                    422,
                    "SNAPSHOT_UNREADABLE",
                    parcel.unreadable() + " rows cannot be read; a snapshot without them would delete their records");
        }
        BatchReport batch = open(parcel);
        if (batch.state() == BatchReport.State.OPEN) {
            String path = "/api/v1/batches/" + batch.id() + "/" + parcel.place() + "/" + parcel.number();
            Map<String, String> headers = Map.of("Content-Digest", "sha-256=:" + digest + ":");
            hub.send(HubRequest.put(path, headers, new HubRequest.Body(parcel.contentType(), length, body)));
        }
        try {
            return new Outcome.Settled(published(commit(batch.id(), parcel)));
        } catch (HubRefused refused) {
            if ("BATCH_INCOMPLETE".equals(refused.code())) {
                return new Outcome.Waiting(batch);
            }
            throw refused;
        }
    }

    private BatchReport open(Parcel parcel) {
        ObjectNode request = JSON.createObjectNode()
                .put("batchKey", parcel.key())
                .put("mode", mode)
                .put("declaredRows", parcel.rows());
        if (parcel.schemaVersion() != null) {
            request.put("schemaVersion", parcel.schemaVersion());
        }
        String path = "/api/v1/datasets/" + HubProcessor.segment(dataset) + "/batches";
        return BatchReport.parse(
                hub.send(HubRequest.post(path, request.toString())).body());
    }

    private BatchReport commit(String id, Parcel parcel) {
        String request = JSON.createObjectNode()
                .put("parts", parcel.parts())
                .put("rejects", parcel.rejects())
                .put("rows", parcel.rows())
                .toString();
        return BatchReport.parse(hub.send(HubRequest.post("/api/v1/batches/" + id + "/commit", request))
                .body());
    }

    private BatchReport published(BatchReport committed) {
        BatchReport batch = committed;
        Instant end = clock.instant().plus(patience);
        while (!batch.settled()) {
            if (clock.instant().isAfter(end)) {
                throw new HubUnavailable(
                        "batch " + batch.id() + " is " + batch.state() + " since " + patience.toSeconds() + " s");
            }
            pause();
            batch = BatchReport.parse(
                    hub.send(HubRequest.get("/api/v1/batches/" + batch.id())).body());
        }
        return batch;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubUnavailable("stopped while waiting for the hub", e);
        }
    }
}
