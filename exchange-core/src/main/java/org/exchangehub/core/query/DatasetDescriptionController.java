package org.exchangehub.core.query;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.identity.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
class DatasetDescriptionController {

    private final Catalog catalog;
    private final Contracts contracts;
    private final DatasetDescription description;

    DatasetDescriptionController(Catalog catalog, Contracts contracts, DatasetDescription description) {
        this.catalog = catalog;
        this.contracts = contracts;
        this.description = description;
    }

    @Operation(
            summary =
                    "The dataset's own API as an OpenAPI 3.1 document, with made-up examples, to generate clients from")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = "object",
                                            additionalProperties = Schema.AdditionalPropertiesValue.TRUE)))
    @GetMapping(path = "/api/v1/datasets/{dataset}/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> describe(@PathVariable String dataset, Caller caller) {
        Dataset found = catalog.visible(dataset, caller);
        BoundSchema bound = contracts.current(dataset);
        return ResponseEntity.ok().body(description.of(found, bound));
    }
}
