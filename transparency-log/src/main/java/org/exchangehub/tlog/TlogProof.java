package org.exchangehub.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A receipt: proves offline that an entry is in the log (C2SP tlog-proof, {@code c2sp.org/tlog-proof@v1}).
 *
 * @param index the entry's index
 * @param hashes the inclusion proof in the checkpoint's tree
 * @param checkpoint the signed checkpoint, as written down
 */
public record TlogProof(long index, List<Hash> hashes, String checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";
    private static final String EXTRA = "extra ";

    public TlogProof {
        hashes = List.copyOf(hashes);
    }

    /** The receipt's text. */
    public String encode() {
        StringBuilder text = new StringBuilder(HEADER)
                .append('\n')
                .append(INDEX)
                .append(index)
                .append('\n');
        hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /**
     * Reads a receipt's text; extra data is not authenticated and therefore ignored.
     *
     * @throws LogRefused when it is not one
     */
    public static TlogProof parse(String text) {
        int split = text.indexOf("\n\n");
        List<String> lines =
                split < 0 ? List.of() : text.substring(0, split).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw LogRefused.expected(
                    "Receipt, first line", HEADER, text.lines().findFirst().orElse("nothing"));
        }
        int at = lines.size() > 1 && lines.get(1).startsWith(EXTRA) ? 2 : 1;
        String index = at < lines.size() ? lines.get(at) : "";
        if (!index.matches(INDEX + "(0|[1-9]\\d{0,17})")) {
            throw LogRefused.expected("Receipt, index line", INDEX + "<decimal>", index);
        }
        List<Hash> hashes = new ArrayList<>();
        for (String line : lines.subList(at + 1, lines.size())) {
            byte[] hash = NoteKey.base64(line);
            if (hash.length != Hash.LENGTH) {
                throw LogRefused.expected("Receipt, hash, bytes", Hash.LENGTH, hash.length);
            }
            hashes.add(Hash.of(hash));
        }
        return new TlogProof(Long.parseLong(index.substring(INDEX.length())), hashes, text.substring(split + 2));
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
