package org.exchangehub.core.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.identity.Caller;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Jobs, for those who asked for them and nobody else. */
@RestController
@RequestMapping(path = "/api/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "jobs")
class JobController {

    private static final String RETRY_SECONDS = "1";

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    /** The caller's newest jobs, at most 50. */
    record JobList(List<JobView> items) {}

    @Operation(summary = "My newest jobs")
    @GetMapping
    JobList list(Caller caller) {
        return new JobList(jobs.of(caller.who()).stream().map(JobView::of).toList());
    }

    @Operation(summary = "How one of my jobs stands")
    @GetMapping("/{id}")
    ResponseEntity<JobView> job(@PathVariable UUID id, Caller caller) {
        JobView view = JobView.of(jobs.of(caller.who(), id));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (view.finishedAt() == null) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(view);
    }

    @Operation(summary = "Call one of my jobs off, or throw its result away")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable UUID id, Caller caller) {
        jobs.drop(jobs.of(caller.who(), id));
    }

    @Operation(summary = "Fetch the result of one of my jobs; the fetching is in the access log")
    @GetMapping(path = "/{id}/result", produces = MediaType.ALL_VALUE)
    ResponseEntity<Resource> result(@PathVariable UUID id, Caller caller) {
        Jobs.Handed handed = jobs.hand(jobs.of(caller.who(), id), caller);
        String digest = Base64.getEncoder().encodeToString(handed.result().digest());
        return ResponseEntity.ok()
                .header("Hub-Evidence", handed.evidence().header())
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + handed.result().fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(handed.result().mediaType()))
                .body(new FileSystemResource(handed.file()));
    }
}
