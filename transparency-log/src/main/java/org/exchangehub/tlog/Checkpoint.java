package org.exchangehub.tlog;

import java.util.List;

/**
 * What a log commits to: its origin, its size and its root hash (C2SP tlog-checkpoint).
 *
 * @param origin the log's name
 * @param size number of leaves
 */
public record Checkpoint(String origin, long size, Hash root) {

    /** The note text: origin, size and root, one line each. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** The checkpoint on a note whose signatures nobody has checked yet. */
    public static Checkpoint unverified(String note) {
        return parse(SignedNote.parse(note).text());
    }

    /**
     * Reads a checkpoint's text; extension lines are allowed and ignored.
     *
     * @throws LogRefused when it is not one
     */
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3
                || lines.stream().anyMatch(String::isEmpty)
                || !lines.get(1).matches("0|[1-9]\\d{0,17}")) {
            throw LogRefused.expected("Checkpoint", "origin, size and root hash on a line each", lines);
        }
        byte[] root = NoteKey.base64(lines.get(2));
        if (root.length != Hash.LENGTH) {
            throw LogRefused.expected("Checkpoint, root hash, bytes", Hash.LENGTH, root.length);
        }
        return new Checkpoint(lines.getFirst(), Long.parseLong(lines.get(1)), Hash.of(root));
    }

    /**
     * Reads a signed checkpoint and verifies that the log's own key signed it under the log's own name.
     *
     * @throws LogRefused when it did not
     */
    public static Checkpoint verified(String note, NoteKey key) {
        SignedNote signed = SignedNote.parse(note);
        signed.verify(key);
        Checkpoint checkpoint = parse(signed.text());
        if (!checkpoint.origin().equals(key.name())) {
            throw LogRefused.because(
                    LogRefused.Reason.OTHER_LOG, "Checkpoint, origin", key.name(), checkpoint.origin());
        }
        return checkpoint;
    }
}
