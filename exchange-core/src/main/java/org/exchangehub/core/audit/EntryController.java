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
import org.springdoc.core.annotations.ParameterObject;
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
    private final ProjectionState projection;
    private final ObjectMapper json;

    EntryController(
            LogStore store,
            LogSearch search,
            Receipts receipts,
            AuditLog log,
            LogReader reader,
            ProjectionState projection,
            ObjectMapper json) {
        this.store = store;
        this.search = search;
        this.receipts = receipts;
        this.log = log;
        this.reader = reader;
        this.projection = projection;
        this.json = json;
    }

    /**
     * Entries, newest first.
     *
     * @param overview whether to count all entries found, too: histogram over time and most frequent values
     * @param limit 1 to 500
     * @param cursor from the link {@code next} of the page before
     */
    @Operation(summary = "Search the access log, newest first (audit-admin)")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<EntryList> search(
            @ParameterObject LogFilter filter,
            @RequestParam(defaultValue = "false") boolean overview,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable @Min(0) Long cursor) {
        reader.requireAuditor();
        LogSearch.Found found = search.find(filter, limit, cursor, overview);
        long behind = Math.max(0, store.head().size() - projection.standing().next());
        Evidence evidence = log.append(AuditFact.of(Auditable.LOG_SEARCHED, reader.who())
                .details(filter.given())
                .rows(found.entries().size())
                .build());
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header(EVIDENCE, evidence.header());
        if (found.entries().size() == limit) {
            answer.header(HttpHeaders.LINK, next(found.entries().getLast().index()));
        }
        return answer.body(new EntryList(found.entries(), behind, found.overview()));
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

    /** Entries of a pruned shard are not given out any more, here no more than as tiles (decision 0015). */
    private JsonNode leaf(long index) {
        long minimum = store.minimumIndex();
        if (index < minimum) {
            throw new HubProblem(
                    ErrorCode.NOT_FOUND,
                    "Entry " + index + " was pruned: the log is given out from entry " + minimum + " on.");
        }
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

    /**
     * A page of entries.
     *
     * @param behind how many of the newest entries of the log could not be searched yet
     * @param overview only if asked for
     */
    record EntryList(
            List<EntryView> items, long behind, @Nullable LogOverview overview) {}
}
