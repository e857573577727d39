package org.exchangehub.core.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.ingest.Batch.Commitment;
import org.exchangehub.core.ingest.BatchIntake.Declaration;
import org.exchangehub.core.ingest.BatchIntake.Opened;
import org.exchangehub.core.ingest.PartIntake.Announced;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.KeysetPage;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.core.publication.Release.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Batches over HTTP: open, send parts and rejects in any order, commit. Every request may be repeated. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class BatchController {

    private static final int LONGEST_KEY = 200;

    private final Catalog catalog;
    private final SenderRights rights;
    private final BatchIntake intake;
    private final PartIntake parts;
    private final BatchRepository batches;
    private final CommitWait wait;
    private final Clock clock;

    BatchController(
            Catalog catalog,
            SenderRights rights,
            BatchIntake intake,
            PartIntake parts,
            BatchRepository batches,
            CommitWait wait,
            Clock clock) {
        this.catalog = catalog;
        this.rights = rights;
        this.intake = intake;
        this.parts = parts;
        this.batches = batches;
        this.wait = wait;
        this.clock = clock;
    }

    /**
     * What a sender says of a batch when opening it.
     *
     * @param batchKey the sender's own name for it, 1 to 200 characters, used once
     * @param schemaVersion the newest published one when absent
     * @param declaredRows rows it will have, rejects among them
     * @param mapping how the parts become rows of the schema (docs/guides/mapping.md); absent where they are such rows
     * @param corrects the earlier batch whose quarantined rows it brings again, corrected, under their {@code _row}
     */
    record BatchRequest(
            @Nullable String batchKey,
            @Nullable String mode,
            @Nullable Integer schemaVersion,
            @Nullable Long declaredRows,
            @Nullable UUID corrects,
            @Nullable JsonNode mapping) {}

    /**
     * What a sender says it has sent.
     *
     * @param rows in parts and rejects together; may be absent of a batch with a mapping
     */
    record CommitRequest(
            @Nullable Integer parts,
            @Nullable Integer rejects,
            @Nullable Long rows) {}

    /** Batches of a dataset, newest first. */
    record BatchPage(List<BatchView> items) {}

    @PostMapping("/datasets/{code}/batches")
    ResponseEntity<BatchView> open(@PathVariable String code, @RequestBody BatchRequest request, Caller caller) {
        Dataset dataset = catalog.get(code);
        String sender = rights.sender(caller, dataset);
        Opened opened = intake.open(dataset, sender, declaration(request));
        BatchView view = BatchView.of(opened.batch());
        return opened.isNew()
                ? ResponseEntity.created(URI.create("/api/v1/batches/" + view.id()))
                        .body(view)
                : ResponseEntity.ok(view);
    }

    private static Declaration declaration(BatchRequest request) {
        Violations violations = new Violations()
                .needed("/batchKey", request.batchKey(), "the sender's name for the batch")
                .text("/batchKey", request.batchKey(), LONGEST_KEY);
        String key = request.batchKey() == null ? "" : request.batchKey();
        Mode mode = Arrays.stream(Mode.values())
                .filter(each -> each.name().equals(request.mode()))
                .findFirst()
                .orElse(Mode.UPSERT);
        if (!mode.name().equals(request.mode())) {
            violations.add("/mode", Arrays.toString(Mode.values()), request.mode() == null ? null : "something else");
        }
        Long rows = request.declaredRows();
        if (rows != null && rows < 0) {
            violations.add("/declaredRows", "at least 0", rows.toString());
        }
        violations.refuse("The batch is not declared as it should be.");
        return new Declaration(key, mode, request.schemaVersion(), rows, request.corrects(), request.mapping());
    }

    @PutMapping("/batches/{id}/parts/{n}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void part(
            @PathVariable UUID id,
            @PathVariable int n,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String contentType,
            @RequestHeader(ContentDigest.HEADER) String digest,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false) @Nullable String encoding,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        Batch batch = own(id, caller);
        PartFormat format = PartFormat.of(contentType);
        parts.receive(
                batch,
                new Announced(Part.Kind.PART, n, format, ContentCoding.of(encoding), ContentDigest.parse(digest)),
                request.getInputStream());
    }

    @PutMapping("/batches/{id}/rejects/{n}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rejects(
            @PathVariable UUID id,
            @PathVariable int n,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String contentType,
            @RequestHeader(ContentDigest.HEADER) String digest,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false) @Nullable String encoding,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        Batch batch = own(id, caller);
        if (PartFormat.of(contentType) != PartFormat.NDJSON) {
            throw new HubProblem(
                    ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                    "Rejects are taken as application/x-ndjson, found " + contentType);
        }
        parts.receive(
                batch,
                new Announced(
                        Part.Kind.REJECTS,
                        n,
                        PartFormat.NDJSON,
                        ContentCoding.of(encoding),
                        ContentDigest.parse(digest)),
                request.getInputStream());
    }

    @PostMapping("/batches/{id}/commit")
    ResponseEntity<BatchView> commit(@PathVariable UUID id, @RequestBody CommitRequest request, Caller caller) {
        Batch batch = own(id, caller);
        intake.commit(batch, commitment(request, caller));
        Batch result = wait.await(id);
        return ResponseEntity.status(result.finished() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(BatchView.of(result));
    }

    private Commitment commitment(CommitRequest request, Caller caller) {
        long parts = number(request.parts());
        long rejects = number(request.rejects());
        Long rows = request.rows();
        Violations violations = new Violations();
        if (request.parts() == null || parts < 0) {
            violations.add("/parts", "how many parts were sent", null);
        }
        if (rejects < 0) {
            violations.add("/rejects", "how many files of rejects were sent", "" + rejects);
        }
        if (rows != null && rows < 0) {
            violations.add("/rows", "how many rows were sent, rejects among them", rows.toString());
        }
        violations.refuse("The commitment is not complete.");
        return new Commitment((int) parts, (int) rejects, rows, caller.who(), clock.instant());
    }

    private static long number(@Nullable Number number) {
        return number == null ? 0 : number.longValue();
    }

    @GetMapping("/batches/{id}")
    BatchView batch(@PathVariable UUID id, Caller caller) {
        return BatchView.of(readable(id, caller));
    }

    @GetMapping(path = "/batches/{id}/receipt", produces = MediaType.TEXT_PLAIN_VALUE)
    String receipt(@PathVariable UUID id, Caller caller) {
        Batch.Receipt receipt = readable(id, caller).receipt();
        if (receipt == null) {
            throw new HubProblem(
                    ErrorCode.NOT_FOUND, "Batch " + id + " has no receipt yet; it has one soon after it is finished");
        }
        return receipt.note();
    }

    @GetMapping("/datasets/{code}/batches")
    ResponseEntity<BatchPage> batches(
            @PathVariable String code,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Caller caller) {
        rights.requireReader(caller, catalog.get(code));
        UUID before = KeysetPage.after(cursor, UUID::fromString);
        KeysetPage<Batch> page = KeysetPage.of(
                batches.newest(code, before, KeysetPage.limit(limit) + 1),
                limit,
                batch -> batch.id().toString());
        return page.answer(
                request, new BatchPage(page.items().stream().map(BatchView::of).toList()));
    }

    private Batch readable(UUID id, Caller caller) {
        Batch batch = find(id);
        rights.requireReader(caller, catalog.get(batch.dataset()));
        return batch;
    }

    /** A batch this caller has opened: nobody adds to another sender's. */
    private Batch own(UUID id, Caller caller) {
        Batch batch = find(id);
        String sender = rights.sender(caller, catalog.get(batch.dataset()));
        if (!sender.equals(batch.sender())) {
            throw new HubProblem(ErrorCode.ACCESS_DENIED, "Batch " + id + " was opened by another sender");
        }
        return batch;
    }

    private Batch find(UUID id) {
        return batches.find(id).orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no batch " + id));
    }
}
