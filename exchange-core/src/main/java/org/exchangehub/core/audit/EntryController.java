package org.exchangehub.core.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The access log for people: search, single entries and receipts. Reading it is itself in it. */
@RestController
@RequestMapping("/api/v1/audit/entries")
@Tag(name = "audit")
class EntryController {

    private static final String EVIDENCE = "Hub-Evidence";
    private static final String WITNESSES = "Hub-Witnesses";

    private final LogStore store;
    private final LogSearch search;
    private final Receipts receipts;
    private final AuditLog log;
    private final LogReader reader;
    private final ObjectMapper json;

    EntryController(
            LogStore store, LogSearch search, Receipts receipts, AuditLog log, LogReader reader, ObjectMapper json) {
        this.store = store;
        this.search = search;
        this.receipts = receipts;
        this.log = log;
        this.reader = reader;
        this.json = json;
    }

    @Operation(summary = "Search the access log, newest first (audit-admin)")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<EntryList> search(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String dataset,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable Long cursor) {
        reader.requireAuditor();
        LogSearch.Criteria criteria = new LogSearch.Criteria(from, to, kind, dataset, department, outcome, q);
        List<EntryView> found = search.find(criteria, limit, cursor);
        Evidence evidence = log.append(AuditFact.of(Auditable.LOG_SEARCHED, reader.who())
                .details(criteria.given())
                .rows(found.size())
                .build());
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header(EVIDENCE, evidence.header());
        if (found.size() == limit) {
            answer.header(HttpHeaders.LINK, next(found.getLast().index()));
        }
        return answer.body(new EntryList(found));
    }

    @Operation(summary = "One entry with its personal detail (audit-admin)")
    @GetMapping(path = "/{index}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<EntryView> entry(@PathVariable @Min(0) long index) {
        reader.requireAuditor();
        JsonNode leaf = leaf(index);
        Evidence evidence = log.append(AuditFact.of(Auditable.LOG_ENTRY_READ, reader.who())
                .detail("index", index)
                .build());
        Map<String, String> personal = store.body(index).map(this::personal).orElse(null);
        return ResponseEntity.ok().header(EVIDENCE, evidence.header()).body(EntryView.alone(index, leaf, personal));
    }

    @Operation(summary = "A receipt that proves the entry offline (audit-admin, or the caller the entry names)")
    @GetMapping(path = "/{index}/receipt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> receipt(@PathVariable @Min(0) long index) {
        String named = leaf(index).at("/who/subject").asString("");
        if (!named.equals(reader.who().subject())) {
            reader.requireAuditor();
        }
        Receipts.Receipt receipt = receipts.of(index);
        return ResponseEntity.ok().header(WITNESSES, receipt.witnesses()).body(receipt.text());
    }

    private JsonNode leaf(long index) {
        return store.entries(index, 1).stream()
                .findFirst()
                .map(stored -> json.readTree(stored.entry()))
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "The log has no entry " + index + " yet."));
    }

    private Map<String, String> personal(LogEntry.Body body) {
        Map<String, String> personal = new TreeMap<>();
        json.readTree(body.json())
                .properties()
                .forEach(member ->
                        personal.put(member.getKey(), member.getValue().asString()));
        return personal;
    }

    private static String next(long cursor) {
        UriComponents uri = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", cursor)
                .build();
        return "<" + uri.getPath() + "?" + uri.getQuery() + ">; rel=\"next\"";
    }

    record EntryList(List<EntryView> items) {}
}
