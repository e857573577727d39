package org.exchangehub.core.catalog;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A dataset of a department as the catalog knows it.
 *
 * @param code its address: the resource code with a hyphen, such as {@code 207001-000001}; never used twice
 * @param department code of the department that provides it
 * @param entry what the department states about it: the edition in force, or before the first is published the one
 *     being compiled
 * @param edition number of that edition, from 1
 * @param version counts the changes, for If-Match
 * @param submittedBy subject of who handed the first edition in last
 * @param publishedAt when the first edition was published
 * @param change the next edition on its way
 * @param withdrawal the proposal to end it, or how it ended
 */
public record Dataset(
        String code,
        String department,
        State state,
        Entry entry,
        int edition,
        int version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,
        @Nullable Instant publishedAt,
        @Nullable Change change,
        @Nullable Withdrawal withdrawal) {

    /** Where a dataset, or the change of one, is in its life; {@link Move} is the table of what leads where. */
    public enum State {
        /** The steward writes. */
        DRAFT,
        /** Handed in: waits for the consent of the department's head (Art. 13). */
        SUBMITTED,
        /** The department stands by it: waits for the authority's review for registration. */
        CONSENTED,
        /** Registered: waits for the authority's review for publication. */
        REGISTERED,
        /** Sent back with reasons. */
        RETURNED,
        /** In force, everybody sees it. */
        PUBLISHED,
        /** In force, but its end is announced. */
        WITHDRAWING,
        /** Ended; its code is never given again. */
        WITHDRAWN,
        /** Never became anything; its code is never given again. */
        DISCARDED
    }

    private static final Set<State> IN_FORCE = EnumSet.of(State.PUBLISHED, State.WITHDRAWING);

    static Dataset draft(String code, String department, Entry entry, Instant now) {
        return new Dataset(code, department, State.DRAFT, entry, 1, 1, now, now, null, null, null, null, null);
    }

    /** The resource code as the catalog guide writes it: classification, slash, sequence. */
    public String resourceCode() {
        return code.replace('-', '/');
    }

    public LocalizedText title() {
        LocalizedText title = entry.title();
        return title == null ? new LocalizedText("", "") : title;
    }

    /** Whether it is in force: data may come in and be given out. */
    public boolean published() {
        return IN_FORCE.contains(state);
    }

    /** To whom it may be given; a draft that does not say so yet is given to none. */
    public ShareAttribute shareAttribute() {
        ShareAttribute attribute = entry.shareAttribute();
        return attribute == null ? ShareAttribute.REFUSED : attribute;
    }

    /** The law's ways in which it is shared. */
    public Set<ShareMode> shareModes() {
        Set<ShareMode> modes = entry.shareModes();
        return modes == null ? Set.of() : modes;
    }

    /** To whom one of its fields may be given: an item only tightens what the dataset says. */
    public ShareAttribute shareAttribute(String field) {
        return sharing(field).attribute();
    }

    /** The same, with what the entry states about it. */
    public FieldSharing sharing(String field) {
        return FieldSharing.of(entry, shareAttribute(), field);
    }

    /** The state of what is being worked on: of the change if there is one. */
    State working() {
        return change == null ? state : change.state();
    }

    /** What is being worked on: the change's entry if there is one. */
    Entry workingEntry() {
        return change == null ? entry : change.entry();
    }

    /** Number of the edition being worked on. */
    int workingEdition() {
        return change == null ? edition : change.edition();
    }

    /** Rewrites what is being worked on. */
    Dataset amended(Entry changed, Instant now) {
        State stays = Move.AMENDED.from(working(), named());
        return change == null
                ? after().in(stays).stating(changed, edition).at(now)
                : after().changing(change.amended(changed)).at(now);
    }

    /** Begins the next edition of a dataset in force. */
    Dataset changeOpened(Change opened, Instant now) {
        if (state != State.PUBLISHED || change != null) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    named() + " is " + state + (change == null ? "" : " with change " + change.edition() + " under way")
                            + "; a change is opened of a " + State.PUBLISHED + " one without.");
        }
        return after().changing(opened).at(now);
    }

    Dataset submitted(String subject, Instant now) {
        State next = Move.SUBMITTED.from(working(), named());
        return change == null
                ? after().in(next).handedIn(subject, now).at(now)
                : after().changing(change.submitted(subject, now)).at(now);
    }

    /** Moves what is being worked on by a decision of the table that leads it neither into force nor to its end. */
    Dataset decided(Move move, Instant now) {
        State next = move.from(working(), named());
        return change == null
                ? after().in(next).at(now)
                : after().changing(change.in(next)).at(now);
    }

    /** The same, what is being worked on at another level. */
    Dataset classified(@Nullable Integer level) {
        Entry said = workingEntry().classified(level);
        return change == null
                ? after().stating(said, edition).asItIs()
                : after().changing(change.amended(said)).asItIs();
    }

    /** What is being worked on comes into force. */
    Dataset published(Instant now) {
        State next = Move.PUBLISHED.from(working(), named());
        return after().in(next)
                .stating(workingEntry(), workingEdition())
                .changing(null)
                .inForceFrom(now)
                .at(now);
    }

    /** What is being worked on is given up; of a dataset in force that stays as it is. */
    Dataset discarded(Instant now) {
        State next = Move.DISCARDED.from(working(), named());
        return change == null
                ? after().in(next).at(now)
                : after().changing(null).at(now);
    }

    /** Moves the dataset itself towards its end or back. */
    Dataset ending(Move move, Withdrawal said, Instant now) {
        if (change != null) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    named() + " has change " + change.edition() + " under way; discard it before the dataset ends.");
        }
        State next = move.from(state, named());
        return after().in(next).ending(next == State.PUBLISHED ? null : said).at(now);
    }

    private String named() {
        return "Dataset " + code;
    }

    private After after() {
        return new After(this);
    }

    /** A dataset as it is after a step: what the step says, and all else as before. */
    private static final class After {

        private final Dataset before;
        private State state;
        private Entry entry;
        private int edition;
        private @Nullable Instant submittedAt;
        private @Nullable String submittedBy;
        private @Nullable Instant publishedAt;
        private @Nullable Change change;
        private @Nullable Withdrawal withdrawal;

        After(Dataset before) {
            this.before = before;
            this.state = before.state;
            this.entry = before.entry;
            this.edition = before.edition;
            this.submittedAt = before.submittedAt;
            this.submittedBy = before.submittedBy;
            this.publishedAt = before.publishedAt;
            this.change = before.change;
            this.withdrawal = before.withdrawal;
        }

        After in(State next) {
            this.state = next;
            return this;
        }

        After stating(Entry said, int number) {
            this.entry = said;
            this.edition = number;
            return this;
        }

        After handedIn(String subject, Instant now) {
            this.submittedAt = now;
            this.submittedBy = subject;
            return this;
        }

        /** Of the first edition only; later ones do not move the day. */
        After inForceFrom(Instant now) {
            this.publishedAt = publishedAt == null ? now : publishedAt;
            return this;
        }

        After changing(@Nullable Change next) {
            this.change = next;
            return this;
        }

        After ending(@Nullable Withdrawal said) {
            this.withdrawal = said;
            return this;
        }

        /** One version on. */
        Dataset at(Instant now) {
            return made(before.version + 1, now);
        }

        /** Not a step of its own: the version stays. */
        Dataset asItIs() {
            return made(before.version, before.updatedAt);
        }

        private Dataset made(int version, Instant updatedAt) {
            return new Dataset(
                    before.code,
                    before.department,
                    state,
                    entry,
                    edition,
                    version,
                    before.createdAt,
                    updatedAt,
                    submittedAt,
                    submittedBy,
                    publishedAt,
                    change,
                    withdrawal);
        }
    }
}
