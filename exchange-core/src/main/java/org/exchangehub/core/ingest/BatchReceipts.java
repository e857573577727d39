package org.exchangehub.core.ingest;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Evidence;
import org.exchangehub.core.audit.LogSigner;
import org.exchangehub.core.ingest.Batch.Commitment;
import org.exchangehub.core.ingest.Batch.Receipt;
import org.exchangehub.core.ingest.BatchRepository.Unreceipted;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs what came of a batch once the access log has given the fact its index. The note (C2SP signed-note) has two lines of
 * text: {@code exchange-hub batch receipt v1} and one JSON object.
 */
@Component
class BatchReceipts {

    private static final String TITLE = "exchange-hub batch receipt v1\n";
    private static final int AT_ONCE = 100;

    private final BatchRepository batches;
    private final AuditLog log;
    private final LogSigner signer;
    private final JsonMapper json;

    BatchReceipts(BatchRepository batches, AuditLog log, LogSigner signer, JsonMapper json) {
        this.batches = batches;
        this.log = log;
        this.signer = signer;
        this.json = json;
    }

    /** Makes every receipt that can be made now. */
    @Scheduled(fixedDelayString = "PT1S")
    void sign() {
        for (Unreceipted waiting : batches.unreceipted(AT_ONCE)) {
            log.evidenceOf(waiting.fact()).ifPresent(evidence -> sign(waiting.batch(), evidence));
        }
    }

    private void sign(UUID id, Evidence evidence) {
        Batch batch = batches.find(id).orElseThrow();
        String note = signer.sign(TITLE + json.writeValueAsString(body(batch, evidence)) + "\n");
        batches.receipt(id, new Receipt(note, evidence.header()));
    }

    private ObjectNode body(Batch batch, Evidence evidence) {
        Commitment commitment = batch.commitment();
        BatchOutcome outcome = Objects.requireNonNull(batch.outcome(), "a finished batch has an outcome");
        List<Part> parts = batches.parts(batch.id());
        ObjectNode body = json.createObjectNode()
                .put("batch", batch.id().toString())
                .put("batchKey", batch.key())
                .put("dataset", batch.dataset())
                .put("sender", batch.sender())
                .put("mode", batch.mode().name())
                .put("schemaVersion", batch.schemaVersion())
                .put("state", batch.state().name());
        body.set("counts", json.valueToTree(outcome.counts()));
        if (outcome.release() != null) {
            body.put("release", outcome.release());
        }
        if (outcome.problem() != null) {
            body.set("problem", json.valueToTree(outcome.problem()));
        }
        ArrayNode list = body.putArray("parts");
        parts.forEach(part -> list.addObject()
                .put("kind", part.kind().name())
                .put("number", part.number())
                .put("sha256", part.digest().hex())
                .put("bytes", part.bytes()));
        return body.put("manifest", Manifest.digest(parts))
                .put("committedAt", commitment == null ? null : commitment.at().toString())
                .put("finishedAt", outcome.at().toString())
                .put("evidence", evidence.header());
    }
}
