package org.exchangehub.core.work;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Evidence;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes jobs in and tells their owners of them. */
@Component
public class Jobs {

    private static final int MOST_LISTED = 50;

    private final JobRepository repository;
    private final KnownKinds kinds;
    private final Results results;
    private final AuditLog log;
    private final WorkSettings settings;

    Jobs(JobRepository repository, KnownKinds kinds, Results results, AuditLog log, WorkSettings settings) {
        this.repository = repository;
        this.kinds = kinds;
        this.results = results;
        this.log = log;
        this.settings = settings;
    }

    /**
     * The job this owner has asked for under this key before.
     *
     * @param same whether the same was asked for then, by the job's parameters
     * @throws HubProblem {@code IDEMPOTENCY_KEY_REUSED} when it was something else
     */
    public Optional<Job> again(JobKind kind, Who owner, @Nullable String key, Predicate<String> same) {
        Optional<Job> former = key == null ? Optional.empty() : repository.find(kind.name(), owner.subject(), key);
        former.filter(job -> !same.test(job.parameters())).ifPresent(other -> {
            throw new HubProblem(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "Something else was asked for under this key.",
                    List.of(new FieldError("Idempotency-Key", "a key of its own for every request", key)));
        });
        return former;
    }

    /** Refuses with {@code QUOTA_EXCEEDED} an owner who waits for enough already. */
    public void requireRoom(Who owner) {
        int open = repository.open(owner.subject());
        if (open >= settings.openPerOwner()) {
            throw new HubProblem(
                    ErrorCode.QUOTA_EXCEEDED,
                    "Expected at most " + settings.openPerOwner() + " jobs waiting or running, found " + open
                            + "; wait for one, or cancel it.");
        }
    }

    /** Takes a job in; whichever instance is free works on it. Asked for twice under one key it is one job. */
    public Job submit(JobKind kind, Who owner, String parameters, @Nullable String key) {
        return repository
                .add(kinds.known(kind.name()).name(), owner, parameters, key)
                .flatMap(repository::find)
                .or(() -> again(kind, owner, key, former -> true))
                .orElseThrow();
    }

    /** An owner's newest jobs, at most 50. */
    List<Job> of(Who owner) {
        return repository.of(owner.subject(), MOST_LISTED);
    }

    /** A job of this owner's; others are told that there is none. */
    Job of(Who owner, UUID id) {
        return repository
                .find(id)
                .filter(job -> job.owner().subject().equals(owner.subject()))
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "You have no job " + id + "."));
    }

    /** Calls a job off, or throws its result away. */
    void drop(Job job) {
        if (!repository.cancel(job.id())) {
            repository.expire(job.id());
            results.remove(job.id(), repository.fence(job.id()));
        }
    }

    /** A result on its way to its owner, and the log's word for it. */
    record Handed(Job.Result result, Path file, Evidence evidence) {}

    /** The result, if it may still be given out and once the log knows that it is. */
    Handed hand(Job job, Caller to) {
        Job.Result result = job.result();
        Path file = results.file(job.id(), repository.fence(job.id()));
        if (job.state() != Job.State.SUCCEEDED
                || result == null
                || !file.toFile().isFile()) {
            throw new HubProblem(
                    ErrorCode.NOT_FOUND, "Expected a job that has a result, found one that is " + job.state() + ".");
        }
        Evidence evidence = log.append(kinds.known(job.kind()).handedOut(job, result, to));
        return new Handed(result, file, evidence);
    }
}
