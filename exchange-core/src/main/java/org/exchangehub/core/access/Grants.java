package org.exchangehub.core.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.core.access.Grant.Party;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.dispute.Disputes;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues grants and interferes with them: the authority or the provider suspends, whoever suspended resumes, and each of
 * them or the consumer ends a grant, always with a reason (Decree 809, Art. 27). Every change raises the policy epoch in
 * its own transaction.
 */
@Service
class Grants {

    private final GrantRepository grants;
    private final Disposals disposals;
    private final Deliveries deliveries;
    private final AccessNotices notices;
    private final Disputes disputes;
    private final PolicyEpoch epoch;
    private final AuditOutbox outbox;
    private final Clock clock;
    private final ZoneId zone;

    Grants(
            GrantRepository grants,
            Disposals disposals,
            Deliveries deliveries,
            AccessNotices notices,
            Disputes disputes,
            PolicyEpoch epoch,
            AuditOutbox outbox,
            Clock clock,
            ZoneId zone) {
        this.grants = grants;
        this.disposals = disposals;
        this.deliveries = deliveries;
        this.notices = notices;
        this.disputes = disputes;
        this.zone = zone;
        this.epoch = epoch;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Issues the grant a granted application names, from today on; one that renews another follows on that one's last day. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void issue(Application application, LocalDate today, Caller head) {
        UUID renewed = application.renews();
        LocalDate follows = renewed == null
                ? today
                : grants.find(renewed).map(before -> before.until().plusDays(1)).orElse(today);
        Grant grant = Grant.issued(
                Objects.requireNonNull(application.grant()),
                application,
                application.consents(),
                follows.isAfter(today) ? follows : today,
                clock.instant());
        grants.add(grant);
        tell(Auditable.GRANT_ISSUED, grant, null, head.who());
        if (renewed == null) {
            deliveries.due(grant, head.who());
        }
    }

    @Transactional
    public Grant suspend(UUID id, @Nullable String reason, Caller caller) {
        Grant grant = get(id, caller);
        Party party = party(grant, caller, "suspended");
        if (party == Party.CONSUMER) {
            throw denied(grant, caller, "suspended by its consumer");
        }
        return saved(
                Auditable.GRANT_SUSPENDED,
                grant.suspended(party, Said.why(reason), clock.instant()),
                reason,
                caller.who());
    }

    @Transactional
    public Grant resume(UUID id, @Nullable String reason, Caller caller) {
        Grant grant = get(id, caller);
        Party party = party(grant, caller, "resumed");
        String why = Said.why(reason);
        return saved(Auditable.GRANT_RESUMED, grant.resumed(party, clock.instant()), why, caller.who());
    }

    /**
     * Ends a grant. The provider may end one only that is suspended, for misuse that was not mended: a service in use is stopped by
     * a {@link ServiceChange}.
     */
    @Transactional
    public Grant terminate(UUID id, @Nullable String reason, Caller caller) {
        Grant grant = get(id, caller);
        Party party = party(grant, caller, "terminated");
        if (party == Party.PROVIDER) {
            disputes.requireNone(SuspensionDisputes.TYPE, id, "Grant " + id + " is not ended by its provider");
        }
        if (party == Party.PROVIDER && grant.state() == Grant.State.ACTIVE) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "A provider does not end a service without negotiation and filing (Decree 809, Art. 27): suspend"
                            + " grant " + id + " for misuse first, or announce a service change.");
        }
        Grant ended = saved(
                Auditable.GRANT_TERMINATED,
                grant.terminated(party, Said.why(reason), clock.instant()),
                reason,
                caller.who());
        over(ended, caller.who());
        return ended;
    }

    /** Resumes what its provider suspended and a dispute did not let stand; does nothing when the grant is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reinstate(UUID id, UUID dispute, Who by) {
        grants.find(id)
                .filter(Grant::suspendedByProvider)
                .ifPresent(grant -> saved(
                        Auditable.GRANT_RESUMED,
                        grant.resumed(Party.AUTHORITY, clock.instant()),
                        "Dispute " + dispute,
                        by));
    }

    /** Ends one grant whose last day is over; false when there is none. */
    @Transactional
    public boolean expire() {
        return grants.ending(LocalDate.ofInstant(clock.instant(), zone))
                .map(grant -> saved(Auditable.GRANT_EXPIRED, grant.expired(clock.instant()), null, Who.HUB))
                .map(ended -> {
                    over(ended, Who.HUB);
                    return true;
                })
                .orElse(false);
    }

    /** Ends every grant for a dataset whose service stops. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(ServiceChange change) {
        for (Grant grant : grants.ofDataset(change.dataset())) {
            if (grant.open()) {
                String why = "Service change " + change.id() + ": " + change.reason();
                Grant ended = saved(
                        Auditable.GRANT_TERMINATED,
                        grant.terminated(Party.PROVIDER, why, clock.instant()),
                        why,
                        Who.HUB);
                over(ended, Who.HUB);
            }
        }
    }

    private void over(Grant ended, Who who) {
        deliveries.dropped(ended, who);
        disposals.open(ended, who);
    }

    /** A grant, for those who may see it. */
    Grant get(UUID id, Caller caller) {
        return grants.find(id)
                .filter(found -> Visibility.of(caller).covers(found.provider(), found.department()))
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no grant " + id + "."));
    }

    private static Party party(Grant grant, Caller caller, String what) {
        if (caller.has(Role.CATALOG_AUTHORITY) || caller.has(Role.SECURITY_ADMIN)) {
            return Party.AUTHORITY;
        }
        if (caller.has(Role.SHARING_HEAD) && grant.provider().equals(caller.department())) {
            return Party.PROVIDER;
        }
        if (caller.has(Role.SHARING_HEAD) && grant.department().equals(caller.department())) {
            return Party.CONSUMER;
        }
        throw denied(grant, caller, what);
    }

    private static HubProblem denied(Grant grant, Caller caller, String what) {
        return new HubProblem(
                ErrorCode.ACCESS_DENIED,
                "Grant " + grant.id() + " cannot be " + what + "; found " + caller.name()
                        + ", expected the sharing head of " + grant.provider()
                        + ", the catalog authority or the security administrator.");
    }

    private Grant saved(Auditable kind, Grant changed, @Nullable String reason, Who who) {
        grants.save(changed);
        tell(kind, changed, reason, who);
        notices.of(kind, changed, who);
        if (changed.state() != Grant.State.SUSPENDED) {
            disputes.lapse(SuspensionDisputes.TYPE, changed.id(), who);
        }
        return changed;
    }

    private void tell(Auditable kind, Grant grant, @Nullable String reason, Who who) {
        outbox.add(AuditFact.of(kind, who)
                .dataset(grant.dataset())
                .purpose(grant.terms().purpose())
                .basis(grant.terms().basis())
                .grant(grant.id())
                .fields(grant.terms().fieldNames())
                .detail("application", grant.application())
                .detail("from", grant.from())
                .detail("applicant", grant.department())
                .detail("client", grant.client())
                .detail("maxLevel", grant.terms().maxLevel())
                .detail("entitled", grant.terms().entitledNames())
                .detail("masks", grant.terms().maskNames())
                .detail("until", grant.until())
                .detail("state", grant.state())
                .personal("reason", reason)
                .build());
        epoch.raise(grant.dataset());
    }
}
