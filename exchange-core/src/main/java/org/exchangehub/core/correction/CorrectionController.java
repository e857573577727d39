package org.exchangehub.core.correction;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.KeysetPage;
import org.jspecify.annotations.Nullable;
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

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class CorrectionController {

    private final Corrections corrections;
    private final TicketRepository tickets;
    private final Clock clock;

    CorrectionController(Corrections corrections, TicketRepository tickets, Clock clock) {
        this.corrections = corrections;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** A field of a record, why it is held to be wrong, and what shows it. */
    record FlagRequest(
            @Nullable Map<String, String> key,
            @Nullable String field,
            @Nullable String reason,
            @Nullable String evidence) {}

    /** A move, and the finding, reason or document it rests on. */
    record CorrectionMove(
            Ticket.@Nullable Move move, @Nullable String words) {}

    /** A ticket; {@code value} is left out: the consumer may see it through a mask only. */
    record CorrectionView(
            UUID id,
            String dataset,
            String provider,
            String department,
            UUID grant,
            Map<String, String> key,
            String field,
            String reason,
            String evidence,
            Ticket.State state,
            List<Ticket.TicketStep> course,
            long release,
            @Nullable Long correctedIn,
            Instant flaggedAt,
            int version) {

        static CorrectionView of(Ticket ticket) {
            return new CorrectionView(
                    ticket.id(),
                    ticket.dataset(),
                    ticket.provider(),
                    ticket.department(),
                    ticket.grant(),
                    ticket.key(),
                    ticket.field(),
                    ticket.reason(),
                    ticket.evidence(),
                    ticket.state(),
                    ticket.course(),
                    ticket.release(),
                    ticket.correctedIn(),
                    ticket.flaggedAt(),
                    ticket.version());
        }
    }

    record CorrectionList(List<CorrectionView> items) {}

    record CorrectionNoticeList(List<CorrectionNotice> items) {}

    @PostMapping("/grants/{grant}/corrections")
    ResponseEntity<CorrectionView> flag(@PathVariable UUID grant, @RequestBody FlagRequest request, Caller caller) {
        Ticket flagged = corrections.flag(grant, request, caller);
        return ResponseEntity.created(URI.create("/api/v1/corrections/" + flagged.id()))
                .body(CorrectionView.of(flagged));
    }

    /** Those of the caller's department on either side, all for the authority; the newest first. */
    @GetMapping("/corrections")
    ResponseEntity<CorrectionList> list(
            @RequestParam(required = false) @Nullable String dataset,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            HttpServletRequest request) {
        int most = KeysetPage.limit(limit);
        UUID after = KeysetPage.after(cursor, UUID::fromString);
        String department = Corrections.seesAll(caller) ? null : department(caller);
        KeysetPage<Ticket> page = KeysetPage.of(
                tickets.list(department, dataset, after, most + 1),
                most,
                ticket -> ticket.id().toString());
        return page.answer(
                request,
                new CorrectionList(page.items().stream().map(CorrectionView::of).toList()));
    }

    @GetMapping("/corrections/{id}")
    CorrectionView get(@PathVariable UUID id, Caller caller) {
        return CorrectionView.of(corrections.get(id, caller));
    }

    @PostMapping("/corrections/{id}/moves")
    CorrectionView move(@PathVariable UUID id, @RequestBody CorrectionMove move, Caller caller) {
        return CorrectionView.of(corrections.move(id, move.move(), move.words(), caller));
    }

    /** What the caller's department was told: records it received that were corrected since. */
    @GetMapping("/correction-notices")
    CorrectionNoticeList notices(@RequestParam(defaultValue = "false") boolean open, Caller caller) {
        return new CorrectionNoticeList(tickets.notices(department(caller), open));
    }

    @PostMapping("/correction-notices/{id}/acknowledgements")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acknowledge(@PathVariable UUID id, Caller caller) {
        caller.require(Role.DEVELOPER, Role.STEWARD, Role.SHARING_HEAD);
        if (!tickets.acknowledge(id, department(caller), caller.name(), clock.instant())) {
            throw new HubProblem(ErrorCode.NOT_FOUND, "No notice of correction " + id + " waits for your department.");
        }
    }

    /** For people and applications of a department; no administrator reads records' keys by virtue of the role. */
    private static String department(Caller caller) {
        if (caller.kind() != Caller.Kind.APPLICATION) {
            caller.require(Role.DEVELOPER, Role.STEWARD, Role.SHARING_HEAD);
        }
        String department = caller.department();
        if (department == null) {
            throw new HubProblem(ErrorCode.ACCESS_DENIED, caller.name() + " acts for no department.");
        }
        return department;
    }
}
