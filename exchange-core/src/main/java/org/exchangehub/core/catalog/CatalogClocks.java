package org.exchangehub.core.catalog;

import static org.exchangehub.core.work.DeadlineKind.CATALOG_REVIEW;
import static org.exchangehub.core.work.DeadlineKind.CATALOG_UPDATE;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.catalog.Change.Cause;
import org.exchangehub.core.identity.Authority;
import org.exchangehub.core.work.Deadline;
import org.exchangehub.core.work.DeadlineKind;
import org.exchangehub.core.work.Deadlines;
import org.exchangehub.core.work.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The clocks of the catalog (Decree 809, Art. 17). A department changes its catalog within ten working days of a change of law or of
 * its duties; the clock stands while the authority has the change. The authority reviews and publishes within two working days of
 * the head's consent, and again from each next consent when it has sent something back.
 */
@Component
class CatalogClocks {

    /** Changes the decree sets a time for. */
    private static final Set<Cause> TIMED = EnumSet.of(Cause.LAW, Cause.DUTIES);

    private final Deadlines deadlines;
    private final Authority authority;
    private final ZoneId zone;

    CatalogClocks(Deadlines deadlines, Authority authority, ZoneId zone) {
        this.deadlines = deadlines;
        this.authority = authority;
        this.zone = zone;
    }

    /**
     * A move has been made, in whose transaction this is.
     *
     * @param change the change it was a move of; null for a first edition
     */
    void moved(Dataset dataset, int edition, @Nullable Change change, Move move, Instant when, Who by) {
        Subject subject = subject(dataset, edition);
        switch (move) {
            case CHANGE_OPENED -> {
                if (change != null && TIMED.contains(change.cause())) {
                    Instant caused = change.causedOn().atStartOfDay(zone).toInstant();
                    deadlines.open(CATALOG_UPDATE, subject, dataset.department(), caused, by);
                }
            }
            case CONSENTED -> {
                deadlines.open(CATALOG_REVIEW, subject, authority.department(), when, by);
                done(deadlines::pause, CATALOG_UPDATE, subject, when, by);
            }
            case REGISTRATION_REFUSED, PUBLICATION_REFUSED -> {
                done(deadlines::meet, CATALOG_REVIEW, subject, when, by);
                done(deadlines::resume, CATALOG_UPDATE, subject, when, by);
            }
            case PUBLISHED -> {
                done(deadlines::meet, CATALOG_REVIEW, subject, when, by);
                done(deadlines::resume, CATALOG_UPDATE, subject, when, by);
                done(deadlines::meet, CATALOG_UPDATE, subject, when, by);
            }
            case DISCARDED -> done(deadlines::cancel, CATALOG_UPDATE, subject, when, by);
            case DRAFTED,
                    AMENDED,
                    SUBMITTED,
                    CONSENT_REFUSED,
                    REGISTRATION_APPROVED,
                    WITHDRAWAL_PROPOSED,
                    WITHDRAWAL_RECALLED,
                    WITHDRAWN -> {}
        }
    }

    /** More time for a change, which the authority consents to (at most five working days, once). */
    void extended(Dataset dataset, int edition, int days, Instant when, Who by) {
        deadlines.extend(CATALOG_UPDATE, subject(dataset, edition), days, when, by);
    }

    /** What can be done to a clock. */
    @FunctionalInterface
    private interface Act {
        Deadline to(DeadlineKind kind, Subject subject, Instant when, Who by);
    }

    /** Where none is open there is none to move: not every change has one, and what was under way before clocks were has none. */
    private void done(Act act, DeadlineKind kind, Subject subject, Instant when, Who by) {
        if (deadlines.last(kind, subject).filter(last -> last.state().open()).isPresent()) {
            act.to(kind, subject, when, by);
        }
    }

    private static Subject subject(Dataset dataset, int edition) {
        return new Subject(
                "dataset-edition", dataset.code() + "/" + edition, dataset.title(), "/datasets/" + dataset.code());
    }
}
