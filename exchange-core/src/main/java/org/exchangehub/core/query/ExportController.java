package org.exchangehub.core.query;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.exchangehub.core.access.Mode;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Evidence;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.query.Exports.Ordered;
import org.exchangehub.core.work.Job;
import org.exchangehub.core.work.JobView;
import org.exchangehub.core.work.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files of records to take away. */
@RestController
@RequestMapping(path = "/api/v1/datasets/{dataset}/exports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "records")
class ExportController {

    private final Exports exports;
    private final Jobs jobs;
    private final AuditLog log;

    ExportController(Exports exports, Jobs jobs, AuditLog log) {
        this.exports = exports;
        this.jobs = jobs;
        this.log = log;
    }

    @Operation(summary = "Ask for a file of the records the grant covers; it is made in the background, see jobs")
    @PostMapping
    ResponseEntity<JobView> export(
            @PathVariable String dataset,
            @RequestHeader(name = Purpose.HEADER, required = false) @Nullable String purpose,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody ExportRequest request,
            Caller caller) {
        Question question = new Question(
                caller,
                dataset,
                Mode.EXPORT,
                Purpose.of(purpose, caller),
                request.wanted(),
                request.narrowed(),
                request.asOf());
        Ordered ordered = exports.ordered(question, request.format());
        return jobs.again(
                        exports,
                        caller.who(),
                        key,
                        former -> exports.order(former).sameWish(ordered.order()))
                .map(former -> accepted(former).body(JobView.of(former)))
                .orElseGet(() -> begun(ordered, caller, key));
    }

    private ResponseEntity<JobView> begun(Ordered ordered, Caller caller, @Nullable String key) {
        jobs.requireRoom(caller.who());
        Evidence evidence = log.append(ordered.fact());
        Job job = jobs.submit(exports, caller.who(), exports.written(ordered.order()), key);
        return accepted(job).header("Hub-Evidence", evidence.header()).body(JobView.of(job));
    }

    private static ResponseEntity.BodyBuilder accepted(Job job) {
        return ResponseEntity.accepted().location(URI.create("/api/v1/jobs/" + job.id()));
    }
}
