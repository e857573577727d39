package org.exchangehub.core.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.exchangehub.core.access.DecisionStep.Rule;
import org.exchangehub.core.access.DecisionStep.Steps;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.schemas.minimisation.Treatment;

/**
 * Everything a decision on one dataset needs. An access is judged by one grant alone: what two grants allow is never put
 * together.
 *
 * @param owner the department whose steward may read it without a grant
 * @param ownerFields what the owner sees of it
 * @param grants by client, the newest first
 * @param revoked clients that may do nothing any more, whatever grants they hold
 */
record CompiledDataset(
        String code,
        String owner,
        boolean published,
        Map<String, Treatment> ownerFields,
        Map<String, List<CompiledGrant>> grants,
        Set<String> revoked) {

    CompiledDataset {
        ownerFields = Map.copyOf(ownerFields);
        grants = Map.copyOf(grants);
        revoked = Set.copyOf(revoked);
    }

    static CompiledDataset of(
            String code,
            String owner,
            boolean published,
            Map<String, Treatment> ownerFields,
            List<CompiledGrant> newestFirst,
            Set<String> revoked) {
        return new CompiledDataset(
                code,
                owner,
                published,
                ownerFields,
                newestFirst.stream().collect(Collectors.groupingBy(CompiledGrant::client)),
                revoked);
    }

    Decision decide(AccessRequest request, LocalDate today, UUID id, long epoch) {
        return decide(request, today, new Ruling(id, epoch, Steps.NONE));
    }

    /** The same, each step told to the ruling's listener: what explains a decision is what makes it. */
    Decision decide(AccessRequest request, LocalDate today, Ruling ruling) {
        Steps steps = ruling.steps();
        if (steps.asked(
                Rule.OWNER,
                null,
                ownedBy(request.caller()),
                () -> "owned by " + owner + "; the caller is "
                        + request.caller().kind() + " of " + request.caller().department() + " with "
                        + request.caller().roles())) {
            steps.take(Rule.PUBLISHED, null, published, () -> code);
            return published
                    ? ruling.on(request, null, ownerFields, List.of())
                    : ruling.deny(DenyReason.DATASET_NOT_PUBLISHED, code + " is not published.");
        }
        List<CompiledGrant> held = held(request.caller());
        if (!steps.asked(
                Rule.GRANT_HELD,
                null,
                !held.isEmpty(),
                () -> held.size() + " grants of client " + request.caller().client() + " in "
                        + request.caller().department())) {
            return noGrant(request, ruling);
        }
        boolean inForce = !revoked.contains(request.caller().client());
        if (!steps.asked(
                Rule.CLIENT_IN_FORCE, null, inForce, () -> request.caller().client())) {
            return ruling.deny(
                    DenyReason.CLIENT_REVOKED, "The client " + request.caller().client() + " is revoked.");
        }
        if (!steps.asked(Rule.PUBLISHED, null, published, () -> code)) {
            return ruling.deny(DenyReason.DATASET_NOT_PUBLISHED, code + " is not published.");
        }
        List<CompiledGrant> meant = those(
                held,
                grant -> steps.asked(
                        Rule.PURPOSE,
                        grant,
                        grant.purpose().equals(request.purpose()),
                        () -> "granted for '" + grant.purpose() + "', stated '" + request.purpose() + "'"));
        if (meant.isEmpty()) {
            return ruling.deny(DenyReason.PURPOSE_MISMATCH, "No grant is for the purpose stated in Hub-Purpose.");
        }
        List<CompiledGrant> live = those(
                meant,
                grant -> steps.asked(
                        Rule.IN_FORCE,
                        grant,
                        grant.live(today),
                        () -> grant.state() + ", from " + grant.from() + " to " + grant.until() + ", today " + today));
        if (live.isEmpty()) {
            return dead(meant.getFirst(), today, ruling);
        }
        List<CompiledGrant> fitting = those(
                live,
                grant -> steps.asked(
                        Rule.MODE,
                        grant,
                        grant.modes().contains(request.mode()),
                        () -> "granted " + grant.modes() + ", asked " + request.mode()));
        if (fitting.isEmpty()) {
            return ruling.deny(DenyReason.MODE_NOT_GRANTED, "The grant is not for " + request.mode() + ".");
        }
        return fitting.stream()
                .map(grant -> ruling.on(request, grant, grant.fields(), grant.rowFilter()))
                .reduce((first, next) -> first instanceof Decision.Permit ? first : better(first, next))
                .orElseThrow();
    }

    static Decision noGrant(AccessRequest request, Ruling ruling) {
        return ruling.deny(
                DenyReason.NO_GRANT,
                "The client " + request.caller().client() + " holds no grant for " + request.dataset() + ".");
    }

    private static Decision better(Decision first, Decision next) {
        return next instanceof Decision.Permit ? next : first;
    }

    private static Decision dead(CompiledGrant grant, LocalDate today, Ruling ruling) {
        DenyReason reason = grant.dead(today);
        return ruling.deny(
                reason,
                reason == DenyReason.EXPIRED || reason == DenyReason.NOT_YET_VALID
                        ? "The grant holds from " + grant.from() + " to " + grant.until() + "."
                        : "The grant is " + grant.state() + ".");
    }

    static boolean mayOwn(Caller caller) {
        return caller.kind() == Caller.Kind.PERSON && caller.has(Role.STEWARD) && caller.department() != null;
    }

    private boolean ownedBy(Caller caller) {
        return mayOwn(caller) && owner.equals(caller.department());
    }

    /** A grant is held by an application's own account, in the department that applied for it. */
    private List<CompiledGrant> held(Caller caller) {
        if (caller.kind() != Caller.Kind.APPLICATION) {
            return List.of();
        }
        return those(
                grants.getOrDefault(caller.client(), List.of()),
                grant -> grant.department().equals(caller.department()));
    }

    private static List<CompiledGrant> those(List<CompiledGrant> grants, Predicate<CompiledGrant> that) {
        return grants.stream().filter(that).toList();
    }
}
