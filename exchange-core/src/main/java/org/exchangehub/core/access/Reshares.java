package org.exchangehub.core.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.exchangehub.core.access.Reshare.ReshareStatement;
import org.exchangehub.core.access.ReshareController.ReshareRequest;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.life.NewIds;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves requests to pass data on: the consumer's head asks, the provider's head decides and may take a consent back. */
@Service
class Reshares {

    private static final int TEXT = 1_000;

    private final ReshareRepository reshares;
    private final Grants grants;
    private final NewIds ids;
    private final AccessNotices notices;
    private final AuditOutbox outbox;
    private final Clock clock;
    private final ZoneId zone;

    Reshares(
            ReshareRepository reshares,
            Grants grants,
            NewIds ids,
            AccessNotices notices,
            AuditOutbox outbox,
            Clock clock,
            ZoneId zone) {
        this.reshares = reshares;
        this.grants = grants;
        this.ids = ids;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
        this.zone = zone;
    }

    @Transactional
    public Reshare ask(UUID id, ReshareRequest request, Caller head) {
        Grant grant = grants.get(id, head);
        head.require(Role.SHARING_HEAD);
        head.requireDepartment(grant.department());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (grant.state() != Grant.State.ACTIVE || grant.until().isBefore(today)) {
            throw new HubProblem(ErrorCode.CONFLICT, "Grant " + id + " does not hold; nothing under it is passed on.");
        }
        Reshare asked = new Reshare(
                ids.next(),
                grant.id(),
                grant.dataset(),
                grant.provider(),
                grant.department(),
                statement(request, grant, today),
                Reshare.State.ASKED,
                null,
                head.name(),
                clock.instant(),
                null,
                null,
                1);
        reshares.add(asked);
        tell(Auditable.RESHARE_ASKED, asked, head);
        return asked;
    }

    @Transactional
    public Reshare decide(UUID id, ConsentRequest said, Caller head) {
        Reshare asked = ofProvider(id, head);
        Reshare decided =
                switch (said.word()) {
                    case CONSENT -> asked.consented(said.opinion(), head.name(), clock.instant());
                    case REFUSE -> asked.refused(Objects.requireNonNull(said.opinion()), head.name(), clock.instant());
                };
        return saved(Auditable.RESHARE_DECIDED, decided, head);
    }

    @Transactional
    public Reshare revoke(UUID id, @Nullable String reason, Caller head) {
        Reshare revoked = ofProvider(id, head).revoked(Said.why(reason), head.name(), clock.instant());
        return saved(Auditable.RESHARE_REVOKED, revoked, head);
    }

    private Reshare ofProvider(UUID id, Caller head) {
        Reshare found = reshares.find(id)
                .filter(each -> Visibility.of(head).covers(each.provider(), each.department()))
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no request " + id + "."));
        head.require(Role.SHARING_HEAD);
        head.requireDepartment(found.provider());
        return found;
    }

    private static ReshareStatement statement(ReshareRequest request, Grant grant, LocalDate today) {
        List<String> shown = grant.terms().fields().stream()
                .filter(field -> field.access() != FieldAccess.LOOKUP)
                .map(Terms.GrantedField::field)
                .toList();
        List<String> fields = request.fields() == null ? List.of() : request.fields();
        Violations found = new Violations()
                .needed("/thirdParty", request.thirdParty(), "who is to get it")
                .text("/thirdParty", request.thirdParty(), TEXT)
                .needed("/purpose", request.purpose(), "what for")
                .text("/purpose", request.purpose(), TEXT)
                .needed("/basis", request.basis(), "the law or duty it rests on")
                .text("/basis", request.basis(), TEXT)
                .needed("/protection", request.protection(), "how it is protected there")
                .text("/protection", request.protection(), TEXT);
        if (fields.isEmpty() || !shown.containsAll(fields)) {
            found.add(
                    "/fields",
                    "some of the fields the grant shows: " + shown,
                    fields.stream().filter(field -> !shown.contains(field)).collect(Collectors.joining(", ")));
        }
        LocalDate until = request.until();
        if (until == null || until.isBefore(today) || until.isAfter(grant.until())) {
            found.add(
                    "/until", "a day from " + today + " to " + grant.until(), until == null ? null : until.toString());
        }
        found.refuse("The request is not complete; everything that is wrong is listed.");
        return new ReshareStatement(
                Objects.requireNonNull(request.thirdParty()),
                Objects.requireNonNull(request.purpose()),
                Objects.requireNonNull(request.basis()),
                Objects.requireNonNull(request.protection()),
                fields,
                Objects.requireNonNull(until));
    }

    private Reshare saved(Auditable kind, Reshare changed, Caller caller) {
        reshares.save(changed);
        tell(kind, changed, caller);
        return changed;
    }

    private void tell(Auditable kind, Reshare reshare, Caller caller) {
        outbox.add(AuditFact.of(kind, caller.who())
                .dataset(reshare.dataset())
                .grant(reshare.grant())
                .basis(reshare.statement().basis())
                .fields(reshare.statement().fields())
                .detail("reshare", reshare.id())
                .detail("thirdParty", reshare.statement().thirdParty())
                .detail("state", reshare.state())
                .detail("until", reshare.statement().until())
                .personal("opinion", reshare.opinion())
                .build());
        notices.of(kind, reshare, caller.who());
    }
}
