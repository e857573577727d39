package org.exchangehub.core.access;

import static org.exchangehub.core.access.ApplicationRecords.fact;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.access.Consent.Side;
import org.exchangehub.core.access.Consent.Word;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.IdempotencyKey;
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

/**
 * Moves applications: a developer hands one in, the applicant's sharing head consents first, the provider's last, and
 * then there is a grant (Decree 809, Arts. 20 and 21). Where the provider's head has consented beforehand the grant follows the
 * applicant's consent at once. Each move and its audit facts are one transaction.
 */
@Service
class Applications {

    private static final int OPINION = 1_000;

    private final ApplicationRepository applications;
    private final NewIds ids;
    private final ApplicationRecords records;
    private final Applicable applicable;
    private final StandingConsentRepository standing;
    private final Grants grants;
    private final Duties duties;
    private final Clock clock;
    private final ZoneId zone;

    Applications(
            ApplicationRepository applications,
            NewIds ids,
            ApplicationRecords records,
            Applicable applicable,
            StandingConsentRepository standing,
            Grants grants,
            Duties duties,
            Clock clock,
            ZoneId zone) {
        this.applications = applications;
        this.ids = ids;
        this.records = records;
        this.applicable = applicable;
        this.standing = standing;
        this.grants = grants;
        this.duties = duties;
        this.clock = clock;
        this.zone = zone;
    }

    /** A new application of the developer's department, or the one an earlier request with this key made. */
    @Transactional
    public Application submit(ApplicationRequest request, @Nullable IdempotencyKey key, Caller developer) {
        String department = applicant(developer);
        if (key != null) {
            applications.lock(key);
            var earlier = applications.submitted(key.key());
            if (earlier.isPresent()) {
                key.requireSame(earlier.get().digest());
                return applications.find(earlier.get().id()).orElseThrow();
            }
        }
        ApplicationRules.requireAddressed(request);
        Dataset dataset = applicable.shared(Objects.requireNonNull(request.dataset()));
        Terms terms = applicable.terms(request, dataset, department);
        return handedIn(
                dataset,
                department,
                Objects.requireNonNull(request.client()),
                null,
                terms,
                Course.BEGUN,
                key,
                developer);
    }

