package org.exchangehub.core.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the log's search projection stands, for those who search it. */
@RestController
@RequestMapping(path = "/api/v1/audit/projection", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "audit")
class ProjectionController {

    private final LogIndex engine;
    private final ProjectionState state;
    private final LogStore store;
    private final AuditLog log;
    private final LogReader reader;
    private final Clock clock;

    ProjectionController(
            LogIndex engine, ProjectionState state, LogStore store, AuditLog log, LogReader reader, Clock clock) {
        this.engine = engine;
        this.state = state;
        this.store = store;
        this.log = log;
        this.reader = reader;
        this.clock = clock;
    }

    /** What the projection is doing. */
    enum ProjectionWork {
        /** No search engine is configured. */
        OFF,
        /** The engine does not answer; the log grows without it. */
        WAITING,
        /** It begins anew. */
        REBUILDING,
        /** Entries are on their way. */
        CATCHING_UP,
        /** All entries have been handed over. */
        CURRENT
    }

    /**
     * How it stands.
     *
     * @param size entries in the log
     * @param behind how many of them the engine has not got yet
     * @param lagSeconds age of the oldest of those; 0 when there is none
     * @param compared entries that the present round of comparison has come past
     * @param rounds how often all entries have been compared since the index was made
     * @param differences documents that were found missing, altered or foreign since then; each was mended
     * @param differenceIndex where the last difference was
     * @param failure what the engine answered, while it is waited for
     */
    record ProjectionView(
            ProjectionWork work,
            long size,
            long behind,
            double lagSeconds,
            long compared,
            long rounds,
            @Nullable Instant roundEndedAt,
            long differences,
            @Nullable Instant differenceAt,
            @Nullable Long differenceIndex,
            @Nullable String failure,
            @Nullable Instant failingSince) {}

    @Operation(summary = "How the search index of the access log stands (audit-admin)")
    @GetMapping
    ProjectionView projection() {
        reader.requireAuditor();
        return view();
    }

    @Operation(summary = "Make the search index of the access log anew from the log (audit-admin)")
    @PostMapping("/rebuild")
    ResponseEntity<ProjectionView> rebuild() {
        reader.requireAuditor();
        Evidence evidence = log.append(AuditFact.of(Auditable.LOG_PROJECTION_REBUILT, reader.who())
                .detail("size", store.head().size())
                .build());
        state.askToRebuild();
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header("Hub-Evidence", evidence.header())
                .body(view());
    }

    private ProjectionView view() {
        ProjectionState.Standing standing = state.standing();
        long size = store.head().size();
        long behind = Math.max(0, size - standing.next());
        OffsetDateTime oldest = behind == 0 ? null : state.at(Math.max(standing.next(), state.lowest()));
        double lag = oldest == null
                ? 0
                : Math.max(
                        0, Duration.between(oldest.toInstant(), clock.instant()).toMillis() / 1000.0);
        return new ProjectionView(
                work(standing, behind),
                size,
                behind,
                lag,
                standing.compared(),
                standing.rounds(),
                instant(standing.roundEndedAt()),
                standing.differences(),
                instant(standing.differenceAt()),
                standing.differenceIndex(),
                standing.failure(),
                instant(standing.failingSince()));
    }

    private ProjectionWork work(ProjectionState.Standing standing, long behind) {
        if (!engine.configured()) {
            return ProjectionWork.OFF;
        }
        if (standing.failure() != null) {
            return ProjectionWork.WAITING;
        }
        if (standing.rebuild()) {
            return ProjectionWork.REBUILDING;
        }
        return behind == 0 ? ProjectionWork.CURRENT : ProjectionWork.CATCHING_UP;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
