package org.exchangehub.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Outcome;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.tlog.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** There is no search engine here: nobody is at its address. */
@HubTest
class LogExportTest {

    private static final Who SOMEBODY = new Who("4711", "app-test", "market-supervision");
    private static final String EXPORTS = "/api/v1/audit/exports";

    private final HubClient hub;
    private final AuditLog log;
    private final JdbcClient jdbc;
    private final String dataset = UUID.randomUUID().toString();
    private long first;

    LogExportTest(HubClient hub, AuditLog log, @Qualifier("ownerDataSource") DataSource owner) {
        this.hub = hub;
        this.log = log;
        this.jdbc = JdbcClient.create(owner);
    }

    @BeforeEach
    void entries() {
        first = append("证照核发", Outcome.ALLOWED);
        append("=cmd|'/c calc'!A1", Outcome.ALLOWED);
        append("证照核发", Outcome.DENIED);
    }

    private long append(String purpose, Outcome outcome) {
        return log.append(AuditFact.of(Auditable.RECORD_READ, SOMEBODY)
                        .dataset(dataset)
                        .purpose(purpose)
                        .outcome(outcome)
                        .build())
                .index();
    }

    @Test
    void writesLinesWhoseLeavesAreTheLogs() throws IOException {
        JsonNode job = made("\"purpose\": \"照核\"", "NDJSON");

        assertThat(job.at("/result/rows").asLong()).isEqualTo(2);
        List<String> lines = new String(
                        new GZIPInputStream(new ByteArrayInputStream(downloaded(job))).readAllBytes(),
                        StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).hasSize(2);
        JsonNode line = JsonMapper.shared().readTree(lines.getFirst());
        assertThat(line.path("index").asLong()).isEqualTo(first);
        byte[] leaf = lines.getFirst()
                .substring(
                        lines.getFirst().indexOf("\"entry\":") + 8,
                        lines.getFirst().length() - 1)
                .getBytes(StandardCharsets.UTF_8);
        assertThat(line.path("leafHash").asString())
                .isEqualTo(Hash.ofLeaf(leaf).base64())
                .isEqualTo(leafHash(first));
    }

    @Test
    void writesRowsThatNoSpreadsheetTakesForFormulas() {
        String csv = new String(downloaded(made("\"outcome\": \"ALLOWED\"", "CSV")), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFFindex,at,kind,outcome,");
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains(",'=cmd").contains("证照核发").doesNotContain("DENIED");
    }

    @Test
    void isInTheLogWhenAskedForWhenMadeAndWhenTakenAway() {
        JsonNode job = made("\"from\": \"2020-01-01\"", "CSV");
        downloaded(job);

        List<String> kinds = jdbc.sql("select convert_from(entry, 'UTF8')::jsonb->>'kind' from hub.log_entry"
                        + " where convert_from(entry, 'UTF8') like ? order by index")
                .param("%" + dataset + "%LOG_EXPORT%")
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(kinds).containsExactly("LOG_EXPORT_REQUESTED", "LOG_EXPORTED", "LOG_EXPORT_DOWNLOADED");
    }

    @Test
    void isForAuditorsWithAFilterThatCanBeUnderstood() {
        assertThat(hub.as("market-steward").post(EXPORTS, body("", "CSV")).status())
                .isEqualTo(403);

        var refused = hub.as("audit-admin").post(EXPORTS, body("\"from\": \"gestern\"", "CSV"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/found").asString()).isEqualTo("gestern");
    }

    @Test
    void isMadeOnceForOneKey() {
        String key = UUID.randomUUID().toString();
        var once = hub.as("audit-admin").header("Idempotency-Key", key).post(EXPORTS, body("", "CSV"));
        var twice = hub.as("audit-admin").header("Idempotency-Key", key).post(EXPORTS, body("", "CSV"));
        var other = hub.as("audit-admin").header("Idempotency-Key", key).post(EXPORTS, body("", "NDJSON"));

        assertThat(twice.header("Location")).isEqualTo(once.header("Location"));
        assertThat(other.json().path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        ended(once.header("Location").orElseThrow());
    }

    private String body(String filter, String format) {
        String more = filter.isEmpty() ? "" : ", " + filter;
        return "{\"filter\": {\"dataset\": \"" + dataset + "\"" + more + "}, \"format\": \"" + format + "\"}";
    }

    private JsonNode made(String filter, String format) {
        var accepted = hub.as("audit-admin").post(EXPORTS, body(filter, format));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        assertThat(accepted.header("Hub-Evidence")).isPresent();
        JsonNode job = ended(accepted.header("Location").orElseThrow());
        assertThat(job.path("state").asString()).isEqualTo("SUCCEEDED");
        return job;
    }

    private JsonNode ended(String location) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> hub.as("audit-admin").get(location).json(), job -> job.has("finishedAt"));
    }

    private byte[] downloaded(JsonNode job) {
        var answer = hub.as("audit-admin").get(job.at("/result/href").asString());
        assertThat(answer.status()).isEqualTo(200);
        return answer.bytes();
    }

    private String leafHash(long index) {
        return Base64.getEncoder()
                .encodeToString(jdbc.sql("select leaf_hash from hub.log_entry where index = ?")
                        .param(index)
                        .query(byte[].class)
                        .single());
    }
}
