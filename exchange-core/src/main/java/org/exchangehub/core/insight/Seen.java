package org.exchangehub.core.insight;

import java.util.Set;
import org.exchangehub.core.audit.LogFeed.Logged;
import org.exchangehub.core.audit.Who;

/** What kind of use an entry tells of. */
final class Seen {

    private static final Set<String> LOOKUPS = Set.of("RECORD_READ", "RECORD_HISTORY_READ", "RECORD_VERIFIED");
    private static final Set<String> LISTS = Set.of(
            "RECORDS_LISTED",
            "RECORDS_EXPORTED",
            "RECORDS_VERIFIED",
            "CHANGES_READ",
            "QUARANTINE_READ",
            "QUARANTINE_EXPORTED");
    private static final Set<String> REVIEWS =
            Set.of("LEDGER_READ", "STATEMENT_ISSUED", "LOG_ENTRY_READ", "LOG_EXPORT_DOWNLOADED");

    /** The client of the hub's own pages. */
    private static final String PAGES = "catalog-ui";

    private Seen() {}

    static boolean lookup(Logged entry) {
        return LOOKUPS.contains(entry.kind());
    }

    /** Data went out, or what somebody else did with it was looked at. */
    static boolean access(Logged entry) {
        return lookup(entry) || LISTS.contains(entry.kind()) || REVIEWS.contains(entry.kind());
    }

    /** Records went out, or the end of a long answer says how many. */
    static boolean release(Logged entry) {
        return lookup(entry) || LISTS.contains(entry.kind()) || entry.kind().equals("ANSWER_ENDED");
    }

    static boolean verification(Logged entry) {
        return entry.kind().equals("RECORD_VERIFIED") || entry.kind().equals("RECORDS_VERIFIED");
    }

    /** Who did it: a client, and behind it the account. */
    static String caller(Who who) {
        return who.client() + "/" + who.subject();
    }

    /** Whether a client is one service's own, and not the pages that all people log in to. */
    static boolean service(String client) {
        return !client.equals(PAGES);
    }
}
