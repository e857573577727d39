package org.exchangehub.core.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exchangehub.core.audit.Ledger.Access;
import org.exchangehub.core.audit.Ledger.Evaluated;
import org.exchangehub.core.audit.Ledger.Found;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.ProofBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes statements: accesses with the bytes the log holds of them and the proofs that it holds them. */
@Component
class Statements {

    private final Receipts receipts;
    private final Witnesses witnesses;
    private final LogStore store;
    private final AuditSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    Statements(
            Receipts receipts,
            Witnesses witnesses,
            LogStore store,
            AuditSettings settings,
            JsonMapper json,
            Clock clock) {
        this.receipts = receipts;
        this.witnesses = witnesses;
        this.store = store;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What somebody is given who asked who looked at their data; docs/data-subject-statements.md.
     *
     * @param tokens by which the log names the subject
     * @param checkpoint signed note all proofs lead to
     * @param next index of the entry this part ends with, when there are more; null when it is the last part
     */
    record SubjectStatement(
            String format,
            String origin,
            Instant madeAt,
            List<String> tokens,
            String checkpoint,
            List<StatementEntry> entries,
            @Nullable Long next) {}

    /**
     * One access.
     *
     * @param entry base64 of the leaf's bytes
     * @param proof inclusion proof (RFC 6962), hashes in base64 from the leaf upwards
     * @param readable the leaf as people read it, without the tokens of others
     */
    record StatementEntry(
            long index,
            String entry,
            List<String> proof,
            Found found,
            @Nullable Evaluated evaluated,
            EntryView readable) {}

    SubjectStatement of(Ledger.Page page) {
        String note = page.accesses().isEmpty()
                ? newest()
                : covering(page.accesses().getLast().index());
        long size = Checkpoint.unverified(note).size();
        ProofBuilder proofs = new ProofBuilder(store, size);
        List<StatementEntry> entries = page.accesses().stream()
                .map(access -> entry(access, proofs.inclusion(access.index(), size)))
                .toList();
        return new SubjectStatement(
                "exchange-hub/data-subject-statement/v1",
                settings.origin(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                page.tokens(),
                note,
                entries,
                page.next());
    }

    private StatementEntry entry(Access access, List<Hash> proof) {
        Map<String, Object> leaf = new TreeMap<>();
        json.readTree(access.leaf()).properties().forEach(each -> leaf.put(each.getKey(), each.getValue()));
        leaf.remove("subjects");
        return new StatementEntry(
                access.index(),
                Base64.getEncoder().encodeToString(access.leaf()),
                proof.stream()
                        .map(hash -> Base64.getEncoder().encodeToString(hash.bytes()))
                        .toList(),
                access.found(),
                access.evaluated(),
                EntryView.of(access.index(), json.valueToTree(leaf), null));
    }

    private String newest() {
        return witnesses.newest().map(Witnesses.Witnessed::note).orElseThrow(Statements::uncovered);
    }

    private String covering(long index) {
        receipts.of(index);
        return witnesses.covering(index).map(Witnesses.Witnessed::note).orElseThrow(Statements::uncovered);
    }

    private static HubProblem uncovered() {
        return new HubProblem(ErrorCode.AUDIT_UNAVAILABLE, "No signed checkpoint covers these entries yet.");
    }
}
