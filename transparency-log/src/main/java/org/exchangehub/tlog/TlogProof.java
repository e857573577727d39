package org.exchangehub.tlog;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A receipt: proves offline that an entry is in the log (C2SP tlog-proof, {@code c2sp.org/tlog-proof@v1}).
 *
 * @param index the entry's index
 * @param hashes the inclusion proof in the checkpoint's tree
 * @param checkpoint the signed checkpoint, as written down
 * @param extra base64 of data that nothing authenticates, empty for none; the hub's receipts carry the entry itself
 */
public record TlogProof(long index, List<Hash> hashes, String checkpoint, String extra) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";
    private static final String EXTRA = "extra ";

    /** A tree of 2^63 leaves has no longer proof (RFC 6962 §2.1.1). */
    private static final int MOST_HASHES = 63;

    public TlogProof {
        hashes = List.copyOf(hashes);
    }

    /** A receipt without extra data. */
    public TlogProof(long index, List<Hash> hashes, String checkpoint) {
        this(index, hashes, checkpoint, "");
    }

    /** The same receipt with the entry as its extra data, so that it can be verified on its own. */
    public TlogProof carrying(byte[] entry) {
        return new TlogProof(index, hashes, checkpoint, Base64.getEncoder().encodeToString(entry));
    }

    /** The extra data; nothing but {@link #verify(NoteKey, byte[])} tells whether it is the entry. */
    public Optional<byte[]> extraBytes() {
        return extra.isEmpty() ? Optional.empty() : Optional.of(NoteKey.base64(extra));
    }

    /** The receipt's text. */
    public String encode() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        if (!extra.isEmpty()) {
            text.append(EXTRA).append(extra).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /**
     * Reads a receipt's text.
     *
     * @throws LogRefused when it is not one
     */
    public static TlogProof parse(String text) {
        int split = text.indexOf("\n\n");
        List<String> lines =
                split < 0 ? List.of() : List.of(text.substring(0, split).split("\n", -1));
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw LogRefused.expected(
                    "Receipt, first line", HEADER, text.lines().findFirst().orElse("nothing"));
        }
        boolean carries = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        String extra = carries ? lines.get(1).substring(EXTRA.length()) : "";
        if (carries && NoteKey.base64(extra).length == 0) {
            throw LogRefused.expected("Receipt, extra line", "some data", "none");
        }
        int at = carries ? 2 : 1;
        String index = at < lines.size() ? lines.get(at) : "";
        if (!index.matches(INDEX + "(0|[1-9]\\d{0,17})")) {
            throw LogRefused.expected("Receipt, index line", INDEX + "<decimal>", index);
        }
        return new TlogProof(
                Long.parseLong(index.substring(INDEX.length())),
                hashes("Receipt", lines.subList(at + 1, lines.size())),
                text.substring(split + 2),
                extra);
    }

    static List<Hash> hashes(String where, List<String> lines) {
        if (lines.size() > MOST_HASHES) {
            throw LogRefused.because(
                    LogRefused.Reason.PROOF_LENGTH, where + ", hashes", "at most " + MOST_HASHES, lines.size());
        }
        List<Hash> hashes = new ArrayList<>();
        for (String line : lines) {
            byte[] hash = NoteKey.base64(line);
            if (hash.length != Hash.LENGTH) {
                throw LogRefused.expected(where + ", hash, bytes", Hash.LENGTH, hash.length);
            }
            hashes.add(Hash.of(hash));
        }
        return hashes;
    }

    /**
     * Verifies that the log whose key this is holds the entry at this receipt's index.
     *
     * @param entry the entry's bytes, as in the log's entry bundles
     * @return the checkpoint the proof leads to
     * @throws LogRefused when the receipt does not prove it
     */
    public Checkpoint verify(NoteKey key, byte[] entry) {
        Checkpoint signed = Checkpoint.verified(checkpoint, key);
        Proofs.verifyInclusion(index, signed.size(), Hash.ofLeaf(entry), hashes, signed.root());
        return signed;
    }
}
