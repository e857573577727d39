package org.exchangehub.core.catalog;

import java.time.Clock;
import java.util.Objects;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves datasets through their life: the owning department's steward writes and hands in, the catalog authority reviews
 * (Decree 809, Arts. 12 and 16). Each move, its history row and its audit fact are one transaction.
 */
@Service
class Registration {

    private static final int OPINION = 1_000;

    private final DatasetRepository datasets;
    private final AuditOutbox outbox;
    private final ObjectProvider<PublicationGate> gates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registration(
            DatasetRepository datasets,
            AuditOutbox outbox,
            ObjectProvider<PublicationGate> gates,
            ApplicationEventPublisher events,
            Clock clock) {
        this.datasets = datasets;
        this.outbox = outbox;
        this.gates = gates;
        this.events = events;
        this.clock = clock;
    }

    /** A new draft of the steward's department, or the one an earlier request with this key made. */
    @Transactional
    public Dataset register(Entry entry, @Nullable IdempotencyKey key, Caller steward) {
        steward.require(Role.STEWARD);
        String department = department(steward);
        if (key != null) {
            datasets.lock(key);
            var earlier = datasets.registered(key.key());
            if (earlier.isPresent()) {
                key.requireSame(earlier.get().digest());
                return datasets.find(earlier.get().code()).orElseThrow();
            }
        }
        EntryRules.requireDraft(entry);
        String code = datasets.nextCode(Objects.requireNonNull(entry.classification()));
        Dataset draft = Dataset.draft(code, department, entry, clock.instant());
        datasets.add(draft, key);
        return told(draft, HistoryEntry.Move.REGISTERED, Auditable.DATASET_REGISTERED, null, steward);
    }

    /** The entry rewritten; its classification stays, being part of the resource code. */
    @Transactional
    public Dataset amend(String code, int version, Entry entry, Caller steward) {
        Dataset dataset = own(code, steward);
        if (dataset.version() != version) {
            throw new HubProblem(
                    ErrorCode.PRECONDITION_FAILED,
                    "Dataset " + code + " is at version " + dataset.version() + ", not " + version
                            + "; read it again.");
        }
        EntryRules.requireDraft(entry);
        if (!Objects.equals(entry.classification(), dataset.entry().classification())) {
            new Violations()
                    .add("/classification", "" + dataset.entry().classification(), entry.classification())
                    .refuse("The classification is part of the resource code; register the dataset anew to change it.");
        }
        return saved(
                dataset.amended(entry, clock.instant()),
                HistoryEntry.Move.AMENDED,
                Auditable.DATASET_AMENDED,
                null,
                steward);
    }

    /** Hands a complete entry in for review. */
    @Transactional
    public Dataset submit(String code, Caller steward) {
        Dataset dataset = own(code, steward);
        Dataset submitted = dataset.submitted(steward.subject(), clock.instant());
        EntryRules.requireComplete(dataset.entry());
        return saved(submitted, HistoryEntry.Move.SUBMITTED, Auditable.DATASET_SUBMITTED, null, steward);
    }

    /** The authority's word on an entry handed in: published, or returned with an opinion. */
    @Transactional
    public Dataset review(String code, Review review, Caller reviewer) {
        reviewer.require(Role.CATALOG_AUTHORITY);
        Dataset dataset = datasets.find(code).orElseThrow(() -> Catalog.unknown(code));
        if (reviewer.subject().equals(dataset.submittedBy())) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED,
                    "Dataset " + code + " was handed in by " + reviewer.name()
                            + " and must be reviewed by somebody else.");
        }
        new Violations()
                .needed("/decision", review.decision(), "APPROVE or RETURN")
                .text("/opinion", review.opinion(), OPINION)
                .refuse("The review is not valid.");
        return switch (Objects.requireNonNull(review.decision())) {
            case APPROVE -> publish(dataset, review.opinion(), reviewer);
            case RETURN -> giveBack(dataset, review.opinion(), reviewer);
        };
    }

    private Dataset publish(Dataset dataset, @Nullable String opinion, Caller reviewer) {
        Dataset published = dataset.published(clock.instant());
        gates.orderedStream().forEach(gate -> gate.check(dataset));
        saved(published, HistoryEntry.Move.PUBLISHED, Auditable.DATASET_PUBLISHED, opinion, reviewer);
        events.publishEvent(new DatasetPublished(dataset.code()));
        return published;
    }

    private Dataset giveBack(Dataset dataset, @Nullable String opinion, Caller reviewer) {
        Dataset returned = dataset.returned(clock.instant());
        new Violations()
                .needed("/opinion", opinion, "why it is returned and what to change")
                .refuse("A dataset is returned with an opinion.");
        return saved(returned, HistoryEntry.Move.RETURNED, Auditable.DATASET_RETURNED, opinion, reviewer);
    }

    private Dataset own(String code, Caller steward) {
        Dataset dataset = datasets.find(code)
                .filter(found -> DatasetFilter.visible(found, steward))
                .orElseThrow(() -> Catalog.unknown(code));
        steward.require(Role.STEWARD);
        steward.requireDepartment(dataset.department());
        return dataset;
    }

    private static String department(Caller steward) {
        String department = steward.department();
        if (department == null) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED,
                    "A dataset belongs to a department; " + steward.name() + " acts for none.");
        }
        return department;
    }

    private Dataset saved(
            Dataset dataset, HistoryEntry.Move move, Auditable kind, @Nullable String opinion, Caller caller) {
        datasets.save(dataset);
        return told(dataset, move, kind, opinion, caller);
    }

    private Dataset told(
            Dataset dataset, HistoryEntry.Move move, Auditable kind, @Nullable String opinion, Caller caller) {
        datasets.record(new HistoryEntry(
                dataset.code(),
                move,
                dataset.state(),
                dataset.version(),
                caller.subject(),
                caller.name(),
                caller.department(),
                opinion,
                dataset.updatedAt()));
        outbox.add(AuditFact.of(kind, caller.who())
                .dataset(dataset.code())
                .detail("state", dataset.state())
                .detail("version", dataset.version())
                .detail("title", dataset.title().en())
                .build());
        return dataset;
    }
}
