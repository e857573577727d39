package org.exchangehub.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.schemas.value.LocalizedText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What departments did in time, and what they are liable for. */
@HubTest
class ReportsHttpTest {

    private static final Who BY = new Who("somebody", "catalog-ui", "market-supervision");
    private static final String MARCH = "from=2026-03-01&to=2026-03-31";

    private final HubClient hub;
    private final Deadlines deadlines;
    private final TransactionTemplate transaction;

    ReportsHttpTest(HubClient hub, Deadlines deadlines, TransactionTemplate transaction) {
        this.hub = hub;
        this.deadlines = deadlines;
        this.transaction = transaction;
    }

    private Subject opened(DeadlineKind kind, String department, String when) {
        String id = UUID.randomUUID().toString();
        Subject subject = new Subject("application", id, new LocalizedText("=1+1", "=1+1"), "/applications/" + id);
        transaction.executeWithoutResult(status -> deadlines.open(kind, subject, department, Instant.parse(when), BY));
        return subject;
    }

    private void met(DeadlineKind kind, Subject subject, String when) {
        transaction.executeWithoutResult(status -> deadlines.meet(kind, subject, Instant.parse(when), BY));
    }

    /** Of replies due on 16 March: one in time, one four days late, one overdue; a delivery open, another cancelled. */
    private void happened(String department) {
        DeadlineKind reply = DeadlineKind.REPLY_CONDITIONAL;
        met(reply, opened(reply, department, "2026-03-02T02:00:00Z"), "2026-03-06T02:00:00Z");
        met(reply, opened(reply, department, "2026-03-02T02:00:00Z"), "2026-03-20T02:00:00Z");
        opened(reply, department, "2026-03-02T02:00:00Z");
        opened(reply, department, "2026-04-01T02:00:00Z");
        Subject cancelled = opened(DeadlineKind.DELIVERY, department, "2026-03-02T02:00:00Z");
        transaction.executeWithoutResult(status ->
                deadlines.cancel(DeadlineKind.DELIVERY, cancelled, Instant.parse("2026-03-03T02:00:00Z"), BY));
        Subject paused = opened(DeadlineKind.DELIVERY, department, "2026-03-02T02:00:00Z");
        transaction.executeWithoutResult(
                status -> deadlines.pause(DeadlineKind.DELIVERY, paused, Instant.parse("2026-03-03T02:00:00Z"), BY));
        opened(DeadlineKind.DISPOSAL, department, "2026-03-02T02:00:00Z");
    }

    private HubClient.Session head(String department) {
        return hub.with(hub.tokens().person(department + "-head", List.of(department), List.of("sharing-head")));
    }

    @Nested
    class TimeLimitsKept {

        @Test
        void areCountedByDepartmentAndKindOfWhatWasReceivedInThePeriod() {
            happened("report-a");

            Answer answer = head("report-a").get("/api/v1/reports/time-limits?" + MARCH);

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            List<String> rows = answer.json().get("items").values().stream()
                    .map(row -> String.join(
                            " ",
                            row.get("kind").asString(),
                            row.get("met").asString(),
                            row.get("late").asString(),
                            row.get("overdue").asString(),
                            row.get("open").asString(),
                            row.get("cancelled").asString(),
                            row.path("meanWorkingDays").asString("-")))
                    .toList();
            assertThat(rows)
                    .containsExactly("REPLY_CONDITIONAL 1 1 1 0 0 9.0", "DELIVERY 0 0 0 1 1 -", "DISPOSAL 0 0 1 0 0 -");
            assertThat(answer.json().get("provisional").asBoolean()).isFalse();
            assertThat(head("report-b")
                            .get("/api/v1/reports/time-limits?department=report-a")
                            .status())
                    .isEqualTo(403);
            assertThat(hub.as("authority")
                            .get("/api/v1/reports/time-limits?department=report-a&" + MARCH)
                            .json()
                            .get("items"))
                    .hasSize(3);
            assertThat(head("report-a")
                            .get("/api/v1/reports/time-limits?from=2026-04-01&to=2026-03-01")
                            .status())
                    .isEqualTo(422);
        }
    }

    @Nested
    class TheLiabilityList {

        @Test
        void namesWhatBecameOverdueInThePeriodAndHowLate() {
            happened("report-c");

            String path = "/api/v1/reports/liabilities?department=report-c&" + MARCH;
            Answer first = hub.as("authority").get(path + "&limit=1");
            String next = first.header("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");
            Answer second = hub.as("authority").get(next);

            assertThat(second.header("Link")).isEmpty();
            List<JsonNode> both =
                    List.of(first.json().at("/items/0"), second.json().at("/items/0"));
            assertThat(both)
                    .extracting(each -> each.get("violation").asString())
                    .containsOnly("LATE_REPLY");
            assertThat(both)
                    .extracting(each -> each.get("overdueAt").asString())
                    .containsOnly("2026-03-16T16:00:00Z");
            assertThat(both)
                    .filteredOn(each -> each.at("/deadline/state").asString().equals("LATE"))
                    .extracting(each -> each.get("workingDaysLate").asInt())
                    .containsExactly(4);
            assertThat(hub.as("authority")
                            .get(path + "&violation=LATE_DELIVERY")
                            .json()
                            .get("items"))
                    .isEmpty();
            assertThat(head("report-d").get(path).status()).isEqualTo(403);
        }

        @Test
        void goesIntoAFileInWhichNothingIsAFormula() {
            happened("report-e");

            Answer file = head("report-e").get("/api/v1/reports/liabilities/file?" + MARCH);

            assertThat(file.header("Content-Type").orElseThrow()).startsWith("text/csv");
            List<String> lines = Arrays.asList(file.text().split("\r?\n"));
            assertThat(lines).hasSize(3);
            assertThat(lines.getFirst()).startsWith("\uFEFF情形 violation,部门 department");
            assertThat(lines.get(1))
                    .contains(
                            "LATE_REPLY,report-e,", ",\"Decree 809, Art. 21\",", ",'=1+1,", ",2026-03-02,2026-03-16,");
            assertThat(head("report-e")
                            .get("/api/v1/reports/time-limits/file?" + MARCH)
                            .text())
                    .contains("REPLY_CONDITIONAL,1,1,1,0,0,9.00");
        }
    }
}
