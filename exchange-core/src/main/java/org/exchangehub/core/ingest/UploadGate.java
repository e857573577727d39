package org.exchangehub.core.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.stereotype.Component;

/** Lets only so many uploads in at once, and none while the spool is about to be full: who is turned away is told when to come again. */
@Component
class UploadGate {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(60);

    private final Spool spool;
    private final IngestSettings settings;
    private final Semaphore all;
    private final Map<String, Semaphore> departments = new ConcurrentHashMap<>();

    UploadGate(Spool spool, IngestSettings settings) {
        this.spool = spool;
        this.settings = settings;
        this.all = new Semaphore(settings.uploads());
    }

    /** Takes a part in. */
    interface Upload {
        void run() throws IOException;
    }

    /**
     * Runs an upload if it may come in now.
     *
     * @throws HubProblem {@code RATE_LIMITED} when the department has too many going on, {@code BUSY} when all together are
     *     too many, {@code SPOOL_FULL} when there is no room on disk
     */
    void admit(String department, Upload upload) throws IOException {
        if (spool.usableBytes() < settings.spoolReserve().toBytes()) {
            throw new HubProblem(
                            ErrorCode.SPOOL_FULL,
                            "The hub's disk is about to be full; nothing is taken in until there is room")
                    .retryAfter(LATER);
        }
        Semaphore own = departments.computeIfAbsent(department, code -> new Semaphore(settings.uploadsOfDepartment()));
        if (!own.tryAcquire()) {
            throw new HubProblem(
                            ErrorCode.RATE_LIMITED,
                            "Department " + department + " has " + settings.uploadsOfDepartment()
                                    + " uploads going on; send parts one after the other")
                    .retryAfter(SOON);
        }
        try {
            if (!all.tryAcquire()) {
                throw new HubProblem(ErrorCode.BUSY, "Too many uploads are going on; try again soon").retryAfter(SOON);
            }
            try {
                upload.run();
            } finally {
                all.release();
            }
        } finally {
            own.release();
        }
    }
}
