package org.exchangehub.core.lineage;

import io.swagger.v3.oas.annotations.Operation;
import org.exchangehub.core.identity.Caller;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/datasets/{code}/lineage", produces = MediaType.APPLICATION_JSON_VALUE)
class LineageController {

    private final Lineage lineage;

    LineageController(Lineage lineage) {
        this.lineage = lineage;
    }

    @Operation(
            summary =
                    "The way of a dataset's records from source to field to consumer, as far as the reader may know it")
    @GetMapping
    LineageGraph get(@PathVariable String code, Caller caller) {
        return lineage.of(code, caller);
    }
}
