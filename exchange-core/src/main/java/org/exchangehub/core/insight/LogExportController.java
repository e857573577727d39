package org.exchangehub.core.insight;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Evidence;
import org.exchangehub.core.audit.LogContents;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.insight.LogExport.Order;
import org.exchangehub.core.work.Job;
import org.exchangehub.core.work.JobView;
import org.exchangehub.core.work.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Excerpts of the access log to take away. */
@RestController
@RequestMapping(path = "/api/v1/audit/exports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "audit")
class LogExportController {

    private final LogExport export;
    private final LogContents contents;
    private final Jobs jobs;
    private final AuditLog log;

    LogExportController(LogExport export, LogContents contents, Jobs jobs, AuditLog log) {
        this.export = export;
        this.contents = contents;
        this.jobs = jobs;
        this.log = log;
    }

    @Operation(summary = "Ask for an excerpt of the access log; it is made in the background (audit-admin)")
    @PostMapping
    ResponseEntity<JobView> export(
            @Valid @RequestBody LogExportRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        caller.require(Role.AUDIT_ADMIN);
        contents.check(request.wanted());
        Who who = caller.who();
        Order order = new Order(request.wanted(), request.format(), contents.size());
        return jobs.again(export, who, key, former -> export.sameWish(former, order))
                .map(former -> accepted(former).body(JobView.of(former)))
                .orElseGet(() -> begun(order, who, key));
    }

    private ResponseEntity<JobView> begun(Order order, Who who, @Nullable String key) {
        jobs.requireRoom(who);
        Evidence evidence = log.append(LogExport.requested(order, who));
        Job job = jobs.submit(export, who, export.written(order), key);
        return accepted(job).header("Hub-Evidence", evidence.header()).body(JobView.of(job));
    }

    private static ResponseEntity.BodyBuilder accepted(Job job) {
        return ResponseEntity.accepted().location(URI.create("/api/v1/jobs/" + job.id()));
    }
}
