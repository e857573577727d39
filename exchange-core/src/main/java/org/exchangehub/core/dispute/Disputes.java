package org.exchangehub.core.dispute;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.dispute.Dispute.DisputeStep;
import org.exchangehub.core.dispute.Dispute.Move;
import org.exchangehub.core.dispute.Dispute.State;
import org.exchangehub.core.dispute.DisputeController.DisputeRequest;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.life.NewIds;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens disputes and moves them; each move, its audit fact, its notices and, when it ends the dispute, its effect on what was
 * contested are one transaction.
 */
@Service
public class Disputes {

    private static final int TEXT = 2_000;
    private static final int DOCUMENT = 200;

    private final DisputeRepository disputes;
    private final ObjectProvider<Disputable> disputables;
    private final NewIds ids;
    private final DisputeTerms terms;
    private final DisputeNotices notices;
    private final AuditOutbox outbox;
    private final Clock clock;
    private final ZoneId zone;

    Disputes(
            DisputeRepository disputes,
            ObjectProvider<Disputable> disputables,
            NewIds ids,
            DisputeTerms terms,
            DisputeNotices notices,
            AuditOutbox outbox,
            Clock clock,
            ZoneId zone) {
        this.disputes = disputes;
        this.disputables = disputables;
        this.ids = ids;
        this.terms = terms;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
        this.zone = zone;
    }

    @Transactional
    Dispute open(DisputeRequest request, Caller head) {
        Map<String, Disputable> kinds = kinds();
        String type = request.type();
        Violations found = new Violations()
                .needed("/about", request.about(), "the id of what was decided on")
                .needed("/reason", request.reason(), "why the decision is held to be wrong")
                .text("/reason", request.reason(), TEXT);
        if (type == null || !kinds.containsKey(type)) {
            found.add("/type", "one of " + kinds.keySet(), type);
        }
        found.refuse("The dispute is not complete; everything that is wrong is listed.");
        head.require(Role.SHARING_HEAD);
        Contested contested =
                Objects.requireNonNull(kinds.get(type)).contest(Objects.requireNonNull(request.about()), head);
        Dispute opened = new Dispute(
                ids.next(),
                contested,
                Objects.requireNonNull(request.reason()).strip(),
                State.NEGOTIATING,
                List.of(),
                null,
                head.name(),
                clock.instant(),
                1);
        if (!disputes.add(opened)) {
            throw new HubProblem(
                    ErrorCode.CONFLICT, "This decision was contested before; a decision goes through the stages once.");
        }
        tell(Auditable.DISPUTE_OPENED, opened, null, opened.reason(), head.who());
        terms.opened(opened, head.who());
        notices.opened(opened, head.who());
        return opened;
    }

    /** Moves a dispute as its table allows and the caller's part in it. */
    @Transactional
    Dispute move(UUID id, @Nullable Move move, @Nullable String words, @Nullable String document, Caller caller) {
        Dispute dispute = get(id, caller);
        check(move, words, document);
        Move wanted = Objects.requireNonNull(move);
        requirePart(dispute, wanted, caller);
        if (wanted == Move.APPEALS) {
            dispute.requireInTime(LocalDate.ofInstant(clock.instant(), zone));
        }
        return made(dispute, wanted, words, document, caller);
    }

    private static void check(@Nullable Move move, @Nullable String words, @Nullable String document) {
        Violations found = new Violations()
                .needed(
                        "/move",
                        move == null || move.part() == Dispute.Part.HUB ? null : move,
                        "a move of the sides, the authority or the government")
                .text("/words", words, TEXT)
                .text("/document", document, DOCUMENT);
        if (move != Move.ACCEPTS) {
            found.needed("/words", words, "the finding or the reason");
        }
        if (move != null && move.governments()) {
            found.needed("/document", document, "number and date of the government's decision");
        } else if (document != null) {
            found.add("/document", "nothing: only the government's decision rests on a document", document);
        }
        found.refuse("The move is not valid (Decree 809, Art. 28); everything that is wrong is listed.");
    }

