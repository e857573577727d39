package org.exchangehub.core.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.ingest.Batch.State;
import org.exchangehub.core.ingest.Part.Kind;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.encoding.MalformedRecords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes the parts of open batches in, in any order; the same part may come again. */
@Service
class PartIntake {

    private static final int MOST_PARTS = 10_000;

    private final BatchRepository batches;
    private final Catalog catalog;
    private final PartReading reading;
    private final Spool spool;
    private final SharedSpool sharing;
    private final UploadGate gate;
    private final UploadQuota quota;
    private final IngestSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    PartIntake(
            BatchRepository batches,
            Catalog catalog,
            PartReading reading,
            Spool spool,
            SharedSpool sharing,
            UploadGate gate,
            UploadQuota quota,
            IngestSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.batches = batches;
        this.catalog = catalog;
        this.reading = reading;
        this.spool = spool;
        this.sharing = sharing;
        this.gate = gate;
        this.quota = quota;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A part as its sender announces it. */
    record Announced(Kind kind, int number, PartFormat format, ContentCoding coding, ContentDigest digest) {

        Part arrived(UUID batch, long bytes) {
            return new Part(batch, kind, number, format, coding, digest, bytes);
        }
    }

    /**
     * Takes a part in; when this returns it will not be lost. Refuses content that is not what the digest says, other
     * content under a number taken before, and what can be seen at once to be malformed.
     */
    void receive(Batch batch, Announced announced, InputStream body) throws IOException {
        int number = announced.number();
        if (number < 1 || number > MOST_PARTS) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "A batch has parts 1 to " + MOST_PARTS,
                    List.of(new FieldError("n", "1 to " + MOST_PARTS, Integer.toString(number))));
        }
        ContentDigest digest = announced.digest();
        if (alreadyHas(batch, announced.kind(), number, digest)) {
            return;
        }
        requireOpen(batch);
        sharing.require();
        if (announced.kind() == Kind.PART) {
            OwnersFiles.require(batch, announced.format());
        }
        String department = catalog.get(batch.dataset()).department();
        long remaining = quota.remaining(department);
        gate.admit(department, () -> take(batch, announced, body, remaining, department));
    }

    private void take(Batch batch, Announced announced, InputStream body, long remaining, String department)
            throws IOException {
        ContentDigest digest = announced.digest();
        long limit = settings.partLimit().toBytes();
        Spool.Incoming incoming = spool.receive(batch.id(), body, limit);
        try {
            if (incoming.bytes() > remaining) {
                throw quota.exceeded(department);
            }
            if (!incoming.digest().equals(digest)) {
                throw new HubProblem(
                        ErrorCode.DIGEST_MISMATCH,
                        "The part that arrived is not the part that was announced; send it again",
                        List.of(new FieldError(
                                ContentDigest.HEADER,
                                digest.toString(),
                                incoming.digest().toString())));
            }
            Part part = announced.arrived(batch.id(), incoming.bytes());
            inspect(batch, part, incoming);
            spool.keep(incoming, part);
            register(batch, part, department);
        } finally {
            spool.discard(incoming);
        }
    }

    private boolean alreadyHas(Batch batch, Kind kind, int number, ContentDigest digest) {
        Optional<Part> before = batches.parts(batch.id()).stream()
                .filter(part -> part.kind() == kind && part.number() == number)
                .findFirst();
        if (before.isPresent() && !before.get().digest().equals(digest)) {
            throw new HubProblem(
                    ErrorCode.PART_REUSED,
                    "Part " + number + " arrived before with other content",
                    List.of(new FieldError(
                            ContentDigest.HEADER, before.get().digest().toString(), digest.toString())));
        }
        return before.isPresent();
    }

    private void inspect(Batch batch, Part part, Spool.Incoming incoming) throws IOException {
        if (part.kind() == Kind.REJECTS) {
            return;
        }
        try {
            reading.inspect(batch, part, spool.open(incoming, part.coding()));
        } catch (MalformedRecords malformed) {
            throw new HubProblem(
                    ErrorCode.BATCH_MALFORMED, "Part " + part.number() + " is malformed: " + malformed.sentence());
        }
    }

    /** In one transaction with the state, so that no part joins a batch that is committed meanwhile. */
    private void register(Batch batch, Part part, String department) {
        transaction.executeWithoutResult(status -> {
            requireOpen(batches.lock(batch.id()).orElseThrow());
            if (batches.add(part, clock.instant())) {
                quota.count(department, part.bytes());
            } else {
                alreadyHas(batch, part.kind(), part.number(), part.digest());
            }
        });
    }

    private static void requireOpen(Batch batch) {
        if (batch.state() != State.OPEN) {
            throw new HubProblem(
                    ErrorCode.CONFLICT, "Batch " + batch.id() + " is " + batch.state() + " and takes no further parts");
        }
    }
}
