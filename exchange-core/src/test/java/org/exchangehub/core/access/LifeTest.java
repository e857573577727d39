package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.exchangehub.core.access.Grant.Party;
import org.exchangehub.core.life.EveryMove;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The lives of applications and grants, read off their own tables of moves. */
class LifeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final UUID ID = new UUID(1, 2);
    private static final Consent SAID =
            new Consent(Consent.Side.APPLICANT, Consent.Word.CONSENT, null, "head", "head", NOW, null);
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
            List.of(),
            List.of());

    private static void refused(Callable<?> move) {
        assertThatExceptionOfType(HubProblem.class)
                .isThrownBy(move::call)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Nested
    class AnApplication {

        private static final Course.Supplement ASKED =
                new Course.Supplement(List.of(new Course.MissingItem("basis", null)), "head", NOW, null, null);
        private static final Course.Extension TIME =
                new Course.Extension(5, "why", "head", NOW, null, null, null, null);
        private static final Consent REFUSAL_HERE =
                new Consent(Consent.Side.APPLICANT, Consent.Word.REFUSE, "why", "head", "head", NOW, null);
        private static final Consent REFUSAL_THERE =
                new Consent(Consent.Side.PROVIDER, Consent.Word.REFUSE, "why", "head", "head", NOW, null);

        private static Application in(Application.State state) {
            return in(state, Course.BEGUN);
        }

        private static Application in(Application.State state, Course course) {
            return new Application(
                    ID,
                    "207001-000001",
                    "market",
                    "approval",
                    "app-one",
                    null,
                    TERMS,
                    state,
                    List.of(),
                    course,
                    "developer",
                    "developer",
                    NOW,
                    null,
                    1);
        }

        private static Application moved(Application.Move move, Application.State from) {
            Application application = in(from);
            return switch (move) {
                case APPLICANT_CONSENTS -> application.applicantConsented(SAID);
                case APPLICANT_REFUSES -> application.refused(REFUSAL_HERE);
                case PROVIDER_ASKS -> application.asked(ASKED);
                case APPLICANT_ANSWERS -> application.answered(ASKED);
                case APPLICANT_AMENDS -> application.amended(ASKED, TERMS);
                case PROVIDER_ASKS_TIME -> application.timeAsked(TIME);
                case AUTHORITY_DECIDES_TIME ->
                    in(from, Course.BEGUN.with(TIME))
                            .timeDecided(TIME.decided(Consent.Word.CONSENT, null, "authority", NOW));
                case PROVIDER_CONSENTS -> application.granted(SAID, ID);
                case PROVIDER_REFUSES -> application.refused(REFUSAL_THERE);
                case APPLICANT_WITHDRAWS -> application.withdrawn(new Course.TakenBack("why", "developer", NOW));
                case DISPUTE_REOPENS -> application.reopened(ID);
            };
        }

        static Stream<Arguments> everyMove() {
            return EveryMove.of(Application.Move.class, Application.State.class);
        }

        @ParameterizedTest(name = "{0} from {1}")
        @MethodSource("everyMove")
        void movesAsItsTableSaysAndNoOtherWay(Application.Move move, Application.State from) {
            EveryMove.goesByTheTable(
                    Application.MOVES, move, from, () -> moved(move, from).state());
        }

        @Test
        void isOverOnceItIsDecidedOrWithdrawnButForADisputeAboutItsRefusal() {
            assertThat(Application.State.values())
                    .filteredOn(state -> Application.MOVES.possible(state).isEmpty())
                    .containsExactly(Application.State.GRANTED, Application.State.WITHDRAWN);
            assertThat(Application.MOVES.possible(Application.State.REFUSED))
                    .containsExactly(Application.Move.DISPUTE_REOPENS);
        }

        @Test
        void isAskedForMoreOnceAndExtendedOnce() {
            refused(() -> in(Application.State.APPLICANT_CONSENTED, Course.BEGUN.with(ASKED))
                    .asked(ASKED));
            refused(() -> in(Application.State.APPLICANT_CONSENTED, Course.BEGUN.with(TIME))
                    .timeAsked(TIME));
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

        private static Grant moved(Grant.Move move, Grant.State from) {
            Grant grant = in(from, Party.AUTHORITY);
            return switch (move) {
                case SUSPEND -> grant.suspended(Party.AUTHORITY, "why", NOW);
                case RESUME -> grant.resumed(Party.AUTHORITY, NOW);
                case TERMINATE -> grant.terminated(Party.AUTHORITY, "why", NOW);
                case EXPIRE -> grant.expired(NOW);
            };
        }

        static Stream<Arguments> everyMove() {
            return EveryMove.of(Grant.Move.class, Grant.State.class);
        }

        @ParameterizedTest(name = "{0} from {1}")
        @MethodSource("everyMove")
        void movesAsItsTableSaysAndNoOtherWay(Grant.Move move, Grant.State from) {
            EveryMove.goesByTheTable(
                    Grant.MOVES, move, from, () -> moved(move, from).state());
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

    @Nested
    class AServiceChange {

        private static ServiceChange moved(ServiceChange.Move move, ServiceChange.State from) {
            ServiceChange change = new ServiceChange(
                    ID,
                    "207001-000001",
                    "market",
                    ServiceChange.Kind.STOP,
                    "what",
                    "why",
                    LocalDate.of(2026, 12, 31),
                    from,
                    List.of(),
                    ServiceChange.Filing.NONE,
                    "head",
                    NOW,
                    1);
            return switch (move) {
                case ANSWER ->
                    change.answered(
                            new ServiceChange.ChangeAnswer("approval", Consent.Word.CONSENT, null, "head", NOW));
                case FILE -> change.filed("negotiated");
                case RETURN -> change.returned("why", "authority", NOW);
                case ACCEPT -> change.accepted("1", null, "authority", NOW);
                case TAKE_EFFECT -> change.inEffect();
                case CANCEL -> change.cancelled();
            };
        }

        static Stream<Arguments> everyMove() {
            return EveryMove.of(ServiceChange.Move.class, ServiceChange.State.class);
        }

        @ParameterizedTest(name = "{0} from {1}")
        @MethodSource("everyMove")
        void movesAsItsTableSaysAndNoOtherWay(ServiceChange.Move move, ServiceChange.State from) {
            EveryMove.goesByTheTable(
                    ServiceChange.MOVES, move, from, () -> moved(move, from).state());
        }
    }

    @Nested
    class AReshare {

        static Stream<Arguments> everyMove() {
            return EveryMove.of(Reshare.Move.class, Reshare.State.class);
        }

        @ParameterizedTest(name = "{0} from {1}")
        @MethodSource("everyMove")
        void movesAsItsTableSaysAndNoOtherWay(Reshare.Move move, Reshare.State from) {
            EveryMove.goesByTheTable(
                    Reshare.MOVES, move, from, () -> moved(move, from).state());
        }

        private static Reshare moved(Reshare.Move move, Reshare.State from) {
            Reshare reshare = new Reshare(
                    ID,
                    ID,
                    "207001-000001",
                    "market",
                    "approval",
                    new Reshare.ReshareStatement("them", "p", "b", "s", List.of("name"), LocalDate.of(2026, 12, 31)),
                    from,
                    null,
                    "head",
                    NOW,
                    null,
                    null,
                    1);
            return switch (move) {
                case CONSENT -> reshare.consented(null, "head", NOW);
                case REFUSE -> reshare.refused("why", "head", NOW);
                case REVOKE -> reshare.revoked("why", "head", NOW);
            };
        }
    }
}
