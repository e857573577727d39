package org.exchangehub.core.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.EntityVersion;
import org.exchangehub.core.problem.KeysetPage;
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

    @GetMapping
    ResponseEntity<DatasetView.DatasetList> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) Dataset.@Nullable State state,
            @RequestParam(required = false) Dataset.@Nullable State changeState,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            HttpServletRequest request) {
        DatasetFilter filter = DatasetFilter.of(caller, q, department, state, changeState);
        int most = KeysetPage.limit(limit);
        KeysetPage<DatasetView> page = KeysetPage.of(
                        datasets.list(filter, KeysetPage.after(cursor), most + 1), most, Dataset::code)
                .map(dataset -> DatasetView.of(dataset, caller));
        return page.answer(request, new DatasetView.DatasetList(page.items()));
    }

    @PostMapping
    ResponseEntity<DatasetView> register(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Entry entry,
            Caller caller) {
        Dataset draft = registration.register(entry, IdempotencyKey.of(key, caller, entry), caller);
        return tagged(ResponseEntity.created(URI.create("/api/v1/datasets/" + draft.code())), draft, caller);
    }

    @GetMapping("/{code}")
    ResponseEntity<DatasetView> get(@PathVariable String code, Caller caller) {
        return tagged(ResponseEntity.ok(), visible(code, caller), caller);
    }

    /** Rewrites the entry of a draft; of a published dataset that of the change on its way. */
    @PutMapping("/{code}")
    ResponseEntity<DatasetView> amend(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Entry entry,
            Caller caller) {
        return tagged(
                ResponseEntity.ok(), registration.amend(code, EntityVersion.required(ifMatch), entry, caller), caller);
    }

    private Dataset visible(String code, Caller caller) {
        return datasets.find(code)
                .filter(found -> DatasetFilter.visible(found, caller))
                .orElseThrow(() -> Catalog.unknown(code));
    }

    private static ResponseEntity<DatasetView> tagged(
            ResponseEntity.BodyBuilder answer, Dataset dataset, Caller caller) {
        return answer.eTag(EntityVersion.tag(dataset.version())).body(DatasetView.of(dataset, caller));
    }
}