    /**
     * A new application to go on with a grant after its last day, with everything else as it is: a light one, which both heads
     * decide as any other.
     */
    @Transactional
    public Application renew(UUID id, @Nullable LocalDate until, @Nullable String remark, Caller developer) {
        Grant grant = grants.get(id, developer);
        String department = applicant(developer);
        developer.requireDepartment(grant.department());
        new Violations()
                .needed("/until", until, "使用时限: the new last day of use, after " + grant.until())
                .needed("/reason", remark, "why the use goes on")
                .text("/reason", remark, OPINION)
                .refuse("The renewal is not complete.");
        LocalDate last = Objects.requireNonNull(until);
        if (!last.isAfter(grant.until())) {
            new Violations()
                    .add("/until", "a day after " + grant.until(), last.toString())
                    .refuse("A renewal lengthens a grant.");
        }
        if (grant.state() != Grant.State.ACTIVE || grant.until().isBefore(today())) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Grant " + id
                            + " is over or suspended; only one that holds is renewed, before its last day is over.");
        }
        Dataset dataset = applicable.shared(grant.dataset());
        new Sharing(dataset, grant.terms()).requireShared();
        applicable.requireClient(grant.client(), department);
        Course course =
                new Course(null, null, null, Objects.requireNonNull(remark).strip(), null);
        return handedIn(
                dataset,
                department,
                grant.client(),
                grant.id(),
                grant.terms().until(last).conditioned(dataset),
                course,
                null,
                developer);
    }

    private Application handedIn(
            Dataset dataset,
            String department,
            String client,
            @Nullable UUID renews,
            Terms terms,
            Course course,
            @Nullable IdempotencyKey key,
            Caller developer) {
        Application submitted = new Application(
                ids.next(),
                dataset.code(),
                dataset.department(),
                department,
                client,
                renews,
                terms,
                Application.State.SUBMITTED,
                List.of(),
                course,
                developer.subject(),
                developer.name(),
                clock.instant(),
                null,
                1);
        applications.add(submitted, key);
        records.tell(submitted, fact(Auditable.APPLICATION_SUBMITTED, submitted, developer));
        return submitted;
    }

    private static String applicant(Caller developer) {
        developer.require(Role.DEVELOPER);
        String department = developer.department();
        if (department == null) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED,
                    "A department applies, not a person; " + developer.name() + " acts for none.");
        }
        return department;
    }

    /** The word of the head whose turn it is. */
    @Transactional
    public Application decide(UUID id, ConsentRequest request, Caller head) {
        Application application = records.get(id, head);
        Side side = application.awaited();
        head.require(Role.SHARING_HEAD);
        head.requireDepartment(application.department(side));
        if (head.subject().equals(application.submittedBy())) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED, "Application " + id + " was handed in by " + head.name() + ".");
        }
        Consent said = said(request, side, head);
        if (said.decision() == Word.REFUSE) {
            requireUndisputed(application, side);
            Application refused = application.refused(said);
            records.moved(
                    refused, fact(Auditable.APPLICATION_REFUSED, refused, head).detail("side", side));
            if (side == Side.APPLICANT) {
                duties.dropped(refused, head.who());
            } else {
                duties.replied(refused, head.who());
            }
            return refused;
        }
        return side == Side.APPLICANT ? passedOn(application, said, head) : granted(application, said, head);
    }

    /** To the provider; granted at once where its head has consented beforehand. */
    private Application passedOn(Application application, Consent said, Caller head) {
        Application consented = application.applicantConsented(said);
        records.moved(
                consented,
                fact(Auditable.APPLICATION_CONSENTED, consented, head).detail("side", Side.APPLICANT));
        Dataset dataset = applicable.shared(application.dataset());
        ShareAttribute attribute = new Sharing(dataset, consented.terms()).attribute();
        duties.received(consented, attribute, head.who());
        Optional<StandingConsent> beforehand =
                attribute == ShareAttribute.UNCONDITIONAL ? standing.standing(application.dataset()) : Optional.empty();
        return beforehand
                .map(consent -> granted(consented, consent.to(clock.instant()), head))
                .orElseGet(() -> {
                    records.received(consented, head.who());
                    return consented;
                });
    }

    /** Refuses with {@code CONFLICT} to refuse again what a dispute decided, unless it cannot be granted any more. */
    private void requireUndisputed(Application application, Side side) {
        UUID dispute = application.course().dispute();
        if (side == Side.PROVIDER && dispute != null && grantable(application)) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "The refusal of application " + application.id() + " did not stand in dispute " + dispute
                            + "; it can be consented to only.");
        }
    }

    private boolean grantable(Application application) {
        try {
            requireGrantable(application);
            return true;
        } catch (HubProblem obstacle) {
            return false;
        }
    }

    private void requireGrantable(Application application) {
        new Sharing(applicable.shared(application.dataset()), application.terms()).requireShared();
        applicable.requireClient(application.client(), application.department());
        if (application.terms().until().isBefore(today())) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "The time applied for ended on " + application.terms().until()
                            + "; refuse the application and have it handed in anew.");
        }
    }

    private Application granted(Application application, Consent said, Caller head) {
        requireGrantable(application);
        Application granted = application.granted(said, ids.next());
        records.moved(
                granted,
                fact(Auditable.APPLICATION_CONSENTED, granted, head)
                        .detail("side", Side.PROVIDER)
                        .detail("standingConsent", said.standing()));
        duties.replied(granted, head.who());
        grants.issue(granted, today(), head);
        return granted;
    }

    private Consent said(ConsentRequest request, Side side, Caller head) {
        return new Consent(side, request.word(), request.opinion(), head.subject(), head.name(), clock.instant(), null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
