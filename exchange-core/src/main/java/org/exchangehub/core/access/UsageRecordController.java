package org.exchangehub.core.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The consumer writes them, the provider and the authority may read them. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class UsageRecordController {

    private final UsageRecords records;
    private final UsageRecordRepository repository;

    UsageRecordController(UsageRecords records, UsageRecordRepository repository) {
        this.records = records;
        this.repository = repository;
    }

    /** What was done with the data from one day to another; {@code destruction} where some was destroyed. */
    record UsageAccount(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String scenario,
            @Nullable String process,
            @Nullable String results,
            @Nullable String storage,
            @Nullable String destruction) {}

    record UsageRecordList(List<UsageRecord> items) {}

    @PostMapping("/grants/{id}/usage-records")
    ResponseEntity<UsageRecord> add(@PathVariable UUID id, @RequestBody UsageAccount account, Caller caller) {
        UsageRecord added = records.add(id, account, caller);
        return ResponseEntity.created(URI.create("/api/v1/usage-records?grant=" + id))
                .body(added);
    }

    /** Those the caller may see, the newest first. */
    @GetMapping("/usage-records")
    ResponseEntity<UsageRecordList> list(
            @RequestParam(required = false) @Nullable UUID grant,
            @RequestParam(required = false) @Nullable String dataset,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            HttpServletRequest request) {
        int most = KeysetPage.limit(limit);
        UUID after = KeysetPage.after(cursor, UUID::fromString);
        KeysetPage<UsageRecord> page = KeysetPage.of(
                repository.list(Visibility.of(caller), grant, dataset, after, most + 1),
                most,
                record -> record.id().toString());
        return page.answer(request, new UsageRecordList(page.items()));
    }
}
