package org.exchangehub.core.work;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.identity.Caller;

/** One kind of job; a bean of this type is all that is needed to register it. */
public interface JobKind {

    /** Its name, such as {@code log-export}: stored with its jobs, so it must not change. */
    String name();

    /**
     * Does the work and writes the result. When the instance that did it dies, another calls this again from the start.
     *
     * @param out takes the result; what was written is thrown away unless this returns
     * @throws IOException or any unchecked exception: it is tried again twice, and then the job has failed
     * @throws org.exchangehub.core.problem.HubProblem whose status is 4xx: what was asked for cannot be had, and the job has failed
     */
    Product run(Job job, OutputStream out, Progress progress) throws IOException;

    /** What the log is told before a job counts as succeeded; {@code result} says what its owner will be able to fetch. */
    AuditFact succeeded(Job job, Job.Result result, Product product);

    /** What the log is told of a job that has failed or was called off. */
    AuditFact failed(Job job, String why);

    /**
     * What the log is told before the result is handed to its owner.
     *
     * @throws org.exchangehub.core.problem.HubProblem when it may not be handed out any more
     */
    AuditFact handedOut(Job job, Job.Result result, Caller to);

    /**
     * What a run has written.
     *
     * @param fileName what the file is to be called, letters, digits, dots and hyphens
     * @param rows how many rows, entries or the like it holds
     * @param subjects whom it is about, if it is about few; for the access log
     */
    record Product(String fileName, String mediaType, long rows, List<String> subjects) {

        public Product(String fileName, String mediaType, long rows) {
            this(fileName, mediaType, rows, List.of());
        }

        public Product {
            subjects = List.copyOf(subjects);
            if (!fileName.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                throw new IllegalArgumentException("expected letters, digits, dots and hyphens, found " + fileName);
            }
        }
    }

    /** Tells how far a run is. */
    @FunctionalInterface
    interface Progress {

        /**
         * So much is done of so much; call it at least every few seconds.
         *
         * @throws JobStopped when the run is to end: called off, taken over by another instance, or the hub stops
         */
        void at(long done, long total) throws JobStopped;
    }
}
