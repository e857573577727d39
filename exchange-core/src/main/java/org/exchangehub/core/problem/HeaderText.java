package org.exchangehub.core.problem;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Text that people wrote, in a header. */
public final class HeaderText {

    private HeaderText() {}

    /**
     * The text in clear, stripped: a header carries ASCII, so that Chinese arrives percent-encoded or as UTF-8 bytes that the
     * server has taken for Latin-1.
     */
    public static String of(String header) {
        String text = new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        boolean latin = header.chars().allMatch(c -> c < 256);
        return decoded(latin && !text.contains("\uFFFD") ? text : header).strip();
    }

    private static String decoded(String text) {
        try {
            return text.contains("%") ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8) : text;
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
