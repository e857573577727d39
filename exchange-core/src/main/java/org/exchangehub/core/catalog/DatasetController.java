package org.exchangehub.core.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.exchangehub.core.identity.Caller;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/datasets", produces = MediaType.APPLICATION_JSON_VALUE)
class DatasetController {

    private final Registration registration;
    private final DatasetRepository datasets;

    DatasetController(Registration registration, DatasetRepository datasets) {
        this.registration = registration;
        this.datasets = datasets;
    }

    /** A dataset as the API shows it: what the hub knows of it and, beside it, what its department states. */
    record DatasetView(
            String code,
            String resourceCode,
            Dataset.State state,
            String department,
            @JsonUnwrapped Entry entry,
            int version,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant publishedAt) {

        static DatasetView of(Dataset dataset) {
            return new DatasetView(
                    dataset.code(),
                    dataset.resourceCode(),
                    dataset.state(),
                    dataset.department(),
                    dataset.entry(),
                    dataset.version(),
                    dataset.createdAt(),
                    dataset.updatedAt(),
                    dataset.submittedAt(),
                    dataset.publishedAt());
        }
    }

    record DatasetList(List<DatasetView> items) {}

    record DatasetHistory(List<HistoryEntry> items) {}

    @GetMapping
    ResponseEntity<DatasetList> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) Dataset.@Nullable State state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            HttpServletRequest request) {
        DatasetFilter filter = DatasetFilter.of(caller, q, department, state);
        int most = KeysetPage.limit(limit);
        KeysetPage<DatasetView> page = KeysetPage.of(
                        datasets.list(filter, KeysetPage.after(cursor), most + 1), most, Dataset::code)
                .map(DatasetView::of);
        return page.answer(request, new DatasetList(page.items()));
    }

    @PostMapping
    ResponseEntity<DatasetView> register(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Entry entry,
            Caller caller) {
        Dataset draft = registration.register(entry, IdempotencyKey.of(key, caller, entry), caller);
        return tagged(ResponseEntity.created(URI.create("/api/v1/datasets/" + draft.code())), draft);
    }

    @GetMapping("/{code}")
    ResponseEntity<DatasetView> get(@PathVariable String code, Caller caller) {
        return tagged(ResponseEntity.ok(), visible(code, caller));
    }

    @PutMapping("/{code}")
    ResponseEntity<DatasetView> amend(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Entry entry,
            Caller caller) {
        return tagged(ResponseEntity.ok(), registration.amend(code, EntityVersion.required(ifMatch), entry, caller));
    }

    @PostMapping("/{code}/submissions")
    ResponseEntity<DatasetView> submit(@PathVariable String code, Caller caller) {
        return tagged(ResponseEntity.ok(), registration.submit(code, caller));
    }

    @PostMapping("/{code}/reviews")
    ResponseEntity<DatasetView> review(@PathVariable String code, @RequestBody Review review, Caller caller) {
        return tagged(ResponseEntity.ok(), registration.review(code, review, caller));
    }

    @GetMapping("/{code}/history")
    DatasetHistory history(@PathVariable String code, Caller caller) {
        return new DatasetHistory(datasets.history(visible(code, caller).code()));
    }

    private Dataset visible(String code, Caller caller) {
        return datasets.find(code)
                .filter(found -> DatasetFilter.visible(found, caller))
                .orElseThrow(() -> Catalog.unknown(code));
    }

    private static ResponseEntity<DatasetView> tagged(ResponseEntity.BodyBuilder answer, Dataset dataset) {
        return answer.eTag(EntityVersion.tag(dataset.version())).body(DatasetView.of(dataset));
    }
}
