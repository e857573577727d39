package org.exchangehub.core.contract;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.DatasetPublished;
import org.exchangehub.core.catalog.PublicationGate;
import org.exchangehub.core.contract.BoundSchema.State;
import org.exchangehub.core.contract.SchemaRegistry.Compatibility;
import org.exchangehub.core.contract.SchemaRegistry.Registration;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.SchemaRefused;
import org.exchangehub.schemas.StandardSchema;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Binds schemas to datasets. Until the dataset is published its one draft moves freely; from then on every version is frozen
 * and must keep to all before it.
 *
 * <p>The registry is written first and our table last: if the transaction fails afterwards the registry holds a version nobody
 * refers to, which the next binding takes away.
 */
@Service
class SchemaBinding implements PublicationGate {

    private final ContractVersions versions;
    private final SchemaRegistry registry;
    private final ReferenceRules references;
    private final AuditOutbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SchemaBinding(
            ContractVersions versions,
            SchemaRegistry registry,
            ReferenceRules references,
            AuditOutbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.registry = registry;
        this.references = references;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** Binds a schema: as the draft of a dataset that is not published yet, else as its next published version. */
    @Transactional
    public BoundSchema bind(Dataset dataset, String avsc, Who who) {
        StandardSchema schema = parsed(avsc);
        references.require(dataset, schema);
        versions.lock(dataset.code());
        List<BoundSchema> published = versions.all(dataset.code()).stream()
                .filter(version -> version.state() == State.PUBLISHED)
                .toList();
        Optional<BoundSchema> same = published.stream()
                .filter(version ->
                        version.schema().avro().toString().equals(schema.avro().toString()))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        SchemaEvolution.require(schema, published);
        requireLevel(dataset, schema);
        int registryId = register(BoundSchema.subjectOf(dataset.code()), schema, published);
        BoundSchema draft = new BoundSchema(dataset.code(), published.size() + 1, registryId, schema, State.DRAFT);
        versions.draft(draft, clock.instant());
        outbox.add(fact(Auditable.SCHEMA_DRAFTED, draft, who));
        return dataset.published() ? publish(draft, who) : draft;
    }

    /** A dataset in force is as high as its highest field: a schema above it needs a change of the entry first. */
    private static void requireLevel(Dataset dataset, StandardSchema schema) {
        Integer level = dataset.entry().level();
        if (dataset.published() && level != null && schema.level().number() > level) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "The schema's highest field is of level " + schema.level().number() + ", dataset " + dataset.code()
                            + " is published at level " + level + "; change its entry first: POST /api/v1/datasets/"
                            + dataset.code() + "/changes");
        }
    }

    @Override
    public void check(Dataset dataset) {
        if (versions.all(dataset.code()).isEmpty()) {
            throw new HubProblem(
                    ErrorCode.SCHEMA_NOT_BOUND,
                    "Dataset " + dataset.code() + " cannot be published before a schema is bound to it: PUT"
                            + " /api/v1/datasets/" + dataset.code() + "/schema");
        }
    }

    /** Freezes the draft in the transaction that publishes the dataset. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DatasetPublished published) {
        versions.lock(published.code());
        versions.newest(published.code(), State.DRAFT).ifPresent(draft -> publish(draft, Who.HUB));
    }

    private BoundSchema publish(BoundSchema draft, Who who) {
        Instant now = clock.instant();
        registry.setCompatibility(draft.subject(), Compatibility.FULL_TRANSITIVE);
        versions.publish(draft, now);
        BoundSchema published =
                new BoundSchema(draft.dataset(), draft.version(), draft.registryId(), draft.schema(), State.PUBLISHED);
        outbox.add(fact(Auditable.SCHEMA_PUBLISHED, published, who));
        events.publishEvent(new SchemaPublished(published.dataset(), published.version()));
        return published;
    }

    /** Registers the schema as the subject's newest version and removes what is there of abandoned drafts. */
    private int register(String subject, StandardSchema schema, List<BoundSchema> published) {
        Set<String> kept =
                published.stream().map(version -> canonical(version.schema())).collect(Collectors.toSet());
        for (int version : registry.versions(subject)) {
            registry.version(subject, version)
                    .filter(held -> !kept.contains(canonical(held.schema())))
                    .ifPresent(abandoned -> registry.delete(subject, abandoned.version()));
        }
        registry.setCompatibility(subject, published.isEmpty() ? Compatibility.NONE : Compatibility.FULL_TRANSITIVE);
        return switch (registry.register(subject, schema.avro().toString())) {
            case Registration.Registered registered -> registered.id();
            case Registration.Incompatible refused ->
                throw new HubProblem(
                        ErrorCode.SCHEMA_INCOMPATIBLE, "The schema registry refuses the schema: " + refused.reason());
            case Registration.Invalid refused ->
                throw new HubProblem(
                        ErrorCode.SCHEMA_INVALID, "The schema registry refuses the schema: " + refused.reason());
        };
    }

    private static StandardSchema parsed(String avsc) {
        try {
            return StandardSchema.parse(avsc);
        } catch (SchemaRefused refused) {
            throw new HubProblem(
                    ErrorCode.SCHEMA_INVALID,
                    refused.getMessage() == null ? "Schema refused" : refused.getMessage(),
                    refused.refusals().stream()
                            .map(each -> new FieldError(each.path(), each.expected(), each.found()))
                            .toList());
        }
    }

    /** Text that compares equal whoever wrote it, hub properties included. */
    private static String canonical(String avsc) {
        return new org.apache.avro.Schema.Parser().parse(avsc).toString();
    }

    private static String canonical(StandardSchema schema) {
        return canonical(schema.avro().toString());
    }

    private static AuditFact fact(Auditable kind, BoundSchema schema, Who who) {
        return AuditFact.of(kind, who)
                .dataset(schema.dataset())
                .detail("version", schema.version())
                .detail("registryId", schema.registryId())
                .build();
    }
}
