package org.exchangehub.core.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** What a batch consisted of, in one digest that both sides can compute. */
final class Manifest {

    private Manifest() {}

    /**
     * SHA-256 in hexadecimal over one line {@code <kind> <number> <sha-256 in hex> <bytes>\n} per part, rows before rejects,
     * by number.
     */
    static String digest(List<Part> parts) {
        String lines = parts.stream()
                .map(part ->
                        part.kind() + " " + part.number() + " " + part.digest().hex() + " " + part.bytes() + "\n")
                .collect(Collectors.joining());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
