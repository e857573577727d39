package org.exchangehub.tlog;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A witness of logs (C2SP tlog-witness): cosigns a checkpoint only if it continues the last one it cosigned, so that a
 * log cannot show two histories to those who ask for the witness's word. It remembers one checkpoint per log. Safe for
 * use by several threads.
 */
public final class Witness {

    /** Where a witness remembers; what it is given is durable before the call returns. */
    public interface Memory {

        /** The last checkpoint cosigned of a log, with the log's signature. */
        Optional<String> last(String origin) throws IOException;

        /** Puts a checkpoint in the place of the last one. */
        void keep(String origin, String note) throws IOException;

        /** Keeps the proof that a log signed two heads of one size. */
        void accuse(String origin, String kept, String contradicting) throws IOException;
    }

    /** What a witness answers. */
    public sealed interface Answer {

        /** The HTTP status. */
        int status();

        /** The body, ending with a newline. */
        String body();

        /** A cosignature. */
        record Cosigned(long size, SignedNote.Signature signature) implements Answer {

            @Override
            public int status() {
                return 200;
            }

            @Override
            public String body() {
                return signature.line();
            }
        }

        /** The last checkpoint cosigned is another than the log thinks, or has another root. */
        record Conflict(long size) implements Answer {

            @Override
            public int status() {
                return 409;
            }

            @Override
            public String body() {
                return size + "\n";
            }
        }

        /** Nothing is cosigned: 400 malformed, 403 not signed, 404 unknown log, 422 no continuation. */
        record Refused(int status, String why) implements Answer {

            @Override
            public String body() {
                return why + "\n";
            }
        }
    }

    private static final int MALFORMED = 400;
    private static final int NOT_SIGNED = 403;
    private static final int UNKNOWN = 404;
    private static final int NO_CONTINUATION = 422;

    private final CosignatureSigner signer;
    private final Map<String, Log> logs = new TreeMap<>();
    private final Memory memory;
    private final Clock clock;

    /** A log and the keys its checkpoints may be signed with; its monitor orders what is asked about it. */
    private static final class Log {

        private final List<NoteKey> keys = new ArrayList<>();
    }

    /**
     * A witness of these logs.
     *
     * @param keys their verifier keys; several of one name are keys of one log
     */
    public Witness(CosignatureSigner signer, List<NoteKey> keys, Memory memory, Clock clock) {
        this.signer = signer;
        this.memory = memory;
        this.clock = clock;
        for (NoteKey key : keys) {
            logs.computeIfAbsent(key.name(), name -> new Log()).keys.add(key);
        }
    }

    /**
     * Answers an {@code add-checkpoint} request.
     *
     * @throws IOException when the memory fails: then nothing was cosigned
     */
    public Answer add(String body) throws IOException {
        AddCheckpoint request;
        SignedNote note;
        Checkpoint checkpoint;
        try {
            request = AddCheckpoint.parse(body);
            note = SignedNote.parse(request.checkpoint());
            checkpoint = Checkpoint.parse(note.text());
        } catch (LogRefused malformed) {
            return refused(MALFORMED, malformed);
        }
        Log log = logs.get(checkpoint.origin());
        if (log == null) {
            return new Answer.Refused(UNKNOWN, "This witness does not know a log " + checkpoint.origin() + ".");
        }
        Optional<NoteKey> key =
                log.keys.stream().filter(each -> signed(note, each)).findFirst();
        if (key.isEmpty()) {
            return new Answer.Refused(NOT_SIGNED, "No key this witness knows of the log signed the checkpoint.");
        }
        if (request.oldSize() > checkpoint.size()) {
            return new Answer.Refused(
                    MALFORMED,
                    "The old size " + request.oldSize() + " is larger than the checkpoint's " + checkpoint.size()
                            + ".");
        }
        SignedNote own = new SignedNote(
                note.text(), note.by(key.get().name(), key.get().id()).stream().toList());
        synchronized (log) {
            return continued(request, checkpoint, own);
        }
    }

    private Answer continued(AddCheckpoint request, Checkpoint checkpoint, SignedNote note) throws IOException {
        Optional<String> kept = memory.last(checkpoint.origin());
        Checkpoint last =
                kept.map(Checkpoint::unverified).orElse(new Checkpoint(checkpoint.origin(), 0, Hash.OF_NOTHING));
        boolean same = checkpoint.size() == last.size() && checkpoint.root().equals(last.root());
        if (kept.isPresent() && checkpoint.size() == last.size() && !same) {
            memory.accuse(checkpoint.origin(), kept.get(), note.encode());
            return new Answer.Conflict(last.size());
        }
        if (request.oldSize() != last.size()) {
            return new Answer.Conflict(last.size());
        }
        try {
            Proofs.verifyConsistency(last.size(), checkpoint.size(), last.root(), checkpoint.root(), request.proof());
        } catch (LogRefused inconsistent) {
            return refused(NO_CONTINUATION, inconsistent);
        }
        if (kept.isEmpty() || !same) {
            memory.keep(checkpoint.origin(), note.encode());
        }
        return new Answer.Cosigned(checkpoint.size(), signer.sign(note.text(), clock.instant()));
    }

    private static boolean signed(SignedNote note, NoteKey key) {
        try {
            note.verify(key);
            return true;
        } catch (LogRefused notByThisKey) {
            return false;
        }
    }

    private static Answer refused(int status, LogRefused because) {
        return new Answer.Refused(status, String.valueOf(because.getMessage()));
    }
}
