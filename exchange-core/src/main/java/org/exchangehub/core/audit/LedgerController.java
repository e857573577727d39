package org.exchangehub.core.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.exchangehub.core.audit.Ledger.Evaluated;
import org.exchangehub.core.audit.Ledger.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Who looked at somebody's data: for auditors, who answer the citizens. Every look is itself in the log, and so in the ledger. */
@RestController
@RequestMapping("/api/v1/audit")
class LedgerController {

    private static final String EVIDENCE = "Hub-Evidence";

    private final Ledger ledger;
    private final Statements statements;
    private final PublishedHistory history;
    private final AuditLog log;
    private final LogReader reader;
    private final JsonMapper json;

    LedgerController(
            Ledger ledger,
            Statements statements,
            PublishedHistory history,
            AuditLog log,
            LogReader reader,
            JsonMapper json) {
        this.ledger = ledger;
        this.statements = statements;
        this.history = history;
        this.log = log;
        this.reader = reader;
        this.json = json;
    }

    @Operation(summary = "Every access to the data of one person, enterprise or record, oldest first (audit-admin)")
    @PostMapping(path = "/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<LedgerPage> ledger(@RequestBody LedgerRequest request) {
        reader.requireAuditor();
        DataSubject subject = request.subject();
        Ledger.Page page = ledger.of(subject, request.behind(), request.most());
        Evidence evidence = evidence(Auditable.LEDGER_READ, subject, page);
        List<LedgerEntry> entries = page.accesses().stream()
                .map(access -> new LedgerEntry(
                        EntryView.of(access.index(), json.readTree(access.leaf()), null),
                        access.found(),
                        access.evaluated()))
                .toList();
        return answer(evidence).body(new LedgerPage(page.tokens(), entries, page.next()));
    }

    @Operation(
            summary =
                    "A statement for the citizen: each access with its proof, as JSON that is verified offline or as a"
                            + " page to read (audit-admin)")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = Statements.SubjectStatement.class)),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
            })
    @PostMapping("/statements")
    ResponseEntity<byte[]> statement(
            @RequestBody LedgerRequest request, @RequestParam(defaultValue = "JSON") Rendering as) {
        reader.requireAuditor();
        DataSubject subject = request.subject();
        Ledger.Page page = ledger.of(subject, request.behind(), request.most());
        Evidence evidence = evidence(Auditable.STATEMENT_ISSUED, subject, page);
        Statements.SubjectStatement statement = statements.of(page);
        return switch (as) {
            case JSON ->
                answer(evidence).contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(statement));
            case HTML ->
                answer(evidence)
                        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement.html\"")
                        .body(StatementPage.of(statement));
        };
    }

    /** How a statement is written: for machines, which verify it, or for people. */
    enum Rendering {
        JSON,
        HTML
    }

    private Evidence evidence(Auditable kind, DataSubject subject, Ledger.Page page) {
        String dataset = subject instanceof DataSubject.Keyed record ? record.dataset() : null;
        return log.append(AuditFact.of(kind, reader.who())
                .dataset(dataset)
                .subjects(history.names(subject))
                .rows(page.accesses().size())
                .detail("next", page.next())
                .build());
    }

    private static ResponseEntity.BodyBuilder answer(Evidence evidence) {
        return ResponseEntity.ok().header(EVIDENCE, evidence.header()).cacheControl(CacheControl.noStore());
    }

    /**
     * A part of a ledger.
     *
     * @param tokens the subject's, one per year and form
     * @param next index to go on behind, as {@code after}; null when all was looked at
     */
    record LedgerPage(
            List<String> tokens,
            List<LedgerEntry> entries,
            @Nullable Long next) {}

    /**
     * One access.
     *
     * @param found how it is known to concern the subject
     * @param evaluated what was held against history; null when the entry names the subject
     */
    record LedgerEntry(
            EntryView entry, Found found, @Nullable Evaluated evaluated) {}
}
