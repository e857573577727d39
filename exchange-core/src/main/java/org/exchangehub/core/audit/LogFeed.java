package org.exchangehub.core.audit;

import java.time.Instant;
import java.util.List;
import org.exchangehub.core.audit.PublishedHistory.Extent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log in its order, for whoever evaluates it as it grows. */
@Component
public class LogFeed {

    private final LogStore store;
    private final JsonMapper json;

    LogFeed(LogStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    /**
     * What an entry says that can be counted; nothing personal.
     *
     * @param kind name of an {@link Auditable}
     * @param who of the end of an answer whose instance died, whoever had asked for it
     * @param rows how many rows were given; 0 when it is not said
     * @param subjects tokens of the persons, enterprises and records it names
     * @param unnamed those it gave without naming them; null when there are none
     * @param result of a verification: MATCH, NO_MATCH or NO_RECORD
     * @param streak of verifications in one answer: how many in a row did not match, at most; 0 when nothing is said
     * @param adjacent how many of the caller's last 32 keys lay beside one another, in steps of 8; 0 when nothing is said
     */
    public record Logged(
            long index,
            Instant at,
            String kind,
            Who who,
            long rows,
            List<String> subjects,
            @Nullable Unnamed unnamed,
            @Nullable String result,
            int streak,
            int adjacent) {

        public Logged {
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * Records that an entry does not name one by one, numbered so that the same ones given again bear the same numbers as far as
     * the entry tells: changes by their place in the dataset's sequence, the others by the list or answer they were part of.
     *
     * @param of what they are numbered within
     */
    public record Unnamed(String of, long first, long count) {}

    /** Entries from an index on, in order and without a gap; fewer than asked for at the end of the log. */
    public List<Logged> from(long first, int most) {
        return store.entries(first, most).stream()
                .map(stored -> logged(stored.index(), json.readTree(stored.entry())))
                .toList();
    }

    /** How many entries the log has. */
    public long size() {
        return store.head().size();
    }

    /** About the first entry that is not from before a moment; the log's size when all are. */
    public long since(Instant moment) {
        return store.firstSince(moment);
    }

    private Logged logged(long index, JsonNode leaf) {
        EntryView entry = EntryView.of(index, leaf, null);
        if ("ENDING".equals(entry.part()) && entry.intent() != null) {
            return ended(entry, entry.intent());
        }
        List<String> subjects = entry.subjects();
        long rows = rows(entry);
        Unnamed unnamed = null;
        if (subjects.size() == 1 && subjects.getFirst().startsWith(LogEntries.DIGEST)) {
            unnamed = new Unnamed(subjects.getFirst(), 0, rows);
            subjects = List.of();
        } else if (rows > 0) {
            unnamed = Extents.of(leaf)
                    .map(extent -> switch (extent) {
                        case Extent.Changes range -> new Unnamed("changes:" + range.dataset(), range.after(), rows);
                        case Extent.Rows all -> new Unnamed("records:" + all.dataset(), 0, rows);
                    })
                    .orElse(null);
        }
        return logged(entry, entry.who(), rows, subjects, unnamed);
    }

    /** The end of a long answer; one of which something was sent, and nobody knows how much, may have sent all that was announced. */
    private Logged ended(EntryView ending, long announced) {
        boolean unknown = Outcome.UNKNOWN.name().equals(ending.outcome());
        EntryView intent = ending.rows() == null || unknown
                ? store.entries(announced, 1).stream()
                        .map(stored -> EntryView.of(stored.index(), json.readTree(stored.entry()), null))
                        .findFirst()
                        .orElse(ending)
                : ending;
        boolean nothing = !unknown && ending.rows() == null && Long.valueOf(0).equals(ending.bytes());
        long rows = nothing ? 0 : rows(intent);
        Who who = unknown ? intent.who() : ending.who();
        return logged(ending, who, rows, List.of(), rows == 0 ? null : new Unnamed("answer:" + announced, 0, rows));
    }

    private static long rows(EntryView entry) {
        return entry.rows() == null ? 0 : entry.rows();
    }

    private static Logged logged(
            EntryView entry, Who who, long rows, List<String> subjects, @Nullable Unnamed unnamed) {
        return new Logged(
                entry.index(),
                entry.at(),
                entry.kind(),
                who,
                rows,
                subjects,
                unnamed,
                entry.details().get("result"),
                number(entry.details().get("streak")),
                number(entry.details().get("adjacent")));
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }
}
