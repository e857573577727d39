package org.exchangehub.core.insight;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.exchangehub.core.identity.Caller;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/audit/auditors", produces = MediaType.APPLICATION_JSON_VALUE)
class AuditorController {

    private final Auditors auditors;

    AuditorController(Auditors auditors) {
        this.auditors = auditors;
    }

    @Operation(summary = "Who may be assigned a case: audit administrators seen here within 90 days (audit-admin)")
    @GetMapping
    AuditorList list(Caller caller) {
        auditors.require(caller);
        return new AuditorList(auditors.all());
    }

    record AuditorList(List<Auditors.Auditor> items) {}
}
