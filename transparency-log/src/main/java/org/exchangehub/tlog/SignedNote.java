package org.exchangehub.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.exchangehub.tlog.LogRefused.Reason;

/**
 * A text with signatures under it (C2SP signed-note).
 *
 * @param text ends with a newline, no control characters but newlines
 */
public record SignedNote(String text, List<Signature> signatures) {

    private static final String DASH = "— ";
    private static final int MOST_SIGNATURES = 100;
    private static final int KEY_ID = 4;

    /**
     * One signature line.
     *
     * @param keyId the first four bytes of the key's hash, big endian
     * @param signature base64 of what follows the key id
     */
    public record Signature(String name, int keyId, String signature) {

        byte[] bytes() {
            return Base64.getDecoder().decode(signature);
        }

        /** The line as it stands under a note, with its newline. */
        public String line() {
            byte[] bytes = bytes();
            byte[] whole = Arrays.copyOf(NoteKey.intBytes(keyId), KEY_ID + bytes.length);
            System.arraycopy(bytes, 0, whole, KEY_ID, bytes.length);
            return DASH + name + " " + Base64.getEncoder().encodeToString(whole) + "\n";
        }

        /**
         * Reads a line, without its newline.
         *
         * @throws LogRefused when it is not one
         */
        public static Signature parse(String line) {
            String[] parts =
                    line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2 || !NoteKey.isName(parts[0])) {
                throw LogRefused.expected("Signature line", DASH + "<key name> <base64>", line);
            }
            byte[] bytes = NoteKey.base64(parts[1]);
            if (bytes.length <= KEY_ID) {
                throw LogRefused.expected("Signature line, bytes", "more than 4", bytes.length);
            }
            byte[] signature = Arrays.copyOfRange(bytes, KEY_ID, bytes.length);
            return new Signature(
                    parts[0], NoteKey.bytesInt(bytes), Base64.getEncoder().encodeToString(signature));
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
        requireText(text);
    }

    /**
     * Reads a note without verifying it.
     *
     * @throws LogRefused when it is not one
     */
    public static SignedNote parse(String note) {
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || split + 2 >= note.length()) {
            throw LogRefused.expected("Signed note", "text, an empty line, signature lines", "no such lines");
        }
        String[] lines = note.substring(split + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw LogRefused.expected("Signed note, signatures", "at most 100", lines.length);
        }
        return new SignedNote(
                note.substring(0, split + 1),
                Arrays.stream(lines).map(Signature::parse).toList());
    }

    /**
     * Reads a note from bytes.
     *
     * @throws LogRefused when they are not UTF-8, or not a note
     */
    public static SignedNote parse(byte[] note) {
        return parse(utf8("Signed note", note));
    }

    /** The note as it is written down. */
    public String encode() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    /** The same note with signatures added; those it already has, by name and key id, are left out. */
    public SignedNote with(List<Signature> more) {
        List<Signature> all = new ArrayList<>(signatures);
        for (Signature each : more) {
            if (all.stream().noneMatch(had -> had.name().equals(each.name()) && had.keyId() == each.keyId())) {
                all.add(each);
            }
        }
        return new SignedNote(text, all);
    }

    /**
     * Checks the signature of one key; signatures of other keys are ignored.
     *
     * @throws LogRefused when the key did not sign this text
     */
    public void verify(NoteKey key) {
        Signature signature = by(key.name(), key.id())
                .orElseThrow(() -> LogRefused.because(
                        Reason.NOT_SIGNED, "Signed note, signatures by " + key.vkey(), 1, "0 of " + named()));
        if (!key.signed(text.getBytes(StandardCharsets.UTF_8), signature.bytes())) {
            throw LogRefused.because(
                    Reason.BAD_SIGNATURE,
                    "Signed note, signature by " + key.name(),
                    "one of this text",
                    "one of another");
        }
    }

    /**
     * The signature that bears this name and key id.
     *
     * @throws LogRefused when there are several
     */
    Optional<Signature> by(String name, int keyId) {
        List<Signature> found = signatures.stream()
                .filter(signature -> signature.name().equals(name) && signature.keyId() == keyId)
                .toList();
        if (found.size() > 1) {
            throw LogRefused.because(Reason.SIGNED_TWICE, "Signed note, signatures by " + name, 1, found.size());
        }
        return found.stream().findFirst();
    }

    private String named() {
        return String.join(
                ", ",
                signatures.stream()
                        .map(each -> each.name() + "+%08x".formatted(each.keyId()))
                        .toList());
    }

    static String utf8(String what, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw LogRefused.expected(what, "UTF-8", "other bytes");
        }
        return text;
    }

    private static void requireText(String text) {
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw LogRefused.expected(
                    "Signed note, text", "lines that end with a newline, without control characters", "another text");
        }
    }
}
