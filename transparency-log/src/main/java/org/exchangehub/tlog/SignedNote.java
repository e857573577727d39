package org.exchangehub.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

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

        private String line() {
            byte[] bytes = bytes();
            byte[] whole = Arrays.copyOf(NoteKey.intBytes(keyId), KEY_ID + bytes.length);
            System.arraycopy(bytes, 0, whole, KEY_ID, bytes.length);
            return DASH + name + " " + Base64.getEncoder().encodeToString(whole) + "\n";
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
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(split + 2, note.length() - 1).split("\n", -1)) {
            signatures.add(signature(line));
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw LogRefused.expected("Signed note, signatures", "at most 100", signatures.size());
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    /** The note as it is written down. */
    public String encode() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    /**
     * Checks the signature of one key; signatures of other keys are ignored.
     *
     * @throws LogRefused when the key did not sign this text
     */
    public void verify(NoteKey key) {
        List<Signature> ofKey = signatures.stream()
                .filter(signature -> signature.name().equals(key.name()) && signature.keyId() == key.id())
                .toList();
        if (ofKey.size() != 1) {
            throw LogRefused.expected("Signed note, signatures by " + key.vkey(), 1, ofKey.size());
        }
        if (!key.signed(text.getBytes(StandardCharsets.UTF_8), ofKey.getFirst().bytes())) {
            throw LogRefused.expected("Signed note, signature by " + key.name(), "one of this text", "one of another");
        }
    }

    private static Signature signature(String line) {
        String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (parts.length != 2 || !NoteKey.isName(parts[0])) {
            throw LogRefused.expected("Signature line", DASH + "<key name> <base64>", line);
        }
        byte[] bytes = NoteKey.base64(parts[1]);
        if (bytes.length <= KEY_ID) {
            throw LogRefused.expected("Signature line, bytes", "more than 4", bytes.length);
        }
        return new Signature(
                parts[0],
                NoteKey.bytesInt(bytes),
                Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, KEY_ID, bytes.length)));
    }

    private static void requireText(String text) {
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw LogRefused.expected(
                    "Signed note, text", "lines that end with a newline, without control characters", "another text");
        }
    }
}
