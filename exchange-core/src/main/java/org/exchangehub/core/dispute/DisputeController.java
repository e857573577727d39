package org.exchangehub.core.dispute;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.dispute.Dispute.DisputeStep;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.KeysetPage;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The heads of the two departments dispute, the authority decides and puts the government's decision on record. */
@RestController
@RequestMapping(path = "/api/v1/disputes", produces = MediaType.APPLICATION_JSON_VALUE)
class DisputeController {

    private final Disputes disputes;
    private final DisputeRepository repository;

    DisputeController(Disputes disputes, DisputeRepository repository) {
        this.disputes = disputes;
        this.repository = repository;
    }

    /** A refused {@code application}, a suspended {@code grant} or a rejected {@code correction}, and why that is held to be wrong. */
    record DisputeRequest(
            @Nullable String type,
            @Nullable UUID about,
            @Nullable String reason) {}

    /** A move, the words to it, and for the government's decisions its document. */
    record DisputeMove(
            Dispute.@Nullable Move move,
            @Nullable String words,
            @Nullable String document) {}

    /** A dispute; {@code moves} are those its state allows the sides and the authority. */
    record DisputeView(
            UUID id,
            String type,
            UUID about,
            LocalizedText title,
            String dataset,
            String claimant,
            String respondent,
            @Nullable String contested,
            String reason,
            Dispute.State state,
            List<Dispute.Move> moves,
            List<DisputeStep> course,
            @Nullable LocalDate appealUntil,
            Instant openedAt,
            int version) {

        static DisputeView of(Dispute dispute) {
            Contested contested = dispute.contested();
            return new DisputeView(
                    dispute.id(),
                    contested.about().type(),
                    UUID.fromString(contested.about().id()),
                    contested.about().title(),
                    contested.dataset(),
                    contested.claimant(),
                    contested.respondent(),
                    contested.decision(),
                    dispute.reason(),
                    dispute.state(),
                    Dispute.MOVES.possible(dispute.state()).stream()
                            .filter(move -> move.part() != Dispute.Part.HUB)
                            .toList(),
                    dispute.course(),
                    dispute.appealUntil(),
                    dispute.openedAt(),
                    dispute.version());
        }
    }

    record DisputeList(List<DisputeView> items) {}

    @PostMapping
    ResponseEntity<DisputeView> open(@RequestBody DisputeRequest request, Caller caller) {
        Dispute opened = disputes.open(request, caller);
        return ResponseEntity.created(URI.create("/api/v1/disputes/" + opened.id()))
                .body(DisputeView.of(opened));
    }

    /** Those of the caller's department on either side, all for the authority; the newest first. */
    @GetMapping
    ResponseEntity<DisputeList> list(
            @RequestParam(required = false) @Nullable UUID about,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            HttpServletRequest request) {
        int most = KeysetPage.limit(limit);
        UUID after = KeysetPage.after(cursor, UUID::fromString);
        KeysetPage<Dispute> page = KeysetPage.of(
                repository.list(reader(caller), about, open, after, most + 1),
                most,
                dispute -> dispute.id().toString());
        return page.answer(
                request,
                new DisputeList(page.items().stream().map(DisputeView::of).toList()));
    }

    @GetMapping("/{id}")
    DisputeView get(@PathVariable UUID id, Caller caller) {
        return DisputeView.of(disputes.get(id, caller));
    }

    @PostMapping("/{id}/moves")
    DisputeView move(@PathVariable UUID id, @RequestBody DisputeMove move, Caller caller) {
        return DisputeView.of(disputes.move(id, move.move(), move.words(), move.document(), caller));
    }

    /** The department whose disputes the caller may see; null for all. */
    private static @Nullable String reader(Caller caller) {
        if (Disputes.seesAll(caller)) {
            return null;
        }
        String department = caller.department();
        if (department == null) {
            throw new HubProblem(ErrorCode.ACCESS_DENIED, caller.name() + " acts for no department.");
        }
        return department;
    }
}
