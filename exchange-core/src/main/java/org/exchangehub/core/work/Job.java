package org.exchangehub.core.work;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.exchangehub.core.audit.Who;
import org.jspecify.annotations.Nullable;

/**
 * Long work that somebody asked for.
 *
 * @param kind name of the {@link JobKind} that does it
 * @param owner who asked for it, and alone sees it
 * @param parameters JSON, as the kind wrote it
 * @param cancelled whether its owner has called it off; until whoever works on it notices, it is still {@link State#RUNNING}
 * @param done how much is done, in whatever the kind counts
 * @param total of how much; null while that is not known
 * @param error why it failed
 * @param result what came of it, once it has succeeded
 */
public record Job(
        UUID id,
        String kind,
        Who owner,
        String parameters,
        State state,
        boolean cancelled,
        long done,
        @Nullable Long total,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Result result) {

    /** Where a job stands. */
    public enum State {
        /** Nobody works on it yet. */
        WAITING,
        RUNNING,
        /** There is a result to be fetched. */
        SUCCEEDED,
        FAILED,
        /** Its owner has called it off. */
        CANCELLED,
        /** It succeeded, and its result is no longer kept. */
        EXPIRED
    }

    /**
     * A file that came of it.
     *
     * @param rows how many rows, entries or the like it holds
     * @param sha256 digest of the file, 64 hexadecimal digits
     * @param expiresAt how long it is kept
     */
    public record Result(String fileName, String mediaType, long bytes, long rows, String sha256, Instant expiresAt) {

        byte[] digest() {
            return HexFormat.of().parseHex(sha256);
        }
    }
}
