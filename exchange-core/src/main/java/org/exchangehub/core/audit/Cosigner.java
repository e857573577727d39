package org.exchangehub.core.audit;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.tlog.AddCheckpoint;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.Cosignature;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.ProofBuilder;
import org.exchangehub.tlog.SignedNote;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Asks one witness to cosign the newest checkpoint, under a lease so that only one instance does. Nothing waits for it:
 * a witness that does not answer is said once and asked again after a growing while.
 */
class Cosigner {

    private static final Logger LOG = LoggerFactory.getLogger(Cosigner.class);
    private static final Duration TERM = Duration.ofSeconds(15);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int TRIES = 3;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final WitnessSettings witness;
    private final LogStore store;
    private final Cosignatures cosignatures;
    private final Lease lease;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private long known = -1;
    private volatile @Nullable String problem;
    private volatile Duration pause = SHORTEST_PAUSE;

    Cosigner(WitnessSettings witness, LogStore store, Cosignatures cosignatures, Lease lease) {
        this.witness = witness;
        this.store = store;
        this.cosignatures = cosignatures;
        this.lease = lease;
    }

    WitnessSettings witness() {
        return witness;
    }

    /** What is wrong with the witness, seen from this instance; empty when nothing is. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** How long to wait before a witness with a problem is asked again. */
    Duration pause() {
        return pause;
    }

    /** Offers the newest checkpoint unless the witness has cosigned it already. */
    void offer() {
        try {
            String note = store.checkpoint().orElse(null);
            if (note == null) {
                return;
            }
            Checkpoint newest = Checkpoint.unverified(note);
            long last = cosignatures
                    .last(witness.key())
                    .map(Cosignatures.Last::size)
                    .orElse(0L);
            boolean due = newest.size() > last
                    && lease.take("witness " + witness.name(), TERM).isPresent();
            if (due) {
                known = Math.max(known, last);
                negotiate(newest, SignedNote.parse(note));
            }
            well();
        } catch (WitnessRefused refused) {
            known = -1;
            troubled(String.valueOf(refused.getMessage()), refused.alarming);
        } catch (IOException unreachable) {
            troubled("does not answer: " + unreachable.getClass().getSimpleName(), false);
        } catch (LogRefused malformed) {
            troubled("answered what no witness may: " + malformed.getMessage(), false);
        } catch (DataAccessException unreachable) {
            LOG.debug("No witness can be asked now: {}", unreachable.getMessage());
        }
    }

    /** The witness says where it stands when it stands elsewhere (409), and is asked again from there. */
    private void negotiate(Checkpoint newest, SignedNote note) throws IOException {
        for (int tried = 0; tried < TRIES; tried++) {
            long from = Math.min(known, newest.size());
            List<Hash> proof = new ProofBuilder(store, newest.size()).consistency(from, newest.size());
            HttpResponse<String> answer = post(new AddCheckpoint(from, proof, note.encode()).encode());
            if (answer.statusCode() == 200) {
                keep(newest, note, answer.body());
                return;
            }
            if (answer.statusCode() != 409) {
                throw new WitnessRefused("answered " + answer.statusCode() + ": " + brief(answer.body()), false);
            }
            known = standing(answer.body(), from, newest);
        }
        throw new WitnessRefused("answers 409 again and again", false);
    }

    private static long standing(String body, long asked, Checkpoint newest) throws WitnessRefused {
        if (!body.matches("(0|[1-9]\\d{0,17})\n")) {
            throw new WitnessRefused("answered 409 without a size: " + brief(body), false);
        }
        long size = Long.parseLong(body.strip());
        if (size > newest.size()) {
            throw new WitnessRefused(
                    "has cosigned a checkpoint of " + size + " entries, the newest here has " + newest.size()
                            + ": this database may be an older copy",
                    true);
        }
        if (size == asked) {
            throw new WitnessRefused("has cosigned another head of " + size + " entries: this log may be a fork", true);
        }
        return size;
    }

    private void keep(Checkpoint newest, SignedNote note, String body) {
        List<SignedNote.Signature> lines = new ArrayList<>();
        body.lines().forEach(line -> lines.add(SignedNote.Signature.parse(line)));
        for (SignedNote.Signature line : lines) {
            Optional<Cosignature> cosignature = witness.key().on(new SignedNote(note.text(), List.of(line)));
            if (cosignature.isPresent()) {
                cosignatures.keep(newest.size(), cosignature.get(), line);
                known = newest.size();
                return;
            }
        }
        throw new LogRefused("none of its " + lines.size() + " signatures is of the key configured for it.");
    }

    private HttpResponse<String> post(String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(witness.addCheckpoint())
                .timeout(TIMEOUT)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.body().length() > LONGEST_ANSWER) {
                throw new LogRefused("its answer is longer than " + LONGEST_ANSWER + " characters.");
            }
            return answer;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private void well() {
        if (problem != null) {
            LOG.info("The witness {} cosigns again.", witness.name());
        }
        problem = null;
        pause = SHORTEST_PAUSE;
    }

    private void troubled(String what, boolean alarming) {
        if (!what.equals(problem)) {
            String sentence = "The witness " + witness.name() + " " + what
                    + ". Nothing waits for it; it is asked again, ever more seldom.";
            if (alarming) {
                LOG.error(sentence);
            } else {
                LOG.warn(sentence);
            }
        } else {
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
        problem = what;
    }

    private static String brief(String body) {
        return body.substring(0, Math.min(200, body.length())).strip();
    }

    /** The witness did not cosign. */
    private static final class WitnessRefused extends IOException {

        private final boolean alarming;

        WitnessRefused(String what, boolean alarming) {
            super(what);
            this.alarming = alarming;
        }
    }
}
