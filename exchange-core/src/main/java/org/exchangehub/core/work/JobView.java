package org.exchangehub.core.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as its owner sees it.
 *
 * @param done how much is done
 * @param total of how much, once that is known
 * @param result where the result is to be fetched, until it expires
 */
public record JobView(
        UUID id,
        String kind,
        Job.State state,
        long done,
        @Nullable Long total,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        @Nullable JobResultView result) {

    public static JobView of(Job job) {
        return new JobView(
                job.id(),
                job.kind(),
                job.state(),
                job.done(),
                job.total(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.error(),
                JobResultView.of(job));
    }

    /**
     * A result to be fetched.
     *
     * @param sha256 digest of the file, 64 hexadecimal digits
     */
    public record JobResultView(
            String href, String fileName, String mediaType, long bytes, long rows, String sha256, Instant expiresAt) {

        static @Nullable JobResultView of(Job job) {
            Job.Result result = job.state() == Job.State.SUCCEEDED ? job.result() : null;
            return result == null
                    ? null
                    : new JobResultView(
                            "/api/v1/jobs/" + job.id() + "/result",
                            result.fileName(),
                            result.mediaType(),
                            result.bytes(),
                            result.rows(),
                            result.sha256(),
                            result.expiresAt());
        }
    }
}
