package org.exchangehub.core.flow;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Where a dataset's records come from: a table, a folder or an API of its department, pulled by one NiFi flow that works with
 * one client of its own and can write this dataset's batches only.
 *
 * @param code unique in the hub, lower-case letters, digits and hyphens, 3–40 characters
 * @param settings what the flow needs to know, without secrets: those pass through to NiFi and are not kept
 * @param mapping the mapping from the source's columns to the standard, as JSON text
 * @param processGroup NiFi's id of the flow; null until it is made
 * @param queued FlowFiles waiting inside the flow when it was last watched
 * @param lastError what is wrong, as a sentence for the steward; null when nothing is
 * @param version counts the changes of this source, for If-Match
 */
public record Source(
        String code,
        String dataset,
        String department,
        String titleZh,
        String titleEn,
        Mode mode,
        SourceSettings settings,
        String mapping,
        State state,
        @Nullable String processGroup,
        long queued,
        @Nullable LocalizedText lastError,
        Instant createdAt,
        int version) {

    /** How a batch of this source changes the dataset. */
    public enum Mode {
        /** Records of a batch are added or replace those with the same key. */
        UPSERT,
        /** A batch is the whole dataset: what it lacks is deleted. */
        SNAPSHOT
    }

    /** Where a source is in its life. */
    public enum State {
        PROVISIONING,
        RUNNING,
        STOPPED,
        FAILED,
        DELETING
    }

    private static final Map<State, Set<State>> MOVES = new EnumMap<>(Map.of(
            State.PROVISIONING, Set.of(State.PROVISIONING, State.RUNNING, State.FAILED, State.DELETING),
            State.RUNNING, Set.of(State.STOPPED, State.FAILED, State.PROVISIONING, State.DELETING),
            State.STOPPED, Set.of(State.RUNNING, State.FAILED, State.PROVISIONING, State.DELETING),
            State.FAILED, Set.of(State.PROVISIONING, State.DELETING),
            State.DELETING, Set.of()));

    /** The Keycloak client this source's flow works with; also the name of its NiFi process group. */
    public String client() {
        return clientOf(code);
    }

    /** Whether somebody has just begun to make or remove its flow. */
    boolean underWay() {
        return state == State.DELETING || (state == State.PROVISIONING && lastError == null);
    }

    /** Whether provisioning needs a secret that the hub does not keep. */
    boolean needsSecret() {
        return settings.needsSecret();
    }

    static String clientOf(String code) {
        return "source-" + code;
    }

    Source provisioned(String group) {
        return moved(State.RUNNING, group, null);
    }

    /** The same source described anew, its flow still to be brought in line. */
    Source amended(SourceDraft draft) {
        if (draft.settings().kind() != settings.kind()) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Source " + code + " is a " + settings.kind() + "; register another source for a "
                            + draft.settings().kind());
        }
        Source next = moved(State.PROVISIONING, processGroup, null);
        return new Source(
                code,
                dataset,
                department,
                draft.titleZh(),
                draft.titleEn(),
                draft.mode(),
                draft.settings(),
                draft.mapping(),
                next.state,
                processGroup,
                queued,
                null,
                createdAt,
                version);
    }

    /** To be provisioned (again) without anybody's help, as soon as what hinders it is gone. */
    Source waiting(@Nullable LocalizedText sentence) {
        return moved(State.PROVISIONING, processGroup, sentence);
    }

    Source started() {
        return moved(State.RUNNING, processGroup, null);
    }

    Source stopped() {
        return moved(State.STOPPED, processGroup, null);
    }

    Source failed(LocalizedText sentence) {
        return moved(State.FAILED, processGroup, sentence);
    }

    Source deleting() {
        return moved(State.DELETING, processGroup, null);
    }

    private Source moved(State next, @Nullable String group, @Nullable LocalizedText error) {
        if (!MOVES.getOrDefault(state, Set.of()).contains(next)) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Source " + code + " is " + state + " and cannot become " + next + "; from here it can become "
                            + MOVES.getOrDefault(state, Set.of()));
        }
        return new Source(
                code,
                dataset,
                department,
                titleZh,
                titleEn,
                mode,
                settings,
                mapping,
                next,
                group,
                queued,
                error,
                createdAt,
                version);
    }
}
