package org.exchangehub.core.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.core.access.Consent.Side;
import org.exchangehub.core.access.Consent.Word;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.IdempotencyKey;
import org.exchangehub.core.catalog.ShareAttribute;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves applications: a developer hands one in, the applicant's sharing head consents first, the provider's last, and
 * then there is a grant (Decree 809, Arts. 20 and 21). Each move and its audit facts are one transaction.
 */
@Service
class Applications {

    private static final int OPINION = 1_000;

    private final ApplicationRepository applications;
    private final Grants grants;
    private final Catalog catalog;
    private final Contracts contracts;
    private final AuditOutbox outbox;
    private final Clock clock;
    private final ZoneId zone;

    Applications(
            ApplicationRepository applications,
            Grants grants,
            Catalog catalog,
            Contracts contracts,
            AuditOutbox outbox,
            Clock clock,
            ZoneId zone) {
        this.applications = applications;
        this.grants = grants;
        this.catalog = catalog;
        this.contracts = contracts;
        this.outbox = outbox;
        this.clock = clock;
        this.zone = zone;
    }

    /** A new application of the developer's department, or the one an earlier request with this key made. */
    @Transactional
    public Application submit(ApplicationRequest request, @Nullable IdempotencyKey key, Caller developer) {
        developer.require(Role.DEVELOPER);
        String department = developer.department();
        if (department == null) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED,
                    "A department applies, not a person; " + developer.name() + " acts for none.");
        }
        if (key != null) {
            applications.lock(key);
            var earlier = applications.submitted(key.key());
            if (earlier.isPresent()) {
                key.requireSame(earlier.get().digest());
                return applications.find(earlier.get().id()).orElseThrow();
            }
        }
        ApplicationRules.requireAddressed(request);
        Dataset dataset = shared(Objects.requireNonNull(request.dataset()));
        BoundSchema schema = contracts
                .published(dataset.code())
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.SCHEMA_NOT_BOUND, "Dataset " + dataset.code() + " has no published schema."));
        Terms terms = ApplicationRules.check(request, dataset, schema.schema(), today());
        Application submitted = new Application(
                applications.nextId(),
                dataset.code(),
                dataset.department(),
                department,
                Objects.requireNonNull(request.client()),
                terms,
                Application.State.SUBMITTED,
                List.of(),
                developer.subject(),
                developer.name(),
                clock.instant(),
                null,
                1);
        applications.add(submitted, key);
        outbox.add(fact(Auditable.APPLICATION_SUBMITTED, submitted, developer).build());
        return submitted;
    }

    /** The word of the head whose turn it is. */
    @Transactional
    public Application decide(UUID id, ConsentRequest request, Caller head) {
        Application application = get(id, head);
        Side side = application.awaited();
        head.require(Role.SHARING_HEAD);
        head.requireDepartment(application.department(side));
        if (head.subject().equals(application.submittedBy())) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED, "Application " + id + " was handed in by " + head.name() + ".");
        }
        Consent said = said(request, side, head);
        if (said.decision() == Word.REFUSE) {
            Application refused = application.refused(said);
            applications.save(refused);
            outbox.add(fact(Auditable.APPLICATION_REFUSED, refused, head)
                    .detail("side", side)
                    .build());
            return refused;
        }
        return side == Side.APPLICANT ? passedOn(application, said, head) : granted(application, said, head);
    }

    /** An application, for those who may see it. */
    Application get(UUID id, Caller caller) {
        return applications
                .find(id)
                .filter(found -> Visibility.of(caller).covers(found.provider(), found.department()))
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no application " + id + "."));
    }

    private Application passedOn(Application application, Consent said, Caller head) {
        Application consented = application.applicantConsented(said);
        applications.save(consented);
        outbox.add(fact(Auditable.APPLICATION_CONSENTED, consented, head)
                .detail("side", Side.APPLICANT)
                .build());
        return consented;
    }

    private Application granted(Application application, Consent said, Caller head) {
        shared(application.dataset());
        if (application.terms().until().isBefore(today())) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "The time applied for ended on " + application.terms().until()
                            + "; refuse the application and have it handed in anew.");
        }
        Application granted = application.granted(said, applications.nextId());
        applications.save(granted);
        outbox.add(fact(Auditable.APPLICATION_CONSENTED, granted, head)
                .detail("side", Side.PROVIDER)
                .build());
        grants.issue(granted, today(), head);
        return granted;
    }

    private Consent said(ConsentRequest request, Side side, Caller head) {
        Violations found = new Violations()
                .needed("/decision", request.decision(), "CONSENT or REFUSE")
                .text("/opinion", request.opinion(), OPINION);
        if (request.decision() == Word.REFUSE) {
            found.needed("/opinion", request.opinion(), "the reason of the refusal (Decree 809, Art. 21)");
        }
        found.refuse("The decision is not valid.");
        Instant now = clock.instant();
        return new Consent(
                side, Objects.requireNonNull(request.decision()), request.opinion(), head.subject(), head.name(), now);
    }

    /** A dataset that may be applied for now. */
    private Dataset shared(String code) {
        Dataset dataset = catalog.find(code)
                .filter(Dataset::published)
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no published dataset " + code + "."));
        if (dataset.shareAttribute() == ShareAttribute.REFUSED) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "Dataset " + code + " is not shared; its entry states the reason and the legal basis.");
        }
        return dataset;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static AuditFact.Builder fact(Auditable kind, Application application, Caller caller) {
        return AuditFact.of(kind, caller.who())
                .dataset(application.dataset())
                .purpose(application.terms().purpose())
                .basis(application.terms().basis())
                .fields(application.terms().fieldNames())
                .detail("application", application.id())
                .detail("applicant", application.department())
                .detail("provider", application.provider())
                .detail("client", application.client())
                .detail("maxLevel", application.terms().maxLevel())
                .detail("entitled", application.terms().entitledNames())
                .detail("masks", application.terms().maskNames());
    }
}
