package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.schemas.minimisation.Treatment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random worlds and requests, decided by the engine and by an oracle that knows nothing of how it works: the oracle asks
 * of each grant by itself how far a request gets with it.
 */
class PolicyOracleTest {

    private static final int CASES = 150_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<String> FIELDS = List.of("a", "b", "c", "d");
    private static final List<String> DEPARTMENTS = List.of("market", "approval");
    private static final List<String> CLIENTS = List.of("app-one", "app-two");
    private static final List<String> PURPOSES = List.of("licensing", "inspection");

    private final Random random = new Random(20261123);

    @Test
    void theEngineAndTheOracleAgree() {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < CASES; i++) {
            List<CompiledGrant> grants = grants();
            boolean published = random.nextInt(8) > 0;
            Map<String, Treatment> ownerFields = fields();
            AccessRequest request = request();
            Set<String> revoked = random.nextInt(8) == 0 ? Set.of(CLIENTS.get(random.nextInt(2))) : Set.of();
            Decision decision = CompiledDataset.of("x", "market", published, ownerFields, grants, revoked)
                    .decide(request, TODAY, UUID.randomUUID(), 1);
            String expected = oracle(request, published, ownerFields, grants, revoked);
            assertThat(told(decision))
                    .as("case %d: %s with %s", i, request, grants)
                    .isEqualTo(expected);
            seen.merge(expected.startsWith("PERMIT") ? "PERMIT" : expected, 1, Integer::sum);
        }
        assertThat(seen).as("every outcome occurs").containsKeys("PERMIT").hasSize(1 + DenyReason.values().length);
    }

    private static String told(Decision decision) {
        return switch (decision) {
            case Decision.Permit permit ->
                "PERMIT " + permit.grant() + permit.fields().hashCode() + permit.rowFilter();
            case Decision.Deny deny -> deny.reason().name();
        };
    }

    private static String oracle(
            AccessRequest request,
            boolean published,
            Map<String, Treatment> ownerFields,
            List<CompiledGrant> grants,
            Set<String> revoked) {
        Caller caller = request.caller();
        boolean steward = caller.kind() == Caller.Kind.PERSON && caller.roles().contains(Role.STEWARD);
        if (steward && "market".equals(caller.department())) {
            DenyReason wrong = published ? wrongField(request, ownerFields) : DenyReason.DATASET_NOT_PUBLISHED;
            return wrong == null ? "PERMIT null" + ownerFields.hashCode() + "[]" : wrong.name();
        }
        DenyReason farthest = DenyReason.NO_GRANT;
        int distance = 0;
        for (CompiledGrant grant : grants) {
            DenyReason stopped = stop(request, published, grant, revoked);
            if (stopped == null) {
                return "PERMIT " + grant.id() + grant.fields().hashCode() + grant.rowFilter();
            }
            if (distance(stopped) > distance) {
                distance = distance(stopped);
                farthest = stopped;
            }
        }
        return farthest.name();
    }

    private static int distance(DenyReason reason) {
        return switch (reason) {
            case NO_GRANT -> 0;
            case CLIENT_REVOKED -> 1;
            case DATASET_NOT_PUBLISHED -> 2;
            case PURPOSE_MISMATCH -> 3;
            case NOT_YET_VALID, EXPIRED, SUSPENDED, TERMINATED -> 4;
            case MODE_NOT_GRANTED -> 5;
            case FIELD_NOT_GRANTED, FIELD_NOT_FILTERABLE, FIELD_NOT_SORTABLE -> 6;
        };
    }

    private static @Nullable DenyReason stop(
            AccessRequest request, boolean published, CompiledGrant grant, Set<String> revoked) {
        Caller caller = request.caller();
        if (caller.kind() != Caller.Kind.APPLICATION
                || !grant.client().equals(caller.client())
                || !grant.department().equals(caller.department())) {
            return DenyReason.NO_GRANT;
        }
        if (revoked.contains(caller.client())) {
            return DenyReason.CLIENT_REVOKED;
        }
        if (!published) {
            return DenyReason.DATASET_NOT_PUBLISHED;
        }
        if (!grant.purpose().equals(request.purpose())) {
            return DenyReason.PURPOSE_MISMATCH;
        }
        if (grant.state() == Grant.State.TERMINATED) {
            return DenyReason.TERMINATED;
        }
        if (grant.state() == Grant.State.EXPIRED || grant.until().toEpochDay() < TODAY.toEpochDay()) {
            return DenyReason.EXPIRED;
        }
        if (grant.state() == Grant.State.SUSPENDED) {
            return DenyReason.SUSPENDED;
        }
        if (grant.from().toEpochDay() > TODAY.toEpochDay()) {
            return DenyReason.NOT_YET_VALID;
        }
        if (!grant.modes().contains(request.mode())) {
            return DenyReason.MODE_NOT_GRANTED;
        }
        return wrongField(request, grant.fields());
    }

    private static @Nullable DenyReason wrongField(AccessRequest request, Map<String, Treatment> fields) {
        Set<String> all = new HashSet<>(request.selected());
        all.addAll(request.filtered());
        all.addAll(request.sorted());
        if (!fields.keySet().containsAll(all)) {
            return DenyReason.FIELD_NOT_GRANTED;
        }
        Treatment unusable = request.mode() == Mode.VERIFY ? Treatments.MASKED : Treatments.LOOKUP;
        if (request.selected().stream().map(fields::get).anyMatch(unusable::equals)) {
            return DenyReason.FIELD_NOT_GRANTED;
        }
        if (request.filtered().stream().map(fields::get).anyMatch(Treatments.MASKED::equals)) {
            return DenyReason.FIELD_NOT_FILTERABLE;
        }
        return request.sorted().stream().map(fields::get).allMatch(Treatments.CLEAR::equals)
                ? null
                : DenyReason.FIELD_NOT_SORTABLE;
    }

    private List<CompiledGrant> grants() {
        List<CompiledGrant> grants = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            grants.add(new CompiledGrant(
                    new UUID(random.nextLong(), random.nextLong()),
                    usually("app-one", CLIENTS),
                    usually("approval", DEPARTMENTS),
                    usually("licensing", PURPOSES),
                    "a duty",
                    random.nextInt(4) == 0 ? Set.of(Mode.QUERY) : Set.of(Mode.values()),
                    TODAY.plusDays(random.nextInt(12) - 10L),
                    TODAY.plusDays(random.nextInt(12) - 1L),
                    random.nextInt(4) > 0 ? Grant.State.ACTIVE : any(List.of(Grant.State.values())),
                    fields(),
                    random.nextBoolean() ? List.of() : List.of(RowCondition.equal("a", "1"))));
        }
        return grants;
    }

    private Map<String, Treatment> fields() {
        Map<String, Treatment> fields = new HashMap<>();
        for (String field : FIELDS) {
            if (random.nextInt(5) > 0) {
                fields.put(field, random.nextBoolean() ? Treatments.CLEAR : any(Treatments.ALL));
            }
        }
        return fields;
    }

    private AccessRequest request() {
        boolean person = random.nextInt(4) == 0;
        Caller caller = new Caller(
                "subject",
                "name",
                usually("app-one", CLIENTS),
                usually(person ? "market" : "approval", DEPARTMENTS),
                random.nextInt(3) > 0 ? Set.of(Role.STEWARD) : Set.of(Role.DEVELOPER, Role.SHARING_HEAD),
                person ? Caller.Kind.PERSON : usually(Caller.Kind.APPLICATION, List.of(Caller.Kind.values())));
        String purpose = random.nextInt(20) == 0 ? null : usually("licensing", PURPOSES);
        return new AccessRequest(caller, "x", any(List.of(Mode.values())), purpose, some(), some(), some());
    }

    private Set<String> some() {
        Set<String> some = new HashSet<>();
        for (int i = Math.max(0, random.nextInt(5) - 2); i > 0; i--) {
            some.add(any(FIELDS));
        }
        return some;
    }

    private <T> T usually(T value, List<T> others) {
        return random.nextInt(6) > 0 ? value : any(others);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
