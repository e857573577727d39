package org.exchangehub.core.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The schema a dataset is bound to. Schemas describe data and hold none: every caller may read them. */
@RestController
@RequestMapping(path = "/api/v1/datasets/{code}/schema", produces = MediaType.APPLICATION_JSON_VALUE)
class ContractController {

    private static final int LONGEST_SCHEMA = 1 << 20;

    private final Catalog catalog;
    private final Contracts contracts;
    private final SchemaBinding binding;
    private final JsonMapper json;

    ContractController(Catalog catalog, Contracts contracts, SchemaBinding binding, JsonMapper json) {
        this.catalog = catalog;
        this.contracts = contracts;
        this.binding = binding;
        this.json = json;
    }

    /** All versions of a dataset's schema, oldest first. */
    record Versions(List<ContractView> items) {}

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ContractView> bind(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody byte[] avsc,
            Caller caller) {
        Dataset dataset = catalog.get(code);
        caller.require(Role.STEWARD);
        caller.requireDepartment(dataset.department());
        if (avsc.length > LONGEST_SCHEMA) {
            throw new HubProblem(
                    ErrorCode.CONTENT_TOO_LARGE, "A schema is at most 1 MiB long, found " + avsc.length + " bytes");
        }
        if (ifMatch != null && contracts.versions(code).stream().map(this::etag).noneMatch(ifMatch::equals)) {
            throw new HubProblem(
                    ErrorCode.PRECONDITION_FAILED, "The schema has changed since it was read; read it again");
        }
        return shown(binding.bind(dataset, new String(avsc, StandardCharsets.UTF_8), caller.who()));
    }

    @GetMapping
    ResponseEntity<ContractView> current(@PathVariable String code, Caller caller) {
        catalog.visible(code, caller);
        return shown(contracts.current(code));
    }

    @GetMapping("/versions")
    Versions versions(@PathVariable String code, Caller caller) {
        catalog.visible(code, caller);
        return new Versions(contracts.versions(code).stream()
                .map(version -> ContractView.of(version, json))
                .toList());
    }

    private ResponseEntity<ContractView> shown(BoundSchema bound) {
        return ResponseEntity.ok().eTag(etag(bound)).body(ContractView.of(bound, json));
    }

    private String etag(BoundSchema bound) {
        int text = bound.schema().avro().toString().hashCode();
        return "\"" + bound.version() + "-" + bound.state().name().charAt(0) + "-" + Integer.toHexString(text) + "\"";
    }
}