    private static void requirePart(Dispute dispute, Move move, Caller caller) {
        Contested sides = dispute.contested();
        switch (move.part()) {
            case CLAIMANT -> requireHead(sides.claimant(), caller);
            case RESPONDENT -> requireHead(sides.respondent(), caller);
            case LOSER -> requireHead(dispute.loser(), caller);
            case EITHER ->
                requireHead(
                        sides.claimant().equals(caller.department()) ? sides.claimant() : sides.respondent(), caller);
            case AUTHORITY -> {
                caller.require(Role.CATALOG_AUTHORITY);
                String department = caller.department();
                if (move.authoritys() && department != null && dispute.between(department)) {
                    throw new HubProblem(
                            ErrorCode.ACCESS_DENIED,
                            "Nobody decides on a dispute of the own department; " + caller.name() + " acts for "
                                    + department + ".");
                }
            }
            case HUB -> throw new IllegalStateException("no caller makes the move " + move);
        }
    }

    private static void requireHead(String department, Caller caller) {
        caller.require(Role.SHARING_HEAD);
        caller.requireDepartment(department);
    }

    /** What was contested is no more, such as a suspension that was lifted: a dispute about it is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lapse(String type, UUID about, Who by) {
        disputes.open(type, about)
                .ifPresent(open -> moved(open, new DisputeStep(Move.LAPSES, "hub", null, null, clock.instant()), by));
    }

    /**
     * Refuses with {@code CONFLICT} what would pre-empt a dispute.
     *
     * @param what such as "Grant 5 is not ended by its provider"
     */
    public void requireNone(String type, UUID about, String what) {
        disputes.open(type, about).ifPresent(open -> {
            throw new HubProblem(
                    ErrorCode.CONFLICT, what + " while dispute " + open.id() + " is " + open.state() + ".");
        });
    }

    /**
     * Lets one decision of the authority stand that nobody appealed against in time.
     *
     * @param after only disputes behind this one
     * @return the dispute, empty when there is none
     */
    @Transactional
    Optional<UUID> letStand(UUID after) {
        return disputes.standing(LocalDate.ofInstant(clock.instant(), zone), after)
                .map(decided -> made(
                                decided,
                                decided.state() == State.DECIDED_FOR ? Move.STANDS_FOR : Move.STANDS_AGAINST,
                                null,
                                null,
                                Caller.HUB)
                        .id());
    }

    /** A dispute, for the two departments and the authority. */
    Dispute get(UUID id, Caller caller) {
        return disputes.find(id)
                .filter(found -> seesAll(caller) || (caller.department() != null && found.between(caller.department())))
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no dispute " + id + "."));
    }

    static boolean seesAll(Caller caller) {
        return caller.has(Role.CATALOG_AUTHORITY);
    }

    private Dispute made(Dispute dispute, Move move, @Nullable String words, @Nullable String document, Caller caller) {
        DisputeStep step = new DisputeStep(move, caller.name(), words, document, clock.instant());
        Dispute moved = moved(dispute, step, caller.who());
        if (!moved.state().open()) {
            Contested contested = moved.contested();
            UUID about = UUID.fromString(contested.about().id());
            Objects.requireNonNull(kinds().get(contested.about().type()))
                    .settled(about, moved.id(), moved.state() == State.UPHELD, caller);
        }
        return moved;
    }

    private Dispute moved(Dispute dispute, DisputeStep step, Who by) {
        Dispute moved = dispute.moved(step, step.move().authoritys() ? terms.appealUntil() : null);
        disputes.save(moved);
        tell(Auditable.DISPUTE_MOVED, moved, step.document(), step.words(), by);
        terms.moved(moved, step.move(), by);
        notices.moved(moved, step.move(), by);
        return moved;
    }

    private Map<String, Disputable> kinds() {
        return disputables.stream()
                .collect(Collectors.toMap(Disputable::type, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    private void tell(Auditable kind, Dispute dispute, @Nullable String document, @Nullable String words, Who by) {
        Contested contested = dispute.contested();
        outbox.add(AuditFact.of(kind, by)
                .dataset(contested.dataset())
                .detail("dispute", dispute.id())
                .detail(contested.about().type(), contested.about().id())
                .detail("claimant", contested.claimant())
                .detail("respondent", contested.respondent())
                .detail("state", dispute.state())
                .detail("document", document)
                .personal("words", words)
                .build());
    }
}
