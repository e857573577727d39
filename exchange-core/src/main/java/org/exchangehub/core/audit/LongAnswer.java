package org.exchangehub.core.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose intent is durable: its first byte may be sent. How it ends becomes a second entry, tied to the first by its
 * index; if this instance dies before, another says that nobody knows how it ended.
 */
public final class LongAnswer {

    /** Writes the answer. */
    @FunctionalInterface
    public interface Sender {

        /**
         * Writes all of it.
         *
         * @return how many rows it has
         */
        long send(OutputStream out) throws IOException;
    }

    private final LongAnswers answers;
    private final AuditFact fact;
    private final Evidence evidence;
    private final long begun = System.nanoTime();

    LongAnswer(LongAnswers answers, AuditFact fact, Evidence evidence) {
        this.answers = answers;
        this.fact = fact;
        this.evidence = evidence;
    }

    /** Where the log holds the intent. */
    public Evidence evidence() {
        return evidence;
    }

    /**
     * Sends the answer and puts its end into the log: how many rows and bytes, their digest, how long it took. It ends as
     * {@link Outcome#ABORTED} when the stream could not be written, as {@link Outcome#FAILED} when anything else went wrong.
     *
     * @throws IOException as the stream or the sender throws it
     */
    public void send(OutputStream out, Sender sender) throws IOException {
        Counted counted = new Counted(out);
        Outcome outcome = Outcome.FAILED;
        Long rows = null;
        try {
            rows = sender.send(counted);
            outcome = Outcome.COMPLETED;
        } finally {
            ended(counted.broken ? Outcome.ABORTED : outcome, rows, counted);
        }
    }

    private void ended(Outcome outcome, @Nullable Long rows, Counted sent) {
        answers.end(
                evidence.index(),
                ending(outcome, rows)
                        .released(sent.length, sent.digest.digest())
                        .build());
    }

    private AuditFact.Builder ending(Outcome outcome, @Nullable Long rows) {
        AuditFact.Builder ending = AuditFact.of(Auditable.ANSWER_ENDED, fact.who())
                .outcome(outcome)
                .dataset(fact.dataset())
                .grant(fact.grant())
                .detail("kind", fact.kind())
                .personal(AuditFact.ON_BEHALF_OF, fact.personal().get(AuditFact.ON_BEHALF_OF))
                .durationMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                .traceId(fact.traceId());
        return rows == null ? ending : ending.rows(rows);
    }

    /** Counts and digests what the receiver's stream took. */
    private static final class Counted extends OutputStream {

        private final OutputStream out;
        private final MessageDigest digest;
        private long length;
        private boolean broken;

        Counted(OutputStream out) {
            this.out = out;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException gone) {
                broken = true;
                throw gone;
            }
            digest.update(bytes, from, count);
            length += count;
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException gone) {
                broken = true;
                throw gone;
            }
        }
    }
}
