package org.exchangehub.core.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.FieldSharing;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.schemas.minimisation.Treatment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Why can somebody see this field? For the security administrator, who sees no data by it: the policy engine decides on a made-up
 * access and tells every step it takes. Each question is in the access log before it is answered.
 */
@RestController
@RequestMapping(path = "/api/v1/access-explanations", produces = MediaType.APPLICATION_JSON_VALUE)
class AccessExplanations {

    private final PolicyEngine engine;
    private final Catalog catalog;
    private final AuditLog log;

    AccessExplanations(PolicyEngine engine, Catalog catalog, AuditLog log) {
        this.engine = engine;
        this.catalog = catalog;
        this.log = log;
    }

    /** What would be done with the field. */
    enum FieldUse {
        SHOW,
        FILTER,
        SORT
    }

    /**
     * The access in question.
     *
     * @param client an application's client; null for a person
     * @param department the department acted for
     * @param roles a person's roles, by their names in the identity provider
     * @param use {@code SHOW} when it is not stated
     */
    record ExplanationRequest(
            @Nullable String dataset,
            @Nullable String field,
            @Nullable String client,
            @Nullable String department,
            @Nullable List<String> roles,
            @Nullable Mode mode,
            @Nullable String purpose,
            @Nullable FieldUse use) {

        ExplanationRequest {
            roles = roles == null ? null : List.copyOf(roles);
        }
    }

    /** How the field would be treated: {@code HIDDEN}, {@code LOOKUP}, {@code MASKED} or {@code CLEAR}, and by what. */
    record FieldExplanation(
            String treatment,
            Treatment.Reason reason,
            @Nullable String mask,
            Treatment.@Nullable MaskSource maskSource) {

        static FieldExplanation of(@Nullable Treatment treatment) {
            return switch (treatment) {
                case null -> new FieldExplanation("HIDDEN", Treatment.Reason.NOT_GRANTED, null, null);
                case Treatment.Hidden hidden -> new FieldExplanation("HIDDEN", hidden.reason(), null, null);
                case Treatment.Lookup lookup -> new FieldExplanation("LOOKUP", lookup.reason(), null, null);
                case Treatment.Masked masked ->
                    new FieldExplanation(
                            "MASKED", masked.reason(), masked.mask().text(), masked.source());
                case Treatment.Clear clear -> new FieldExplanation("CLEAR", clear.reason(), null, null);
            };
        }
    }

    /**
     * The decision and how it came about.
     *
     * @param deniedFor null when it is permitted
     * @param sharing what the dataset's entry says of giving this field: one that is not shared cannot be applied for; null when
     *     there is no such dataset
     * @param rowFilter what every record given would fulfil
     */
    record AccessExplanation(
            boolean permitted,
            @Nullable DenyReason deniedFor,
            String detail,
            long policyVersion,
            List<DecisionStep> steps,
            @Nullable FieldExplanation field,
            @Nullable FieldSharing sharing,
            List<RowCondition> rowFilter) {}

    @PostMapping
    AccessExplanation explain(@RequestBody ExplanationRequest request, Caller caller) {
        caller.require(Role.SECURITY_ADMIN);
        AccessRequest access = access(request);
        List<DecisionStep> steps = new ArrayList<>();
        Decision decision = engine.decide(
                access,
                (rule, grant, passed, detail) ->
                        steps.add(new DecisionStep(rule, grant == null ? null : grant.id(), passed, detail.words())));
        String field = Objects.requireNonNull(request.field());
        FieldSharing sharing = catalog.find(access.dataset())
                .map(dataset -> dataset.sharing(field))
                .orElse(null);
        AccessExplanation explanation = explanation(decision, steps, field, sharing);
        log.append(AuditFact.of(Auditable.ACCESS_EXPLAINED, caller.who())
                .dataset(access.dataset())
                .mode(access.mode())
                .purpose(access.purpose())
                .fields(List.of(field))
                .decision(decision.decisionId(), decision.policyVersion())
                .detail("client", access.caller().client())
                .detail("department", access.caller().department())
                .detail("permitted", explanation.permitted())
                .build());
        return explanation;
    }

    private static AccessExplanation explanation(
            Decision decision, List<DecisionStep> steps, String field, @Nullable FieldSharing sharing) {
        return switch (decision) {
            case Decision.Permit permit ->
                new AccessExplanation(
                        true,
                        null,
                        permit.grant() == null ? "The owner reads its own dataset." : "Grant " + permit.grant() + ".",
                        permit.policyVersion(),
                        steps,
                        FieldExplanation.of(permit.fields().get(field)),
                        sharing,
                        permit.rowFilter());
            case Decision.Deny deny ->
                new AccessExplanation(
                        false, deny.reason(), deny.detail(), deny.policyVersion(), steps, null, sharing, List.of());
        };
    }

    private static AccessRequest access(ExplanationRequest request) {
        Violations found = new Violations()
                .needed("/dataset", request.dataset(), "the code of a dataset")
                .needed("/field", request.field(), "the name of a field")
                .needed("/department", request.department(), "the department acted for");
        Set<Role> roles = roles(request.roles() == null ? List.of() : request.roles(), found);
        found.refuse("The access to be explained is not complete.");
        String client = request.client();
        Caller caller = new Caller(
                "explained",
                client == null ? "explained" : "service-account-" + client,
                client == null ? "catalog-ui" : client,
                request.department(),
                client == null ? roles : Set.of(),
                client == null ? Caller.Kind.PERSON : Caller.Kind.APPLICATION);
        Set<String> field = Set.of(Objects.requireNonNull(request.field()));
        FieldUse use = request.use() == null ? FieldUse.SHOW : request.use();
        return new AccessRequest(
                caller,
                Objects.requireNonNull(request.dataset()),
                request.mode() == null ? Mode.QUERY : request.mode(),
                request.purpose(),
                use == FieldUse.SHOW ? field : Set.of(),
                use == FieldUse.FILTER ? field : Set.of(),
                use == FieldUse.SORT ? field : Set.of());
    }

    private static Set<Role> roles(List<String> names, Violations found) {
        Set<Role> roles = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Role.of(name).ifPresentOrElse(roles::add, refuse(found, i, name));
        }
        return roles;
    }

    private static Runnable refuse(Violations found, int index, String name) {
        return () -> found.add("/roles/" + index, "the name of a role", name);
    }
}
