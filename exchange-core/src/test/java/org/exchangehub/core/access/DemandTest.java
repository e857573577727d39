package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.exchangehub.core.life.EveryMove;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class DemandTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final HubClient hub;
    private final JdbcClient jdbc;

    DemandTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    static Stream<Arguments> everyMove() {
        return EveryMove.of(Demand.Move.class, Demand.State.class);
    }

    private static Demand moved(Demand.Move move, Demand.State from) {
        Demand demand = new Demand(
                new UUID(1, 2),
                "approval",
                new Demand.Statement("t", "n", "b", "s", List.of("i")),
                from,
                "market",
                null,
                null,
                "developer",
                NOW,
                NOW,
                1);
        return switch (move) {
            case ASSIGN -> demand.assigned("market", NOW);
            case OFFER -> demand.offered("207001-000001", NOW);
            case DECLINE -> demand.declined("why", NOW);
            case WITHDRAW -> demand.withdrawn("why", NOW);
        };
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("everyMove")
    void movesAsItsTableSaysAndNoOtherWay(Demand.Move move, Demand.State from) {
        EveryMove.goesByTheTable(
                Demand.MOVES, move, from, () -> moved(move, from).state());
    }

    private Answer act(String as, String id, String what, String body) {
        return hub.as(as).post("/api/v1/demands/" + id + "/" + what, body);
    }

    private String posted() {
        Answer answer = hub.as("approval-developer").post("/api/v1/demands", """
                {"title": "企业年报", "need": "每日更新的企业年报状态", "basis": "企业信息公示暂行条例第八条",
                 "scenario": "许可审批时核验经营状态", "items": ["统一社会信用代码", "年报状态"]}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    @Test
    void isAssignedByTheAuthorityAndAnsweredByADatasetOfTheDepartmentNamed() {
        String dataset = Ground.published(hub, jdbc);
        String id = posted();

        assertThat(act("market-head", id, "assignments", "{\"department\": \"market-supervision\"}")
                        .status())
                .isEqualTo(403);
        assertThat(act("authority", id, "assignments", "{\"department\": \"nobody\"}")
                        .status())
                .isEqualTo(422);
        assertThat(act("authority", id, "assignments", "{\"department\": \"market-supervision\"}")
                        .status())
                .isEqualTo(200);
        assertThat(act("approval-head", id, "answers", "{\"dataset\": \"%s\"}".formatted(dataset))
                        .status())
                .isEqualTo(403);
        Answer offered = act("market-head", id, "answers", "{\"dataset\": \"%s\"}".formatted(dataset));
        assertThat(offered.json().get("state").asString()).isEqualTo("OFFERED");
        assertThat(offered.json().get("dataset").asString()).isEqualTo(dataset);
    }

    @Test
    void isDeclinedWithReasonsAndMayThenBeAssignedAnew() {
        String id = posted();
        act("authority", id, "assignments", "{\"department\": \"market-supervision\"}");

        assertThat(act("market-head", id, "answers", "{}").status()).isEqualTo(422);
        assertThat(act("market-head", id, "answers", "{\"reason\": \"不属本部门职责\"}")
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("DECLINED");
        assertThat(act("authority", id, "assignments", "{\"department\": \"data-bureau\"}")
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("ASSIGNED");
    }

    @Test
    void statesAllItsPartsAndIsSeenByOtherDepartments() {
        Answer empty = hub.as("approval-developer").post("/api/v1/demands", "{}");
        assertThat(empty.json().get("errors").size()).isEqualTo(5);
        String id = posted();

        assertThat(hub.as("market-steward")
                        .get("/api/v1/demands?state=POSTED")
                        .json()
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("id").asString()))
                .contains(id);
    }
}
