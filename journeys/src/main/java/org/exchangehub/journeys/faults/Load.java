package org.exchangehub.journeys.faults;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.exchangehub.engines.login.LoginFailed;
import org.exchangehub.journeys.faults.Wire.Call;
import org.exchangehub.journeys.faults.Wire.Reply;

/** What senders and askers share: instances to choose from, the journal, what was felt and what was found wrong. */
final class Load {

    /** How long a sender may be refused before it says so and goes on; covers every outage that is made. */
    private static final long GIVE_UP_NANOS = 600_000_000_000L;

    /** A change of a grant reaches every instance within a second (TARGETS P7). */
    static final long REVOCATION_NANOS = 1_000_000_000L;

    static final int CONFLICT = 409;

    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final int TOO_MANY = 429;
    private static final int UNAUTHENTICATED = 401;
    private static final int ANSWERED = 300;

    final long seed;
    final List<Instance> instances;
    final Journal journal;
    final Tally felt = new Tally();
    final Tally edge = new Tally();
    final Findings findings;
    final Wire wire = new Wire();

    /** Datasets nobody may read now: since when, in nanoseconds of the JVM's clock; not there while it is uncertain. */
    final Map<String, Long> halted = new ConcurrentHashMap<>();

    private volatile boolean ending;

    Load(long seed, List<Instance> instances, Journal journal, Findings findings) {
        this.seed = seed;
        this.instances = List.copyOf(instances);
        this.journal = journal;
        this.findings = findings;
    }

    /** Lets everybody finish what they have begun. */
    void end() {
        ending = true;
    }

    boolean ending() {
        return ending;
    }

    Instance any(Random random) {
        return instances.get(random.nextInt(instances.size()));
    }

    /** Nobody could be made to answer. */
    static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;

        Unanswered(String message) {
            super(message);
        }
    }

    /**
     * Sends a call to one instance or another until one answers for good: neither unreachable nor out of order. What was sent
     * without an answer may have been done, so every call here is one that may be repeated.
     */
    Reply insist(Supplier<String> token, Random random, Call call) throws Unanswered, InterruptedException {
        long deadline = System.nanoTime() + GIVE_UP_NANOS;
        String last = "";
        while (System.nanoTime() < deadline) {
            try {
                Reply reply = once(token, random, call);
                if (conclusive(reply)) {
                    return reply;
                }
                last = reply.status() + " " + reply.code();
                felt.add("answered " + last);
            } catch (IOException | LoginFailed unreachable) {
                last = unreachable.getClass().getSimpleName();
                felt.add("no answer: " + last);
            }
            Thread.sleep(50 + random.nextInt(400));
        }
        throw new Unanswered(call.method() + " " + call.path() + " was not answered for 600 s, at last: " + last);
    }

    Reply once(Supplier<String> token, Random random, Call call) throws IOException {
        Reply reply = wire.send(any(random).port(), token.get(), call);
        if (reply.status() >= SERVER_ERROR && reply.status() != UNAVAILABLE) {
            findings.note("answered " + reply.status() + " instead of 503", call.method() + " " + call.path());
        }
        return reply;
    }

    private static boolean conclusive(Reply reply) {
        return reply.status() < SERVER_ERROR && reply.status() != TOO_MANY && reply.status() != UNAUTHENTICATED;
    }

    static boolean good(Reply reply) {
        return reply.status() < ANSWERED;
    }
}
