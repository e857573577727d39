package org.exchangehub.core.audit;

import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.stereotype.Component;

/** The access log's way in: what is appended is durable before the call returns. */
@Component
public class AuditLog {

    private final LogEntries entries;
    private final LogWriter writer;
    private final LogStore store;
    private final LogStanding standing;
    private final LongAnswers answers;
    private final AuditSettings settings;

    AuditLog(
            LogEntries entries,
            LogWriter writer,
            LogStore store,
            LogStanding standing,
            LongAnswers answers,
            AuditSettings settings) {
        this.entries = entries;
        this.writer = writer;
        this.store = store;
        this.standing = standing;
        this.answers = answers;
        this.settings = settings;
    }

    /**
     * Appends a fact and waits until it is durable.
     *
     * @throws HubProblem with {@code AUDIT_UNAVAILABLE} when the log cannot take it now: nothing may be released then
     */
    public Evidence append(AuditFact fact) {
        requireStanding();
        return new Evidence(settings.origin(), writer.append(entries.of(fact)));
    }

    /**
     * Announces an answer of which not all is known before its first byte, and waits until that is durable.
     *
     * @param intent what is asked for, under what; its rows, if given, are those expected
     * @throws HubProblem with {@code AUDIT_UNAVAILABLE} when the log cannot take it now: nothing may be released then
     */
    public LongAnswer begin(AuditFact intent) {
        requireStanding();
        return answers.begin(intent);
    }

    private void requireStanding() {
        standing.refusal().ifPresent(reason -> {
            throw new HubProblem(ErrorCode.AUDIT_UNAVAILABLE, reason);
        });
    }

    /** Where the log holds a fact that went through the outbox; empty until it is drained. */
    public Optional<Evidence> evidenceOf(UUID factId) {
        return store.indexOf(factId).map(index -> new Evidence(settings.origin(), index));
    }
}
