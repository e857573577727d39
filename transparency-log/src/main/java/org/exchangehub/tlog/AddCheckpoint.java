package org.exchangehub.tlog;

import java.util.List;

/**
 * What a log asks a witness: to cosign a checkpoint that continues the one of {@code oldSize} (C2SP tlog-witness).
 *
 * @param oldSize size of the last checkpoint the witness cosigned, 0 for none
 * @param proof the consistency proof from there (RFC 6962 §2.1.2), at most 63 hashes
 * @param checkpoint the signed checkpoint
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, String checkpoint) {

    private static final String OLD = "old ";

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** The request's body. */
    public String encode() {
        StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(checkpoint).toString();
    }

    /**
     * Reads a request's body.
     *
     * @throws LogRefused when it is not one
     */
    public static AddCheckpoint parse(String body) {
        int split = body.indexOf("\n\n");
        List<String> lines =
                split < 0 ? List.of() : List.of(body.substring(0, split).split("\n", -1));
        if (lines.isEmpty() || !lines.getFirst().matches(OLD + "(0|[1-9]\\d{0,17})")) {
            throw LogRefused.expected(
                    "add-checkpoint, first line",
                    OLD + "<decimal>",
                    body.lines().findFirst().orElse("nothing"));
        }
        return new AddCheckpoint(
                Long.parseLong(lines.getFirst().substring(OLD.length())),
                TlogProof.hashes("add-checkpoint", lines.subList(1, lines.size())),
                body.substring(split + 2));
    }
}
