package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Consumers record their use, and those concerned may read it (Decree 809, Art. 29). */
@HubTest
class UsageRecordTest {

    private final HubClient hub;
    private final JdbcClient jdbc;
    private Applying applying;
    private String grant = "";
    private String today = "";

    UsageRecordTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.applying = new Applying(hub, "");
    }

    @BeforeEach
    void grantOne() {
        applying = new Applying(hub, Ground.published(hub, jdbc));
        grant = applying.granted();
        today = hub.as("market-head")
                .get(Applying.GRANTS + "/" + grant)
                .json()
                .get("from")
                .asString();
    }

    private Answer recorded(String as, String from, String until) {
        return hub.as(as).post(Applying.GRANTS + "/" + grant + "/usage-records", """
                {"from": "%s", "until": "%s", "scenario": "许可受理", "process": "窗口人员逐件核验",
                 "results": "核验 120 件", "storage": "不留存"}
                """.formatted(from, until));
    }

    private List<JsonNode> seen(HubClient.Session session) {
        return session.get("/api/v1/usage-records?grant=" + grant)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    @Test
    void areWrittenByTheConsumerAndReadByProviderAndAuthority() {
        assertThat(recorded("market-head", today, today).status())
                .as("the provider's account of another's use")
                .isEqualTo(403);
        assertThat(recorded("approval-developer", today, today).status()).isEqualTo(201);

        for (String name : List.of("approval-head", "market-steward", "authority", "audit-admin")) {
            assertThat(seen(hub.as(name))).as(name).hasSize(1);
        }
        String elsewhere = hub.tokens().person("elsewhere", List.of("transport"), List.of("sharing-head"));
        assertThat(seen(hub.with(elsewhere))).isEmpty();
        assertThat(seen(hub.as("market-steward")).getFirst().get("results").asString())
                .isEqualTo("核验 120 件");
    }

    @Test
    void tellAllTheArticleAsksForOfTheTimeOfTheGrant() {
        assertThat(hub.as("approval-developer")
                        .post(Applying.GRANTS + "/" + grant + "/usage-records", "{}")
                        .json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .containsExactly("/scenario", "/process", "/results", "/storage", "/from", "/until");
        assertThat(recorded("approval-developer", "2020-01-01", today).status())
                .as("before the grant")
                .isEqualTo(422);
        assertThat(recorded("approval-developer", today, "2999-01-01").status())
                .as("what has not happened yet")
                .isEqualTo(422);
    }

    @Test
    void goOnWhenTheGrantIsOver() {
        applying.interfere("authority", grant, "terminations");

        assertThat(recorded("approval-developer", today, LocalDate.parse(today).toString())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void areNeitherChangedNorDeleted() {
        recorded("approval-developer", today, today);

        for (String attempt : List.of("update hub.usage_record set results = ''", "delete from hub.usage_record")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(attempt).update())
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }
}
