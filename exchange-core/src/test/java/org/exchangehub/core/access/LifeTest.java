package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.exchangehub.core.access.Grant.Party;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The lives of applications and grants, read off their own tables of moves. */
class LifeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final UUID ID = new UUID(1, 2);
    private static final Consent SAID =
            new Consent(Consent.Side.APPLICANT, Consent.Word.CONSENT, null, "head", "head", NOW);
    private static final Terms TERMS = new Terms(
            "basis",
            "scenario",
            "scope",
            "purpose",
            Set.of(Mode.QUERY),
            LocalDate.of(2026, 12, 31),
            List.of(new Terms.GrantedField(1, "name", FieldAccess.CLEAR)),
            List.of(),
            2,
            List.of(),
            List.of());

    private static void refused(Callable<?> move) {
        assertThatExceptionOfType(HubProblem.class)
                .isThrownBy(move::call)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Nested
    class AnApplication {

        private static Application in(Application.State state) {
            return new Application(
                    ID,
                    "207001-000001",
                    "market",
                    "approval",
                    "app-one",
                    TERMS,
                    state,
                    List.of(),
                    "developer",
                    "developer",
                    NOW,
                    null,
                    1);
        }

        @Test
        void movesAsItsTableSaysAndNoOtherWay() {
            Map<Application.State, UnaryOperator<Application>> named = Map.of(
                    Application.State.APPLICANT_CONSENTED, application -> application.applicantConsented(SAID),
                    Application.State.GRANTED, application -> application.granted(SAID, ID),
                    Application.State.REFUSED, application -> application.refused(SAID));

            for (Application.State from : Application.State.values()) {
                named.forEach((to, move) -> {
                    if (Application.MOVES.getOrDefault(from, Set.of()).contains(to)) {
                        assertThat(move.apply(in(from)).state()).isEqualTo(to);
                        assertThat(move.apply(in(from)).consents()).containsExactly(SAID);
                    } else {
                        refused(() -> move.apply(in(from)));
                    }
                });
            }
        }

        @Test
        void awaitsTheApplicantsHeadFirstAndTheProvidersLast() {
            assertThat(in(Application.State.SUBMITTED).awaited()).isEqualTo(Consent.Side.APPLICANT);
            assertThat(in(Application.State.APPLICANT_CONSENTED).awaited()).isEqualTo(Consent.Side.PROVIDER);
            refused(() -> in(Application.State.GRANTED).awaited());
        }
    }

    @Nested
    class AGrant {

        private static Grant in(Grant.State state, Party haltedBy) {
            return new Grant(
                    ID,
                    ID,
                    "207001-000001",
                    "market",
                    "approval",
                    "app-one",
                    TERMS,
                    List.of(SAID),
                    LocalDate.of(2026, 11, 23),
                    LocalDate.of(2026, 12, 31),
                    state,
                    "why",
                    haltedBy,
                    NOW,
                    NOW,
                    1);
        }

        @Test
        void movesAsItsTableSaysAndNoOtherWay() {
            Map<Grant.State, UnaryOperator<Grant>> named = Map.of(
                    Grant.State.SUSPENDED, grant -> grant.suspended(Party.AUTHORITY, "why", NOW),
                    Grant.State.ACTIVE, grant -> grant.resumed(Party.AUTHORITY, NOW),
                    Grant.State.TERMINATED, grant -> grant.terminated(Party.AUTHORITY, "why", NOW));

            for (Grant.State from : Grant.State.values()) {
                named.forEach((to, move) -> {
                    if (Grant.MOVES.getOrDefault(from, Set.of()).contains(to)) {
                        assertThat(move.apply(in(from, Party.AUTHORITY)).state())
                                .isEqualTo(to);
                    } else {
                        refused(() -> move.apply(in(from, Party.AUTHORITY)));
                    }
                });
            }
        }

        @Test
        void isResumedByWhoSuspendedItOrTheAuthority() {
            assertThat(in(Grant.State.SUSPENDED, Party.PROVIDER)
                            .resumed(Party.AUTHORITY, NOW)
                            .state())
                    .isEqualTo(Grant.State.ACTIVE);
            assertThatExceptionOfType(HubProblem.class)
                    .isThrownBy(() -> in(Grant.State.SUSPENDED, Party.AUTHORITY).resumed(Party.PROVIDER, NOW))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
        }
    }
}
