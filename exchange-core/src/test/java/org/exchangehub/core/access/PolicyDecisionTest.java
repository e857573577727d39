package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.exchangehub.core.access.Decision.Deny;
import org.exchangehub.core.access.Decision.Permit;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.schemas.minimisation.Treatment;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PolicyDecisionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final UUID GRANT = UUID.fromString("019aaf00-0000-7000-8000-000000000001");
    private static final RowCondition WUHU =
            new RowCondition("division", RowCondition.Operator.PREFIX, List.of("3402"));
    private static final Map<String, Treatment> FIELDS =
            Map.of("name", Treatments.CLEAR, "idNumber", Treatments.LOOKUP, "phone", Treatments.MASKED);

    private static final Caller APPLICATION = caller(Caller.Kind.APPLICATION, "app-licensing", "approval", Set.of());
    private static final Caller OWNER = caller(Caller.Kind.PERSON, "catalog-ui", "market", Set.of(Role.STEWARD));

    private static Caller caller(Caller.Kind kind, String client, String department, Set<Role> roles) {
        return new Caller("subject", "name", client, department, roles, kind);
    }

    private static CompiledGrant grant(Grant.State state, LocalDate from, LocalDate until) {
        return new CompiledGrant(
                GRANT,
                "app-licensing",
                "approval",
                "licensing",
                "a duty",
                Set.of(Mode.QUERY, Mode.VERIFY),
                from,
                until,
                state,
                FIELDS,
                List.of(WUHU));
    }

    private static CompiledGrant active() {
        return grant(Grant.State.ACTIVE, TODAY, TODAY);
    }

    private static Decision decide(CompiledGrant grant, AccessRequest request) {
        return CompiledDataset.of("d", "market", true, Map.of("name", Treatments.CLEAR), List.of(grant), Set.of())
                .decide(request, TODAY, UUID.randomUUID(), 7);
    }

    private static AccessRequest query(Caller caller, Set<String> selected, Set<String> filtered, Set<String> sorted) {
        return new AccessRequest(caller, "d", Mode.QUERY, "licensing", selected, filtered, sorted);
    }

    private static AccessRequest query(Caller caller) {
        return query(caller, Set.of(), Set.of(), Set.of());
    }

    private static DenyReason reason(CompiledGrant grant, AccessRequest request) {
        return decide(grant, request) instanceof Deny deny ? deny.reason() : DenyReason.NO_GRANT;
    }

    @Nested
    class AnApplication {

        @Test
        void isPermittedWhatItsGrantSays() {
            Decision decision = decide(active(), query(APPLICATION));

            assertThat(decision).isInstanceOfSatisfying(Permit.class, permit -> {
                assertThat(permit.grant()).isEqualTo(GRANT);
                assertThat(permit.policyVersion()).isEqualTo(7);
                assertThat(permit.fields()).isEqualTo(FIELDS);
                assertThat(permit.rowFilter()).containsExactly(WUHU);
            });
        }

        @Test
        void holdsNoGrantOfAnotherClientOrDepartment() {
            Caller other = caller(Caller.Kind.APPLICATION, "app-market", "approval", Set.of());
            Caller moved = caller(Caller.Kind.APPLICATION, "app-licensing", "market", Set.of());
            Caller person = caller(Caller.Kind.PERSON, "app-licensing", "approval", Set.of());

            for (Caller caller : List.of(other, moved, person)) {
                assertThat(reason(active(), query(caller))).isEqualTo(DenyReason.NO_GRANT);
            }
        }

        @Test
        void mustStateTheGrantsPurpose() {
            AccessRequest silent = new AccessRequest(APPLICATION, "d", Mode.QUERY, null, Set.of(), Set.of(), Set.of());
            AccessRequest marketing =
                    new AccessRequest(APPLICATION, "d", Mode.QUERY, "marketing", Set.of(), Set.of(), Set.of());

            assertThat(reason(active(), silent)).isEqualTo(DenyReason.PURPOSE_MISMATCH);
            assertThat(reason(active(), marketing)).isEqualTo(DenyReason.PURPOSE_MISMATCH);
        }

        @Test
        void isDeniedOutsideTheGrantsDays() {
            CompiledGrant over = grant(Grant.State.ACTIVE, TODAY.minusDays(9), TODAY.minusDays(1));
            CompiledGrant toCome = grant(Grant.State.ACTIVE, TODAY.plusDays(1), TODAY.plusDays(9));

            assertThat(reason(over, query(APPLICATION))).isEqualTo(DenyReason.EXPIRED);
            assertThat(reason(toCome, query(APPLICATION))).isEqualTo(DenyReason.NOT_YET_VALID);
        }

        @Test
        void isDeniedWhileTheGrantIsSuspendedAndOnceItIsEnded() {
            CompiledGrant suspended = grant(Grant.State.SUSPENDED, TODAY, TODAY);
            CompiledGrant ended = grant(Grant.State.TERMINATED, TODAY, TODAY);

            assertThat(reason(suspended, query(APPLICATION))).isEqualTo(DenyReason.SUSPENDED);
            assertThat(reason(ended, query(APPLICATION))).isEqualTo(DenyReason.TERMINATED);
        }

        @Test
        void isDeniedAWayItWasNotGranted() {
            AccessRequest export =
                    new AccessRequest(APPLICATION, "d", Mode.EXPORT, "licensing", Set.of(), Set.of(), Set.of());

            assertThat(reason(active(), export)).isEqualTo(DenyReason.MODE_NOT_GRANTED);
        }
    }

    @Nested
    class AField {

        @Test
        void thatIsHiddenCannotBeNamedAnywhere() {
            for (AccessRequest request : List.of(
                    query(APPLICATION, Set.of("secret"), Set.of(), Set.of()),
                    query(APPLICATION, Set.of(), Set.of("secret"), Set.of()),
                    query(APPLICATION, Set.of(), Set.of(), Set.of("secret")))) {
                assertThat(reason(active(), request)).isEqualTo(DenyReason.FIELD_NOT_GRANTED);
            }
        }

        @Test
        void thatIsMaskedIsShownButNeitherComparedNorSorted() {
            assertThat(decide(active(), query(APPLICATION, Set.of("phone"), Set.of(), Set.of())))
                    .isInstanceOf(Permit.class);
            assertThat(reason(active(), query(APPLICATION, Set.of(), Set.of("phone"), Set.of())))
                    .isEqualTo(DenyReason.FIELD_NOT_FILTERABLE);
            assertThat(reason(active(), query(APPLICATION, Set.of(), Set.of(), Set.of("phone"))))
                    .isEqualTo(DenyReason.FIELD_NOT_SORTABLE);
        }

        @Test
        void forLookupIsComparedButNotShown() {
            assertThat(decide(active(), query(APPLICATION, Set.of(), Set.of("idNumber"), Set.of())))
                    .isInstanceOf(Permit.class);
            assertThat(reason(active(), query(APPLICATION, Set.of("idNumber"), Set.of(), Set.of())))
                    .isEqualTo(DenyReason.FIELD_NOT_GRANTED);
        }

        @Test
        void thatIsMaskedCannotBeVerified() {
            AccessRequest claim = new AccessRequest(
                    APPLICATION, "d", Mode.VERIFY, "licensing", Set.of("phone"), Set.of("idNumber"), Set.of());

            assertThat(reason(active(), claim)).isEqualTo(DenyReason.FIELD_NOT_GRANTED);
        }
    }

    @Nested
    class TheOwner {

        @Test
        void readsItsDatasetWithoutAGrant() {
            assertThat(decide(active(), query(OWNER)))
                    .isInstanceOfSatisfying(
                            Permit.class, permit -> assertThat(permit.grant()).isNull());
        }

        @Test
        void isItsStewardAndNobodyElse() {
            Caller head = caller(Caller.Kind.PERSON, "catalog-ui", "market", Set.of(Role.SHARING_HEAD));
            Caller elsewhere = caller(Caller.Kind.PERSON, "catalog-ui", "approval", Set.of(Role.STEWARD));
            Caller auditor = caller(Caller.Kind.PERSON, "catalog-ui", "market", Set.of(Role.AUDIT_ADMIN));

            for (Caller caller : List.of(head, elsewhere, auditor)) {
                assertThat(reason(active(), query(caller))).isEqualTo(DenyReason.NO_GRANT);
            }
        }
    }
}
