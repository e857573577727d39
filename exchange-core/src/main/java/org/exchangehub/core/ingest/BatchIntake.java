package org.exchangehub.core.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.contract.MappingCheck;
import org.exchangehub.core.ingest.Batch.Commitment;
import org.exchangehub.core.ingest.Batch.State;
import org.exchangehub.core.ingest.Part.Kind;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.core.publication.Release.Mode;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/**
 * Opens batches and commits them once everything the sender promised is there; {@link PartIntake} takes in what comes between.
 * Every step may be repeated.
 */
@Service
class BatchIntake {

    private static final Duration WHILE_OTHERS_WAIT = Duration.ofSeconds(30);

    private final BatchRepository batches;
    private final Contracts contracts;
    private final IngestSettings settings;
    private final TransactionOperations transaction;
    private final BatchIds ids;
    private final Clock clock;

    BatchIntake(
            BatchRepository batches,
            Contracts contracts,
            IngestSettings settings,
            TransactionOperations transaction,
            BatchIds ids,
            Clock clock) {
        this.batches = batches;
        this.contracts = contracts;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a sender says of a batch when opening it. */
    record Declaration(
            String key,
            Mode mode,
            @Nullable Integer schemaVersion,
            @Nullable Long rows,
            @Nullable UUID corrects,
            @Nullable JsonNode mapping) {

        @Nullable
        String mappingText() {
            return mapping == null ? null : mapping.toString();
        }
    }

    /** The batch with this key, and whether it is new. */
    record Opened(Batch batch, boolean isNew) {}

    Opened open(Dataset dataset, String sender, Declaration declaration) {
        int schemaVersion = schemaVersion(dataset, declaration.schemaVersion());
        requireMappable(dataset, schemaVersion, declaration);
        requireCorrectable(dataset, declaration);
        Optional<Batch> known = batches.find(dataset.code(), sender, declaration.key());
        if (known.isEmpty() && batches.waiting(dataset.code(), settings.waiting()) >= settings.waiting()) {
            throw new HubProblem(
                            ErrorCode.RATE_LIMITED,
                            settings.waiting() + " batches of dataset " + dataset.code()
                                    + " wait to be worked on; open the next one when some are done")
                    .retryAfter(WHILE_OTHERS_WAIT);
        }
        Batch batch = new Batch(
                ids.next(),
                dataset.code(),
                sender,
                declaration.key(),
                declaration.mode(),
                schemaVersion,
                declaration.rows(),
                State.OPEN,
                clock.instant(),
                declaration.corrects(),
                declaration.mappingText(),
                0,
                null,
                false,
                null,
                null,
                null,
                null);
        if (batches.add(batch)) {
            return new Opened(batch, true);
        }
        Batch before = batches.find(dataset.code(), sender, declaration.key()).orElseThrow();
        boolean sameVersion =
                declaration.schemaVersion() == null || before.schemaVersion() == declaration.schemaVersion();
        if (before.mode() != declaration.mode()
                || !sameVersion
                || !Objects.equals(before.declaredRows(), declaration.rows())
                || !Objects.equals(before.corrects(), declaration.corrects())
                || !Objects.equals(before.mapping(), declaration.mappingText())) {
            throw new HubProblem(
                    ErrorCode.BATCH_KEY_REUSED,
                    "The batch key " + declaration.key() + " was declared as " + declared(before)
                            + " before; use a key once",
                    List.of(new FieldError("/batchKey", declared(before), declared(batch))));
        }
        return new Opened(before, false);
    }

    private void requireMappable(Dataset dataset, int schemaVersion, Declaration declaration) {
        if (declaration.mapping() != null) {
            StandardSchema schema =
                    contracts.version(dataset.code(), schemaVersion).schema();
            new Violations()
                    .addAll(MappingCheck.errors(declaration.mapping(), schema))
                    .refuse("The mapping does not lead to schema version " + schemaVersion + " of " + dataset.code());
        }
    }

    /** Corrections belong to a finished batch of the same dataset and bring single rows, never a whole snapshot. */
    private void requireCorrectable(Dataset dataset, Declaration declaration) {
        UUID corrects = declaration.corrects();
        if (corrects == null) {
            return;
        }
        boolean finished = batches.find(corrects)
                .filter(batch -> batch.dataset().equals(dataset.code()) && batch.finished())
                .isPresent();
        if (!finished || declaration.mode() == Mode.SNAPSHOT) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "The batch cannot bring corrections of batch " + corrects,
                    List.of(
                            finished
                                    ? new FieldError("/mode", "UPSERT or CHANGES", Mode.SNAPSHOT.name())
                                    : new FieldError(
                                            "/corrects", "a finished batch of the same dataset", corrects.toString())));
        }
    }

    private int schemaVersion(Dataset dataset, @Nullable Integer wanted) {
        BoundSchema current = contracts
                .published(dataset.code())
                .filter(schema -> dataset.published())
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.CONFLICT, "Dataset " + dataset.code() + " takes batches once it is published"));
        if (wanted != null && (wanted < 1 || wanted > current.version())) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "Dataset " + dataset.code() + " has no published schema version " + wanted,
                    List.of(new FieldError("/schemaVersion", "1 to " + current.version(), wanted.toString())));
        }
        return wanted == null ? current.version() : wanted;
    }

    private static String declared(Batch batch) {
        return batch.mode() + ", schema version " + batch.schemaVersion() + ", rows " + batch.declaredRows()
                + (batch.corrects() == null ? "" : ", corrections of " + batch.corrects())
                + (batch.mapping() == null ? "" : ", mapping " + batch.mappingDigest());
    }

    /** Commits a batch all of whose parts are there; the same commitment again changes nothing. */
    void commit(Batch opened, Commitment commitment) {
        transaction.executeWithoutResult(status -> {
            Batch batch = batches.lock(opened.id()).orElseThrow();
            if (batch.commitment() != null) {
                requireSame(batch, batch.commitment(), commitment);
                return;
            }
            requireCounted(batch, commitment);
            requireComplete(batch, commitment);
            batches.commit(batch.committed(commitment), commitment);
        });
    }

    private static void requireSame(Batch batch, Commitment before, Commitment now) {
        if (!before.sameAs(now)) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Batch " + batch.id() + " was committed with other numbers before",
                    List.of(new FieldError("", numbers(before), numbers(now))));
        }
    }

    private static String numbers(Commitment commitment) {
        return commitment.parts() + " parts, " + commitment.rejects() + " rejects, " + commitment.rows() + " rows";
    }

    /** Who sends rows of the schema knows how many; who hands over a file to be mapped need not. */
    private static void requireCounted(Batch batch, Commitment commitment) {
        if (commitment.rows() == null && batch.mapping() == null) {
            new Violations()
                    .add("/rows", "how many rows were sent, rejects among them", null)
                    .refuse("The commitment is not complete.");
        }
    }

    private void requireComplete(Batch batch, Commitment commitment) {
        List<Part> parts = batches.parts(batch.id());
        List<FieldError> missing = Stream.concat(
                        missing(parts, Kind.PART, commitment.parts()),
                        missing(parts, Kind.REJECTS, commitment.rejects()))
                .limit(100)
                .toList();
        if (!missing.isEmpty()) {
            throw new HubProblem(
                    ErrorCode.BATCH_INCOMPLETE,
                    "Batch " + batch.id() + " cannot be committed: parts are missing or were not announced",
                    missing);
        }
    }

    private static Stream<FieldError> missing(List<Part> parts, Kind kind, int announced) {
        List<Integer> there = parts.stream()
                .filter(part -> part.kind() == kind)
                .map(Part::number)
                .toList();
        String pointer = kind == Kind.PART ? "/parts" : "/rejects";
        return Stream.concat(
                IntStream.rangeClosed(1, announced)
                        .filter(number -> !there.contains(number))
                        .mapToObj(number -> new FieldError(pointer, "number " + number, null)),
                there.stream()
                        .filter(number -> number > announced)
                        .map(number -> new FieldError(pointer, "at most " + announced, "number " + number)));
    }
}
