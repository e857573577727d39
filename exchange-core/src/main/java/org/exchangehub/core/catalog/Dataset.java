package org.exchangehub.core.catalog;

import java.time.Instant;
import java.util.Map;
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
 * @param entry what the department states about it
 * @param version counts the changes, for If-Match
 * @param submittedBy subject of who handed it in last: may not review it
 */
public record Dataset(
        String code,
        String department,
        State state,
        Entry entry,
        int version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,
        @Nullable Instant publishedAt) {

    /** Where a dataset is in its life. */
    public enum State {
        DRAFT,
        SUBMITTED,
        RETURNED,
        PUBLISHED
    }

    static final Map<State, Set<State>> MOVES = Map.of(
            State.DRAFT, Set.of(State.SUBMITTED),
            State.SUBMITTED, Set.of(State.PUBLISHED, State.RETURNED),
            State.RETURNED, Set.of(State.SUBMITTED),
            State.PUBLISHED, Set.of());

    private static final Set<State> EDITABLE = Set.of(State.DRAFT, State.RETURNED);

    static Dataset draft(String code, String department, Entry entry, Instant now) {
        return new Dataset(code, department, State.DRAFT, entry, 1, now, now, null, null, null);
    }

    /** The resource code as the catalog guide writes it: classification, slash, sequence. */
    public String resourceCode() {
        return code.replace('-', '/');
    }

    public LocalizedText title() {
        LocalizedText title = entry.title();
        return title == null ? new LocalizedText("", "") : title;
    }

    public boolean published() {
        return state == State.PUBLISHED;
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

    Dataset amended(Entry changed, Instant now) {
        if (!EDITABLE.contains(state)) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Dataset " + code + " is " + state + "; its entry can be changed while it is " + State.DRAFT
                            + " or " + State.RETURNED + ".");
        }
        return new Dataset(
                code, department, state, changed, version + 1, createdAt, now, submittedAt, submittedBy, publishedAt);
    }

    Dataset submitted(String subject, Instant now) {
        require(State.SUBMITTED);
        return new Dataset(
                code, department, State.SUBMITTED, entry, version + 1, createdAt, now, now, subject, publishedAt);
    }

    Dataset returned(Instant now) {
        require(State.RETURNED);
        return new Dataset(
                code,
                department,
                State.RETURNED,
                entry,
                version + 1,
                createdAt,
                now,
                submittedAt,
                submittedBy,
                publishedAt);
    }

    Dataset published(Instant now) {
        require(State.PUBLISHED);
        return new Dataset(
                code, department, State.PUBLISHED, entry, version + 1, createdAt, now, submittedAt, submittedBy, now);
    }

    private void require(State next) {
        Set<State> possible = MOVES.getOrDefault(state, Set.of());
        if (!possible.contains(next)) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Dataset " + code + " is " + state + " and cannot become " + next + "; from here it can become "
                            + (possible.isEmpty() ? "nothing else" : possible) + ".");
        }
    }
}
