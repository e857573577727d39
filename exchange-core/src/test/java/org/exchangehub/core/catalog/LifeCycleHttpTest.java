package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.exchangehub.core.catalog.Dataset.State;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HubTest
class LifeCycleHttpTest {

    private static final String DATASETS = "/api/v1/datasets/";

    private final HubClient hub;
    private final JdbcClient owner;

    LifeCycleHttpTest(HubClient hub, @Qualifier("ownerDataSource") DataSource owner) {
        this.hub = hub;
        this.owner = JdbcClient.create(owner);
    }

    private String draft() {
        String code = hub.as("market-steward")
                .post(
                        "/api/v1/datasets",
                        Entries.json().put("classification", "805001").toString())
                .json()
                .get("code")
                .asString();
        owner.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                """)
                .param("code", code)
                .param("avsc", PublishedDatasets.SCHEMA)
                .update();
        PublishedDatasets.assessed(hub, code);
        return code;
    }

    /** A dataset in a state, put there past its life. */
    private String in(State state) {
        String code = draft();
        owner.sql("""
                update hub.dataset set state = :state, version = 1, submitted_by = 'somebody', published_at = now(),
                       withdrawal = case when :state in ('WITHDRAWING', 'WITHDRAWN') then :said::jsonb end
                 where code = :code
                """)
                .param("state", state.name())
                .param("code", code)
                .param("said", """
                        {"reason": "停用", "negotiation": "无使用部门", "endsOn": "%s", "proposedBy": "somebody",
                         "proposedAt": "2026-11-20T00:00:00Z"}
                        """.formatted(LocalDate.EPOCH))
                .update();
        return code;
    }

    private Answer make(String code, Move move, HubClient.Session who) {
        String path = DATASETS + code;
        return switch (move) {
            case DRAFTED -> throw new AssertionError();
            case AMENDED ->
                who.header("If-Match", "\"" + version(code) + "\"")
                        .put(
                                path,
                                Entries.json().put("classification", "805001").toString());
            case CHANGE_OPENED ->
                who.post(path + "/changes", "{\"cause\": \"LAW\", \"causedOn\": \"2026-11-20\", \"reason\": \"法规修改\"}");
            case SUBMITTED -> who.post(path + "/submissions", "{}");
            case DISCARDED -> who.post(path + "/discards", "{\"reason\": \"重复\"}");
            case CONSENTED -> who.post(path + "/consents", decision("APPROVE", ""));
            case CONSENT_REFUSED -> who.post(path + "/consents", decision("RETURN", ""));
            case REGISTRATION_APPROVED -> who.post(path + "/reviews", decision("APPROVE", "REGISTRATION"));
            case REGISTRATION_REFUSED -> who.post(path + "/reviews", decision("RETURN", "REGISTRATION"));
            case PUBLISHED -> who.post(path + "/reviews", decision("APPROVE", "PUBLICATION"));
            case PUBLICATION_REFUSED -> who.post(path + "/reviews", decision("RETURN", "PUBLICATION"));
            case WITHDRAWAL_PROPOSED, WITHDRAWAL_RECALLED, WITHDRAWN ->
                throw new AssertionError(move + " is made by a service change");
        };
    }

    private static String decision(String decision, String stage) {
        return "{\"decision\": \"" + decision + "\", \"opinion\": \"名称不规范\""
                + (stage.isEmpty() ? "" : ", \"stage\": \"" + stage + "\"") + "}";
    }

    private int version(String code) {
        return owner.sql("select version from hub.dataset where code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    private HubClient.Session may(Move move) {
        return switch (move.role()) {
            case STEWARD -> hub.as("market-steward");
            case SHARING_HEAD -> hub.as("market-head");
            case CATALOG_AUTHORITY -> hub.as("authority");
            case DEVELOPER, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> throw new AssertionError(move);
        };
    }

    private static Stream<Move> moves() {
        return Arrays.stream(Move.values()).filter(move -> move != Move.DRAFTED && !move.ofTheDataset());
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void answersEveryMoveAsTheTableSays(State state) {
        moves().forEach(move -> {
            String code = in(state);
            boolean allowed = move == Move.CHANGE_OPENED
                    ? state == State.PUBLISHED
                    : move.from().contains(state);

            Answer answer = make(code, move, may(move));

            assertThat(answer.status()).as(move + ": " + answer.text()).isEqualTo(allowed ? 200 : 409);
            assertThat(version(code)).as("%s", move).isEqualTo(allowed ? 2 : 1);
        });
    }

    @ParameterizedTest
    @MethodSource("moves")
    void letsNobodyMoveWhoseMoveItIsNot(Move move) {
        String code = in(State.PUBLISHED);
        for (String name : List.of(
                "market-steward",
                "market-head",
                "authority",
                "market-developer",
                "approval-steward",
                "approval-head",
                "system-admin")) {
            boolean may =
                    switch (move.role()) {
                        case STEWARD -> name.equals("market-steward");
                        case SHARING_HEAD -> name.equals("market-head");
                        default -> name.equals("authority");
                    };
            if (!may) {
                assertThat(make(code, move, hub.as(name)).status()).as(name).isEqualTo(403);
            }
        }
        assertThat(version(code)).isEqualTo(1);
    }

    @Nested
    class TwoDecisionsAtOnce {

        @Test
        void neverBothWin() throws Exception {
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                for (int round = 0; round < 10; round++) {
                    String code = in(State.REGISTERED);
                    CyclicBarrier start = new CyclicBarrier(2);
                    var approved = decide(both, start, code, Move.PUBLISHED);
                    var refused = decide(both, start, code, Move.PUBLICATION_REFUSED);

                    assertThat(List.of(approved.get(), refused.get())).containsExactlyInAnyOrder(200, 409);
                    assertThat(version(code)).isEqualTo(2);
                }
            }
        }

        private CompletableFuture<Integer> decide(ExecutorService both, CyclicBarrier start, String code, Move move) {
            return CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            start.await();
                        } catch (Exception broken) {
                            throw new IllegalStateException(broken);
                        }
                        return make(code, move, hub.as("authority")).status();
                    },
                    both);
        }
    }

    @Nested
    class AChange {

        @Test
        void goesTheSameWayWhileThePublishedEditionStays() {
            String code = draft();
            PublishedDatasets.publish(hub, code);
            make(code, Move.CHANGE_OPENED, hub.as("market-steward"));
            Answer changed = hub.as("market-steward")
                    .header("If-Match", "\"" + version(code) + "\"")
                    .put(
                            DATASETS + code,
                            Entries.json()
                                    .put("classification", "805001")
                                    .put("updateCycle", "WEEKLY")
                                    .toString());

            assertThat(changed.json().get("updateCycle").asString()).isEqualTo("DAILY");
            assertThat(changed.json().at("/change/entry/updateCycle").asString())
                    .isEqualTo("WEEKLY");
            assertThat(hub.as("approval-steward").get(DATASETS + code).json().has("change"))
                    .isFalse();
            assertThat(hub.as("authority")
                            .get("/api/v1/datasets?changeState=DRAFT&q=" + code)
                            .json()
                            .get("items"))
                    .hasSize(1);
            assertThat(hub.as("approval-steward")
                            .get("/api/v1/datasets?changeState=DRAFT&q=" + code)
                            .json()
                            .get("items"))
                    .isEmpty();

            PublishedDatasets.publish(hub, code);
            JsonNode now = hub.as("approval-steward").get(DATASETS + code).json();
            assertThat(now.get("edition").asInt()).isEqualTo(2);
            assertThat(now.get("updateCycle").asString()).isEqualTo("WEEKLY");
            JsonNode differences = hub.as("approval-steward")
                    .get(DATASETS + code + "/editions/differences?from=1&to=2")
                    .json()
                    .get("items");
            assertThat(differences).hasSize(1);
            assertThat(differences.get(0).get("pointer").asString()).isEqualTo("/updateCycle");
            assertThat(differences.get(0).get("before").asString()).isEqualTo("DAILY");
            assertThat(hub.as("authority")
                            .get(DATASETS + code + "/editions")
                            .json()
                            .get("items"))
                    .hasSize(2);
        }

        @Test
        void leavesThePublishedEditionWhenItIsGivenUp() {
            String code = in(State.PUBLISHED);
            make(code, Move.CHANGE_OPENED, hub.as("market-steward"));

            JsonNode after =
                    make(code, Move.DISCARDED, hub.as("market-steward")).json();

            assertThat(after.get("state").asString()).isEqualTo("PUBLISHED");
            assertThat(after.has("change")).isFalse();
            JsonNode step = hub.as("market-steward")
                    .get(DATASETS + code + "/history")
                    .json()
                    .get("items")
                    .get(4);
            assertThat(step.get("from").asString()).isEqualTo("DRAFT");
            assertThat(step.get("state").asString()).isEqualTo("DISCARDED");
            assertThat(step.get("opinion").asString()).isEqualTo("重复");
        }
    }
}
