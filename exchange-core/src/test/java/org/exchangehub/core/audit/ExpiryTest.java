package org.exchangehub.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.LogVerifier;
import org.exchangehub.tlog.ProofBuilder;
import org.exchangehub.tlog.Proofs;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class ExpiryTest {

    private static final Instant LONG_AGO = Instant.parse("2022-03-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Who INSIGHT = new Who("audit-admin", "catalog-ui", null);
    private static final Retention RETENTION =
            new Retention(Retention.FLOOR, Map.of(Auditable.GRANT_ISSUED, Period.ofYears(10)), Period.ofYears(10));

    private final LogParts.Place place = LogParts.Place.fresh();

    @Nested
    class ARetention {

        @Test
        void belowThreeYearsStopsTheStart() {
            assertThatThrownBy(() -> new Retention(Period.ofDays(1_000), Map.of(), null))
                    .hasMessageContaining("hub.audit.retention.bodies is P1000D: expected at least P3Y");
            assertThatThrownBy(() ->
                            new Retention(Retention.FLOOR, Map.of(Auditable.RECORD_READ, Period.ofMonths(35)), null))
                    .hasMessageContaining("kinds.RECORD_READ is P35M");
            assertThatCode(() -> new Retention(Period.ofMonths(36), Map.of(), null))
                    .doesNotThrowAnyException();
        }

        @Test
        void ofShardsIsNotShorterThanThatOfBodies() {
            assertThatThrownBy(() -> new Retention(
                            Retention.FLOOR, Map.of(Auditable.GRANT_ISSUED, Period.ofYears(10)), Period.ofYears(5)))
                    .hasMessageContaining("hub.audit.retention.shards is P5Y");
        }
    }

    @Nested
    class PersonalDetail {

        @Test
        void expiresPerKindAndTheTreeStaysWhole() throws IOException {
            try (LogParts parts = new LogParts(place, LONG_AGO, RETENTION)) {
                long read = personal(parts, Auditable.RECORD_READ);
                long granted = personal(parts, Auditable.GRANT_ISSUED);
                parts.at(NOW);
                long fresh = personal(parts, Auditable.RECORD_READ);

                parts.part(Expiry.class).run();

                assertThat(parts.personal(read)).isEmpty();
                assertThat(parts.personal(granted)).isPresent();
                assertThat(parts.personal(fresh)).isPresent();
                EntryView view = EntryView.alone(read, parts.leaf(read), null);
                assertThat(view.personalExpired()).isTrue();
                assertThat(view.commitment()).isNotNull();
                assertThat(parts.leaf(fresh + 1).path("kind").asString()).isEqualTo("BODIES_EXPIRED");
                assertThat(parts.leaf(fresh + 1).path("rows").asLong()).isEqualTo(1);
                Checkpoint verified = new LogVerifier(
                                parts.part(LogSigner.class).key(),
                                parts.signed().served())
                        .verify();
                assertThat(verified.size()).isEqualTo(fresh + 2);
            }
        }

        @Test
        void leavesNoCopyInTheOutbox() {
            try (LogParts parts = new LogParts(place, LONG_AGO, RETENTION)) {
                TransactionTemplate transaction = new TransactionTemplate(parts.part(PlatformTransactionManager.class));
                UUID fact = Objects.requireNonNull(transaction.execute(status -> parts.part(AuditOutbox.class)
                        .add(LogParts.fact().personal("name", "张三").build())));
                personal(parts, Auditable.RECORD_READ);
                long index = parts.part(AuditLog.class)
                        .evidenceOf(fact)
                        .orElseThrow()
                        .index();
                parts.at(NOW);

                parts.part(Expiry.class).run();

                assertThat(parts.personal(index)).isEmpty();
                assertThat(count("select count(*) from hub.audit_outbox")).isZero();
            }
        }

        @Test
        void staysWhileAnOpenCaseHoldsTheEntryOrTheSubject() {
            try (LogParts parts = new LogParts(place, LONG_AGO, RETENTION)) {
                long byRange = personal(parts, Auditable.RECORD_READ);
                long bySubject = personal(parts, Auditable.RECORD_READ);
                String token = parts.leaf(bySubject).path("subjects").path(0).asString();
                parts.at(NOW);
                LogHolds holds = parts.part(LogHolds.class);
                Hold one = holds.place(new Hold.Scope.Range(byRange, byRange), "case-1", "enquiry", INSIGHT);
                Hold other = holds.place(new Hold.Scope.Subject(token), "case-1", "enquiry", INSIGHT);

                parts.part(Expiry.class).run();
                assertThat(parts.personal(byRange)).isPresent();
                assertThat(parts.personal(bySubject)).isPresent();

                holds.release(one.id(), INSIGHT);
                holds.release(other.id(), INSIGHT);
                parts.part(Expiry.class).run();
                assertThat(parts.personal(byRange)).isEmpty();
                assertThat(parts.personal(bySubject)).isEmpty();
                assertThat(holds.of("case-1"))
                        .hasSize(2)
                        .allSatisfy(hold -> assertThat(hold.releasedAt()).isNotNull());
                parts.part(AuditLog.class).append(LogParts.fact().build());
                assertThat(kinds(parts)).containsSubsequence("HOLD_PLACED", "HOLD_PLACED", "HOLD_RELEASED");
            }
        }

        @Test
        void ofACallerUnderAHoldStaysAndNobodyElsesInBetween() {
            Who suspect = new Who("4712", "app-\"quoted\"\u0001%", "market-supervision");
            Who other = new Who("4713", "app-\"quoted\"\u0001%", "market-supervision");
            try (LogParts parts = new LogParts(place, LONG_AGO, RETENTION)) {
                long first = accessed(parts, suspect);
                long between = accessed(parts, other);
                long last = accessed(parts, suspect);
                long later = accessed(parts, suspect);
                parts.at(NOW);
                LogHolds holds = parts.part(LogHolds.class);
                holds.place(
                        new Hold.Scope.Callers(suspect.client(), suspect.subject(), first, first),
                        "case-2",
                        "enquiry",
                        INSIGHT);
                holds.extend("case-2", first, last);

                parts.part(Expiry.class).run();

                assertThat(parts.personal(first)).isPresent();
                assertThat(parts.personal(between)).isEmpty();
                assertThat(parts.personal(last)).isPresent();
                assertThat(parts.personal(later)).isEmpty();
            }
        }

        private static long accessed(LogParts parts, Who who) {
            return parts.part(AuditLog.class)
                    .append(AuditFact.of(Auditable.RECORD_READ, who)
                            .detail("subject", "4712\"}")
                            .personal("name", "张三")
                            .build())
                    .index();
        }
    }

    @Nested
    class TheEraser {

        @Test
        void canRemoveNothingButBodies() {
            JdbcClient eraser = place.as("eraser");
            for (String sql : List.of(
                    "delete from hub.log_entry",
                    "update hub.log_entry set entry = ''",
                    "delete from hub.log_node",
                    "delete from hub.log_hold",
                    "update hub.log_shard set first = 0",
                    "update hub.log_body set body = ''")) {
                assertThatThrownBy(() -> eraser.sql(sql).update())
                        .as(sql)
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Nested
    class AShard {

        @Test
        void isPrunedWholeAndItsTilesAreRefusedWhileLaterProofsStayValid() throws IOException {
            try (LogParts parts =
                    new LogParts(place, LONG_AGO, new Retention(Retention.FLOOR, Map.of(), Retention.FLOOR))) {
                parts.grown(600);
                parts.at(NOW);
                parts.grown(300);
                place.owner()
                        .sql("update hub.log_shard set year = 2022 where first = 0")
                        .update();
                place.owner()
                        .sql("insert into hub.log_shard (year, first) values (2026, 600)")
                        .update();

                parts.part(Expiry.class).run();
                parts.signed();

                LogStore store = parts.part(LogStore.class);
                assertThat(store.minimumIndex()).isEqualTo(600);
                assertThat(kinds(parts)).endsWith("SHARD_PRUNED");
                var served = parts.served();
                assertThat(served.read("tile/entries/000")).as("ends at 255").isEmpty();
                assertThat(served.read("tile/0/001")).as("ends at 511").isEmpty();
                assertThat(served.read("tile/entries/001.p/7")).as("part of it").isEmpty();
                assertThat(served.read("tile/entries/002"))
                        .as("holds entry 600")
                        .isPresent();
                assertThat(served.read("tile/1/000.p/3")).isPresent();
                LogHead head = store.head();
                var proof = new ProofBuilder(store, head.size()).inclusion(650, head.size());
                assertThatCode(() -> Proofs.verifyInclusion(
                                650, head.size(), store.nodes(0, 650, 1).getFirst(), proof, head.root()))
                        .doesNotThrowAnyException();
            }
        }

        @Test
        void isNotPrunedWhileACaseHoldsOneOfItsEntries() {
            try (LogParts parts =
                    new LogParts(place, LONG_AGO, new Retention(Retention.FLOOR, Map.of(), Retention.FLOOR))) {
                parts.grown(10);
                parts.at(NOW);
                parts.grown(1);
                place.owner()
                        .sql("insert into hub.log_shard (year, first) values (2099, 10)")
                        .update();
                parts.part(LogHolds.class).place(new Hold.Scope.Range(9, 30), "case-2", "enquiry", INSIGHT);

                parts.part(Expiry.class).run();

                assertThat(parts.part(LogStore.class).minimumIndex()).isZero();
            }
        }

        @Test
        void beginsWithTheFirstEntryOfItsYear() {
            try (LogParts parts = new LogParts(place)) {
                parts.grown(3);
                assertThat(count("select first from hub.log_shard")).isZero();
                place.owner().sql("update hub.log_shard set year = year - 1").update();

                parts.grown(4);

                assertThat(count("select first from hub.log_shard order by year desc limit 1"))
                        .isEqualTo(3);
                assertThat(count("select count(*) from hub.log_shard")).isEqualTo(2);
            }
        }
    }

    private static long personal(LogParts parts, Auditable kind) {
        return parts.part(AuditLog.class)
                .append(AuditFact.of(kind, LogParts.SOMEBODY)
                        .subject("340202199001011234")
                        .personal("name", "张三")
                        .build())
                .index();
    }

    private static List<String> kinds(LogParts parts) {
        LogStore store = parts.part(LogStore.class);
        JsonMapper json = JsonMapper.builder().build();
        return store.entries(0, (int) store.head().size()).stream()
                .map(stored -> json.readTree(stored.entry()).path("kind").asString())
                .toList();
    }

    private long count(String sql) {
        return place.owner().sql(sql).query(Long.class).single();
    }
}
