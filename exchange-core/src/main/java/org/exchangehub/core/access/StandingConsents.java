package org.exchangehub.core.access;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.ShareAttribute;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.life.NewIds;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the provider's head give and take back a standing consent; only to what is shared unconditionally. */
@Service
class StandingConsents {

    private static final int OPINION = 1_000;

    private final StandingConsentRepository consents;
    private final NewIds ids;
    private final Catalog catalog;
    private final AuditOutbox outbox;
    private final Clock clock;

    StandingConsents(StandingConsentRepository consents, NewIds ids, Catalog catalog, AuditOutbox outbox, Clock clock) {
        this.consents = consents;
        this.ids = ids;
        this.catalog = catalog;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public StandingConsent give(@Nullable String code, @Nullable String opinion, Caller head) {
        new Violations()
                .needed("/dataset", code, "the code of a dataset")
                .text("/opinion", opinion, OPINION)
                .refuse("The standing consent is not valid.");
        Dataset dataset = catalog.visible(Objects.requireNonNull(code), head);
        head.require(Role.SHARING_HEAD);
        head.requireDepartment(dataset.department());
        if (!dataset.published() || dataset.shareAttribute() != ShareAttribute.UNCONDITIONAL) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Dataset " + dataset.code() + " is " + dataset.state() + " and " + dataset.shareAttribute()
                            + "; a consent can stand for a published one that is UNCONDITIONAL.");
        }
        StandingConsent given = new StandingConsent(
                ids.next(),
                dataset.code(),
                dataset.department(),
                opinion,
                head.subject(),
                head.name(),
                clock.instant(),
                null,
                null,
                null);
        consents.add(given);
        outbox.add(fact(Auditable.STANDING_CONSENT_GIVEN, given, head).build());
        return given;
    }

    @Transactional
    public StandingConsent revoke(UUID id, @Nullable String reason, Caller head) {
        StandingConsent standing = consents.find(id)
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no standing consent " + id + "."));
        head.require(Role.SHARING_HEAD);
        head.requireDepartment(standing.provider());
        String why = Said.why(reason);
        StandingConsent revoked = standing.revoked(head.name(), why, clock.instant());
        consents.revoke(revoked);
        outbox.add(fact(Auditable.STANDING_CONSENT_REVOKED, revoked, head)
                .personal("reason", why)
                .build());
        return revoked;
    }

    private static AuditFact.Builder fact(Auditable kind, StandingConsent consent, Caller head) {
        return AuditFact.of(kind, head.who()).dataset(consent.dataset()).detail("standingConsent", consent.id());
    }
}
