package org.exchangehub.core.ingest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Evidence;
import org.exchangehub.core.audit.LongAnswer;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.ingest.Quarantine.Item;
import org.exchangehub.core.ingest.Quarantine.Place;
import org.exchangehub.core.ingest.Quarantine.Placed;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.KeysetPage;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What is in quarantine, for the stewards of the department whose data it is. */
@RestController
@RequestMapping(path = "/api/v1/batches/{id}/quarantine", produces = MediaType.APPLICATION_JSON_VALUE)
class QuarantineController {

    private static final String EVIDENCE_HEADER = "Hub-Evidence";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=utf-8;header=present");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final BatchRepository batches;
    private final Quarantine quarantine;
    private final Contracts contracts;
    private final Catalog catalog;
    private final SenderRights rights;
    private final AuditLog log;
    private final TransactionOperations transaction;

    QuarantineController(
            BatchRepository batches,
            Quarantine quarantine,
            Contracts contracts,
            Catalog catalog,
            SenderRights rights,
            AuditLog log,
            TransactionOperations transaction) {
        this.batches = batches;
        this.quarantine = quarantine;
        this.contracts = contracts;
        this.catalog = catalog;
        this.rights = rights;
        this.log = log;
        this.transaction = transaction;
    }

    /** Findings of a batch in the order of its rows. */
    record QuarantinePage(List<Item> items) {}

    /**
     * The rows no later batch has published, with their original values, to be corrected and sent again.
     *
     * @param format {@code csv} or {@code xlsx}
     */
    @GetMapping(path = "/file", produces = MediaType.ALL_VALUE)
    ResponseEntity<StreamingResponseBody> file(
            @PathVariable UUID id, @RequestParam(defaultValue = "csv") String format, Caller caller) {
        Batch batch = ofSteward(id, caller);
        boolean workbook = format.equals("xlsx");
        long rows = quarantine.unresolved(id);
        new Violations()
                .addAll(
                        workbook || format.equals("csv")
                                ? List.of()
                                : List.of(new FieldError("format", "csv or xlsx", null)))
                .addAll(
                        workbook && rows > QuarantineWorkbook.MOST_ROWS
                                ? List.of(new FieldError(
                                        "format",
                                        "csv for more than " + QuarantineWorkbook.MOST_ROWS + " rows",
                                        format))
                                : List.of())
                .refuse("The file cannot be made.");
        StandardSchema schema =
                contracts.version(batch.dataset(), batch.schemaVersion()).schema();
        LongAnswer answer = log.begin(AuditFact.of(Auditable.QUARANTINE_EXPORTED, caller.who())
                .dataset(batch.dataset())
                .fields(schema.fields().stream().map(StandardField::name).toList())
                .detail("batch", id)
                .detail("format", format)
                .rows(rows)
                .build());
        return ResponseEntity.ok()
                .header(EVIDENCE_HEADER, answer.evidence().header())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"quarantine-" + id + "." + format + "\"")
                .contentType(workbook ? XLSX : CSV)
                .body(to -> answer.send(to, out -> sent(id, schema, workbook, out)));
    }

    private long sent(UUID batch, StandardSchema schema, boolean workbook, OutputStream out) throws IOException {
        try {
            return Objects.requireNonNull(
                    transaction.execute(status -> written(batch, schema, workbook, out)), "rows are counted");
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private long written(UUID batch, StandardSchema schema, boolean workbook, OutputStream out) {
        AtomicLong rows = new AtomicLong();
        try (QuarantineFile file = workbook ? new QuarantineWorkbook(out, schema) : new QuarantineCsv(out, schema)) {
            quarantine.rows(batch, row -> {
                try {
                    file.add(row);
                    rows.incrementAndGet();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.get();
    }

    private Batch ofSteward(UUID id, Caller caller) {
        Batch batch =
                batches.find(id).orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no batch " + id));
        rights.requireSteward(caller, catalog.get(batch.dataset()));
        return batch;
    }

    @GetMapping
    ResponseEntity<QuarantinePage> items(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller) {
        Batch batch = ofSteward(id, caller);
        StandardSchema schema =
                contracts.version(batch.dataset(), batch.schemaVersion()).schema();
        Place after = Objects.requireNonNullElse(KeysetPage.after(cursor, Place::parse), Place.FIRST);
        KeysetPage<Placed> page = KeysetPage.of(
                quarantine.items(id, schema, after, KeysetPage.limit(limit) + 1),
                limit,
                placed -> placed.place().toString());
        Evidence evidence = log.append(AuditFact.of(Auditable.QUARANTINE_READ, caller.who())
                .dataset(batch.dataset())
                .detail("batch", id)
                .rows(page.items().size())
                .build());
        response.setHeader(EVIDENCE_HEADER, evidence.header());
        return page.answer(
                request,
                new QuarantinePage(page.items().stream().map(Placed::item).toList()));
    }
}
