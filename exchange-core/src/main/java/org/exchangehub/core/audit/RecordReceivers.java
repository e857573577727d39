package org.exchangehub.core.audit;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who received a record, as the access log knows: by its token, or by a range of changes or a release held against history. */
@Component
public class RecordReceivers {

    private static final int PAGE = 500;

    private final Ledger ledger;
    private final JsonMapper json;

    RecordReceivers(Ledger ledger, JsonMapper json) {
        this.ledger = ledger;
        this.json = json;
    }

    /**
     * The grants under which accesses to a record were answered. One that cannot be held against history any more counts: rather
     * somebody too many is told than one too few.
     */
    public Set<UUID> grants(DataSubject.Keyed record) {
        Set<UUID> grants = new TreeSet<>();
        Long after = -1L;
        while (after != null) {
            Ledger.Page page = ledger.of(record, after, PAGE);
            for (Ledger.Access access : page.accesses()) {
                JsonNode leaf = json.readTree(access.leaf());
                String grant = leaf.path("grant").asString("");
                boolean read = Auditable.named(leaf.path("kind").asString(""))
                        .filter(RecordReceivers::gives)
                        .isPresent();
                if (read
                        && !grant.isEmpty()
                        && leaf.path("outcome").asString("").equals(Outcome.ALLOWED.name())) {
                    grants.add(UUID.fromString(grant));
                }
            }
            after = page.next();
        }
        return grants;
    }

    private static boolean gives(Auditable kind) {
        return switch (kind) {
            case RECORD_READ, RECORD_HISTORY_READ, RECORD_VERIFIED, RECORDS_LISTED, RECORDS_EXPORTED, CHANGES_READ ->
                true;
            default -> false;
        };
    }
}
