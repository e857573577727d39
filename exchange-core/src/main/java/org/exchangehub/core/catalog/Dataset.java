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
        return change == null ? with(stays, changed, now) : with(change.amended(changed), now);
    }

    /** Begins the next edition of a dataset in force. */
    Dataset changeOpened(Change opened, Instant now) {
        if (state != State.PUBLISHED || change != null) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    named() + " is " + state + (change == null ? "" : " with change " + change.edition() + " under way")
                            + "; a change is opened of a " + State.PUBLISHED + " one without.");
        }
        return with(opened, now);
    }

    Dataset submitted(String subject, Instant now) {
        State next = Move.SUBMITTED.from(working(), named());
        return change == null
                ? new Dataset(
                        code,
                        department,
                        next,
                        entry,
                        edition,
                        version + 1,
                        createdAt,
                        now,
                        now,
                        subject,
                        publishedAt,
                        null,
                        withdrawal)
                : with(change.submitted(subject, now), now);
    }

    /** Moves what is being worked on by a decision of the table that leads it neither into force nor to its end. */
    Dataset decided(Move move, Instant now) {
        State next = move.from(working(), named());
        return change == null ? with(next, entry, now) : with(change.in(next), now);
    }

    /** The same, what is being worked on at another level. */
    Dataset classified(@Nullable Integer level) {
        Entry said = workingEntry().classified(level);
        return new Dataset(
                code,
                department,
                state,
                change == null ? said : entry,
                edition,
                version,
                createdAt,
                updatedAt,
                submittedAt,
                submittedBy,
                publishedAt,
                change == null ? null : change.amended(said),
                withdrawal);
    }

    /** What is being worked on comes into force. */
    Dataset published(Instant now) {
        State next = Move.PUBLISHED.from(working(), named());
        return new Dataset(
                code,
                department,
                next,
                workingEntry(),
                workingEdition(),
                version + 1,
                createdAt,
                now,
                submittedAt,
                submittedBy,
                publishedAt == null ? now : publishedAt,
                null,
                withdrawal);
    }

    /** What is being worked on is given up; of a dataset in force that stays as it is. */
    Dataset discarded(Instant now) {
        State next = Move.DISCARDED.from(working(), named());
        return change == null ? with(next, entry, now) : with((Change) null, now);
    }

    /** Moves the dataset itself towards its end or back. */
    Dataset ending(Move move, Withdrawal said, Instant now) {
        if (change != null) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    named() + " has change " + change.edition() + " under way; discard it before the dataset ends.");
        }
        State next = move.from(state, named());
        return new Dataset(
                code,
                department,
                next,
                entry,
                edition,
                version + 1,
                createdAt,
                now,
                submittedAt,
                submittedBy,
                publishedAt,
                null,
                next == State.PUBLISHED ? null : said);
    }

    private String named() {
        return "Dataset " + code;
    }

    private Dataset with(State next, Entry said, Instant now) {
        return new Dataset(
                code,
                department,
                next,
                said,
                edition,
                version + 1,
                createdAt,
                now,
                submittedAt,
                submittedBy,
                publishedAt,
                change,
                withdrawal);
    }

    private Dataset with(@Nullable Change next, Instant now) {
        return new Dataset(
                code,
                department,
                state,
                entry,
                edition,
                version + 1,
                createdAt,
                now,
                submittedAt,
                submittedBy,
                publishedAt,
                next,
                withdrawal);
    }
}
