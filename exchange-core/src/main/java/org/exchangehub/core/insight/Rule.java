package org.exchangehub.core.insight;

import org.exchangehub.core.audit.LogFeed.Logged;
import org.exchangehub.core.insight.Tally.Window;
import org.jspecify.annotations.Nullable;

/**
 * What counts as unusual.
 *
 * @param version counts the changes, for If-Match
 */
record Rule(String id, Kind kind, boolean enabled, Terms terms, long version) {

    /** What a rule looks at; which terms it needs besides a threshold. */
    enum Kind {
        /** What goes out within an hour, against the caller's own hours before. */
        VOLUME,
        /** Verifications in a row that did not match. */
        VERIFY_STREAK,
        /** Accesses of people outside their hours. */
        OFF_HOURS,
        /** Look-ups of single records, many of which find nothing, or whose keys lie side by side. */
        ENUMERATION,
        /** Denials to a known caller. */
        DENIAL_BURST
    }

    /** What a volume is measured by. */
    enum Measure {
        /** Answers. */
        ACCESSES,
        /** Different persons, enterprises and records in them. */
        SUBJECTS
    }

    /** A caller walks when half of its last 32 keys lay beside one another. */
    private static final int WALKS = 16;

    int threshold() {
        return terms.threshold() == null ? Integer.MAX_VALUE : terms.threshold();
    }

    /** Slots a count goes back, the present one among them. */
    int slots() {
        return kind == Kind.VOLUME || terms.windowMinutes() == null ? 1 : terms.windowMinutes();
    }

    /** Slots that are kept. */
    int kept() {
        return kind == Kind.VOLUME && terms.historyHours() != null ? terms.historyHours() : slots();
    }

    /** The slot of an entry: a minute, of volume an hour. */
    long slot(Logged entry) {
        return slot(entry.at().getEpochSecond());
    }

    /** The slot of a moment, in seconds since 1970. */
    long slot(long second) {
        return Math.floorDiv(second, kind == Kind.VOLUME ? 3_600 : 60);
    }

    boolean countsSubjects() {
        return kind == Kind.VOLUME && terms.measure() == Measure.SUBJECTS;
    }

    /** Whether the entry is something to this rule. */
    boolean counts(Logged entry) {
        boolean looked =
                switch (kind) {
                    case VOLUME ->
                        countsSubjects()
                                ? Seen.release(entry) && (!entry.subjects().isEmpty() || entry.unnamed() != null)
                                : Seen.access(entry);
                    case VERIFY_STREAK -> Seen.verification(entry);
                    case OFF_HOURS -> Seen.access(entry) && terms.outside(entry);
                    case ENUMERATION -> Seen.lookup(entry);
                    case DENIAL_BURST -> entry.kind().equals("ACCESS_DENIED");
                };
        return looked && !terms.exempts(entry.who());
    }

    /** Whether the entry ends what was counted before it. */
    boolean ends(Logged entry) {
        return kind == Kind.VERIFY_STREAK && !missed(entry);
    }

    /** For how many an entry stands: verifications made together, for those in a row that did not match. */
    long weight(Logged entry) {
        return kind == Kind.VERIFY_STREAK ? Math.max(1, entry.streak()) : 1;
    }

    /** Whether what counts also missed: a look-up that found nothing, a claim that did not match. */
    boolean missed(Logged entry) {
        return kind == Kind.VERIFY_STREAK
                ? !"MATCH".equals(entry.result()) || entry.streak() >= threshold()
                : entry.rows() == 0;
    }

    /** Whether the entry is a step of a walk through keys that lie side by side. */
    boolean near(Logged entry) {
        return entry.adjacent() >= WALKS;
    }

    /** @param limit of a volume that has reached the threshold; null otherwise */
    boolean unusual(Window window, @Nullable Long limit) {
        return switch (kind) {
            case VERIFY_STREAK, OFF_HOURS, DENIAL_BURST -> window.counted() >= threshold();
            case ENUMERATION ->
                window.near() >= threshold()
                        || (window.counted() >= threshold()
                                && terms.share() != null
                                && window.missed() >= terms.share() * window.counted());
            case VOLUME -> limit != null && window.counted() > limit;
        };
    }
}
