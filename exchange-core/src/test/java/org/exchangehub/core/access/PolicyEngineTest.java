package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.exchangehub.core.access.Decision.Deny;
import org.exchangehub.core.access.Decision.Permit;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PolicyEngineTest {

    private static final Caller APPLICATION =
            new Caller("subject", "service-account-app-one", "app-one", "approval", Set.of(), Caller.Kind.APPLICATION);
    private static final Caller OWNER =
            new Caller("subject", "steward", "catalog-ui", "market", Set.of(Role.STEWARD), Caller.Kind.PERSON);

    /** The last second of the grant's last day in Shanghai, while it is still the day's afternoon in UTC. */
    private final Instant lastSecond = Instant.parse("2026-11-23T15:59:59Z");

    private final Stored stored = new Stored();
    private long nanos = 5;

    /** What the database would hold. */
    private static final class Stored implements PolicySource {

        private final List<String> loads = new ArrayList<>();
        private Grant.State state = Grant.State.ACTIVE;

        @Override
        public List<String> granted() {
            return List.of("granted");
        }

        @Override
        public List<String> changedSince(long epoch) {
            return List.of("granted");
        }

        @Override
        public Map<String, CompiledDataset> compile(List<String> codes) {
            loads.addAll(codes);
            CompiledGrant grant = new CompiledGrant(
                    new UUID(0, 1),
                    "app-one",
                    "approval",
                    "licensing",
                    "a duty",
                    Set.of(Mode.QUERY),
                    LocalDate.of(2026, 11, 1),
                    LocalDate.of(2026, 11, 23),
                    state,
                    Map.of("name", Treatments.CLEAR),
                    List.of());
            return codes.contains("unknown")
                    ? Map.of()
                    : Map.of(
                            codes.getFirst(),
                            CompiledDataset.of(
                                    codes.getFirst(),
                                    "market",
                                    true,
                                    Map.of("name", Treatments.CLEAR),
                                    codes.contains("granted") ? List.of(grant) : List.of(),
                                    Set.of()));
        }
    }

    private PolicyEngine engine(Instant now) {
        return new PolicyEngine(stored, Clock.fixed(now, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"), () -> nanos);
    }

    private static AccessRequest query(Caller caller, String dataset) {
        return new AccessRequest(caller, dataset, Mode.QUERY, "licensing", Set.of(), Set.of(), Set.of());
    }

    @Nested
    class Unconfirmed {

        @Test
        void itDecidesNothing() {
            PolicyEngine engine = engine(lastSecond);

            assertThatExceptionOfType(HubProblem.class)
                    .isThrownBy(() -> engine.decide(query(APPLICATION, "granted")))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.POLICY_UNCONFIRMED));
        }

        @Test
        void itStopsDecidingAfterASecond() {
            PolicyEngine engine = engine(lastSecond);
            engine.confirm(4, engine.now());

            nanos += Duration.ofSeconds(1).toNanos();
            assertThat(engine.decide(query(APPLICATION, "granted"))).isInstanceOf(Permit.class);
            nanos++;
            assertThatExceptionOfType(HubProblem.class).isThrownBy(() -> engine.decide(query(APPLICATION, "granted")));
        }
    }

    @Nested
    class ANewEpoch {

        @Test
        void bringsWhatChangedAndIsNamedInDecisions() {
            PolicyEngine engine = engine(lastSecond);
            engine.confirm(4, engine.now());
            stored.state = Grant.State.SUSPENDED;
            engine.confirm(4, engine.now());
            assertThat(engine.decide(query(APPLICATION, "granted"))).isInstanceOf(Permit.class);

            engine.confirm(5, engine.now());

            assertThat(engine.decide(query(APPLICATION, "granted"))).isInstanceOfSatisfying(Deny.class, deny -> {
                assertThat(deny.reason()).isEqualTo(DenyReason.SUSPENDED);
                assertThat(deny.policyVersion()).isEqualTo(5);
            });
        }
    }

    @Nested
    class TheLastDay {

        @Test
        void endsAtMidnightOfTheJurisdiction() {
            PolicyEngine before = engine(lastSecond);
            before.confirm(1, before.now());
            PolicyEngine after = engine(lastSecond.plusSeconds(1));
            after.confirm(1, after.now());

            assertThat(before.decide(query(APPLICATION, "granted"))).isInstanceOf(Permit.class);
            assertThat(after.decide(query(APPLICATION, "granted")))
                    .isInstanceOfSatisfying(
                            Deny.class, deny -> assertThat(deny.reason()).isEqualTo(DenyReason.EXPIRED));
        }
    }

    @Nested
    class ADatasetNobodyHoldsAGrantFor {

        @Test
        void isLookedUpForAStewardOnceAndForNobodyElse() {
            PolicyEngine engine = engine(lastSecond);
            engine.confirm(1, engine.now());
            stored.loads.clear();

            assertThat(engine.decide(query(APPLICATION, "own"))).isInstanceOf(Deny.class);
            assertThat(stored.loads).isEmpty();
            assertThat(engine.decide(query(OWNER, "own"))).isInstanceOf(Permit.class);
            assertThat(engine.decide(query(OWNER, "own"))).isInstanceOf(Permit.class);
            assertThat(stored.loads).containsExactly("own");
            assertThat(engine.decide(query(OWNER, "unknown"))).isInstanceOf(Deny.class);
        }
    }
}
