package org.exchangehub.core.publication;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.KeysetPage;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A dataset's releases, for the people of its department and those who watch over the catalog. */
@RestController
@RequestMapping(path = "/api/v1/datasets/{code}/releases", produces = MediaType.APPLICATION_JSON_VALUE)
class ReleaseController {

    private static final int LONGEST_REASON = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Catalog catalog;
    private final ReleaseHistory history;
    private final ReleaseDigests digests;
    private final Undo undo;

    ReleaseController(Catalog catalog, ReleaseHistory history, ReleaseDigests digests, Undo undo) {
        this.catalog = catalog;
        this.history = history;
        this.digests = digests;
        this.undo = undo;
    }

    /**
     * A release.
     *
     * @param number counted per dataset from 1
     * @param batch the batch it came from; absent when it takes a release back
     * @param undoes the release it takes back; absent when it came from a batch
     * @param unchanged records that came and were the same already
     * @param superseded changes that a later one of the same batch overtook
     * @param firstSeq first number of its changes in the dataset's sequence; one more than {@code lastSeq} when it changed nothing
     */
    record ReleaseView(
            long number,
            @Nullable UUID batch,
            @Nullable Long undoes,
            int schemaVersion,
            long inserted,
            long updated,
            long unchanged,
            long deleted,
            long superseded,
            long firstSeq,
            long lastSeq,
            Instant publishedAt) {

        static ReleaseView of(Release release) {
            Release.Counts counts = release.counts();
            return new ReleaseView(
                    release.number(),
                    release.batch(),
                    release.undoes(),
                    release.schemaVersion(),
                    counts.inserted(),
                    counts.updated(),
                    counts.unchanged(),
                    counts.deleted(),
                    release.superseded(),
                    release.firstSeq(),
                    release.lastSeq(),
                    release.publishedAt());
        }
    }

    /** Releases, the newest first. */
    record ReleaseList(List<ReleaseView> items) {}

    /** Why a release is taken back, 1 to 500 characters; the access log keeps it. */
    record UndoReason(@Nullable String reason) {

        String text() {
            new Violations()
                    .needed("/reason", reason, "why the release is taken back")
                    .text("/reason", reason, LONGEST_REASON)
                    .refuse("Taking a release back needs a reason.");
            return Objects.requireNonNull(reason);
        }
    }

    @GetMapping
    ResponseEntity<ReleaseList> releases(
            @PathVariable String code,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Caller caller) {
        requireReader(code, caller);
        KeysetPage<Release> page = KeysetPage.of(
                history.newest(code, KeysetPage.after(cursor, Long::valueOf), KeysetPage.limit(limit) + 1),
                limit,
                release -> Long.toString(release.number()));
        return page.answer(
                request,
                new ReleaseList(page.items().stream().map(ReleaseView::of).toList()));
    }

    @GetMapping("/{number}")
    ReleaseView release(@PathVariable String code, @PathVariable long number, Caller caller) {
        requireReader(code, caller);
        return ReleaseView.of(history.find(code, number).orElseThrow(() -> ReleaseHistory.unknown(code, number)));
    }

    /**
     * What the dataset held at a release, for comparison with what its sender or a receiver holds.
     *
     * @param digest 64 hexadecimal digits, as docs/canonical-records.md defines it
     */
    record ReleaseDigest(long release, long records, String digest) {}

    @Operation(summary = "The digest of all records at a release; 202 with Retry-After while it is being made")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReleaseDigest.class)))
    @GetMapping("/{number}/digest")
    ResponseEntity<ReleaseDigest> digest(@PathVariable String code, @PathVariable long number, Caller caller) {
        requireReader(code, caller);
        Release release = history.find(code, number).orElseThrow(() -> ReleaseHistory.unknown(code, number));
        return digests.of(release, PATIENCE)
                .map(summary -> ResponseEntity.ok(new ReleaseDigest(number, summary.records(), summary.digest())))
                .orElseGet(() -> ResponseEntity.accepted()
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(PATIENCE.toSeconds()))
                        .build());
    }

    @PostMapping("/{number}/undo")
    @ResponseStatus(HttpStatus.CREATED)
    ReleaseView undo(
            @PathVariable String code, @PathVariable long number, @RequestBody UndoReason reason, Caller caller) {
        Dataset dataset = catalog.get(code);
        caller.require(Role.STEWARD);
        caller.requireDepartment(dataset.department());
        return ReleaseView.of(undo.undo(code, number, reason.text(), caller.who()));
    }

    private void requireReader(String code, Caller caller) {
        Dataset dataset = catalog.get(code);
        if (!caller.has(Role.CATALOG_AUTHORITY)) {
            caller.requireDepartment(dataset.department());
        }
    }
}
