package org.exchangehub.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a citizen is given who asks who looked at their data. */
@HubTest
class StatementTest {

    private static final Who SOMEBODY = new Who("4712", "app-statement", "market-supervision");
    private static final String CITIZEN = "340202199001010034";

    private final HubClient hub;
    private final SubjectTokens tokens;
    private final LogWriter writer;
    private final LogSigner signer;
    private final Ledger ledger;
    private final JdbcClient owner;

    StatementTest(
            HubClient hub,
            SubjectTokens tokens,
            LogWriter writer,
            LogSigner signer,
            Ledger ledger,
            @Qualifier("ownerDataSource") DataSource owner) {
        this.owner = JdbcClient.create(owner);
        this.hub = hub;
        this.tokens = tokens;
        this.writer = writer;
        this.signer = signer;
        this.ledger = ledger;
    }

    private long accessed(String citizen, String at) {
        LogEntries entries = new LogEntries(tokens, Clock.fixed(Instant.parse(at), ZoneOffset.UTC));
        return writer.append(entries.of(AuditFact.of(Auditable.RECORD_READ, SOMEBODY)
                .dataset("301001-000851")
                .purpose("<b>licence</b>")
                .subject(citizen)
                .build()));
    }

    @Test
    void namesTheSubjectByAnotherTokenInEveryYearAndTheLedgerFindsThemAll() {
        String citizen = "34020219900101005X";
        long last = accessed(citizen, "2025-12-31T23:59:59.999Z");
        long first = accessed(citizen, "2026-01-01T00:00:00Z");

        Ledger.Page page = ledger.of(new DataSubject.Person(citizen), -1, 10);

        assertThat(page.accesses()).extracting(Ledger.Access::index).containsExactly(last, first);
        assertThat(page.tokens())
                .anyMatch(token -> token.startsWith("2025:"))
                .anyMatch(token -> token.startsWith("2026:"));
        assertThat(tokens.of(List.of(citizen), Instant.parse("2025-12-31T23:59:59.999Z")))
                .isNotEqualTo(tokens.of(List.of(citizen), Instant.parse("2026-01-01T00:00:00Z")));
    }

    /** What a row of the index costs nobody to forge, for no signature covers it. */
    @Test
    void leavesOutWhatTheIndexListsAndTheEntryDoesNotHold() {
        String citizen = "340202199001010077";
        long own = accessed(citizen, "2026-03-01T00:00:00Z");
        long others = accessed("340202199001010093", "2026-03-01T00:00:01Z");
        String token = tokens.of(List.of(citizen), Instant.parse("2026-03-01T00:00:00Z"))
                .getFirst();
        owner.sql("insert into hub.log_subject (token, index) values (?, ?)")
                .param(token)
                .param(others)
                .update();

        assertThat(ledger.of(new DataSubject.Person(citizen), -1, 10).accesses())
                .extracting(Ledger.Access::index)
                .containsExactly(own);
    }

    /** Two departments' answers with the same people in another order must commit to the same. */
    @Test
    void holdsTokensInAnOrderThatSaysNothingOfTheRows() {
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        List<String> people = List.of("340202199001010077", "340202199001010093", "34020219900101005X");

        assertThat(tokens.of(people, now)).isSorted().isEqualTo(tokens.of(people.reversed(), now));
    }

    /** More tokens than have room in a leaf: the index says who, the leaf holds the digest anybody can work out from all. */
    @Test
    void saysWhenTheEntryHoldsOnlyADigestOfTheTokens() {
        String citizen = "340202199001010114";
        List<String> many = new ArrayList<>(List.of(citizen));
        for (int i = 0; i < 3_000; i++) {
            many.add("crowd-" + i);
        }
        LogEntries entries = new LogEntries(tokens, Clock.fixed(Instant.parse("2026-03-02T00:00:00Z"), ZoneOffset.UTC));
        long index = writer.append(entries.of(AuditFact.of(Auditable.RECORDS_LISTED, SOMEBODY)
                .dataset("301001-000851")
                .subjects(many)
                .build()));

        List<Ledger.Access> accesses =
                ledger.of(new DataSubject.Person(citizen), -1, 10).accesses();

        assertThat(accesses).extracting(Ledger.Access::index).containsExactly(index);
        assertThat(accesses.getFirst().found()).isEqualTo(Ledger.Found.INDEXED);
    }

    @Test
    void isVerifiedOfflineWithTheLogsKeyAloneAndRefusedWhenAnEntryIsChanged() {
        accessed(CITIZEN, "2026-02-01T00:00:00Z");
        accessed(CITIZEN, "2026-02-02T00:00:00Z");
        JsonNode given = statement("").json();
        List<Statement.Entry> entries = new ArrayList<>();
        for (JsonNode entry : given.path("entries")) {
            List<Hash> proof = new ArrayList<>();
            entry.path("proof").forEach(hash -> proof.add(Hash.ofBase64(hash.asString())));
            entries.add(new Statement.Entry(
                    entry.path("index").asLong(),
                    Base64.getDecoder().decode(entry.path("entry").asString()),
                    proof));
        }
        String checkpoint = given.path("checkpoint").asString();

        assertThat(entries).hasSizeGreaterThanOrEqualTo(2);
        assertThat(new Statement(checkpoint, entries).verify(signer.key()).size())
                .isGreaterThan(entries.getLast().index());
        Statement.Entry first = entries.getFirst();
        byte[] changed = first.bytes();
        changed[10] ^= 1;
        entries.set(0, new Statement.Entry(first.index(), changed, first.proof()));
        assertThatThrownBy(() -> new Statement(checkpoint, entries).verify(signer.key()))
                .isInstanceOf(LogRefused.class)
                .hasMessageContaining("entry " + first.index());
    }

    @Test
    void isReadInChineseAndEnglishWithoutTheNumberAndWithNothingAnyoneWroteAsMarkup() {
        accessed(CITIZEN, "2026-02-03T00:00:00Z");

        Answer page = statement("?as=HTML");

        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.text())
                .contains("数据访问说明", "Data access statement", "&lt;b&gt;licence", "app-statement")
                .doesNotContain("<b>licence", CITIZEN);
    }

    private Answer statement(String query) {
        Answer answer = hub.as("audit-admin")
                .post(
                        "/api/v1/audit/statements" + query,
                        "{\"kind\": \"PERSON\", \"identifier\": \"%s\"}".formatted(CITIZEN));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Hub-Evidence")).isPresent();
        return answer;
    }
}
