package org.exchangehub.schemas.masking;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.exchangehub.schemas.identifiers.CitizenId;

/** Makes one recipient's tokens of the identifiers of one data element, see {@link TokenSecret}. Safe for use by many threads. */
public final class Tokenizer {

    private static final int BYTES = 16;
    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";

    private final String prefix;
    private final byte[] key;
    private final boolean known;

    Tokenizer(String prefix, byte[] key, boolean known) {
        this.prefix = prefix;
        this.key = key;
        this.known = known;
    }

    /**
     * The token of an identifier. Known identifiers that differ in width (NFKC), case, white space, or as an old citizen id of 15
     * digits from its 18 characters, have the same; others only if they are the same. Empty text stays empty.
     */
    public String token(Object identifier) {
        String normal = normal(identifier);
        return normal.isEmpty() ? "" : prefix + base32(Hkdf.first(BYTES, key, normal.getBytes(StandardCharsets.UTF_8)));
    }

    private String normal(Object identifier) {
        if (identifier instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (!known) {
            return identifier.toString();
        }
        String narrow = Normalizer.normalize(identifier.toString(), Normalizer.Form.NFKC);
        StringBuilder text = new StringBuilder(narrow.length());
        narrow.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\u200B' && c != '\uFEFF')
                .forEach(text::appendCodePoint);
        String upper = text.toString().toUpperCase(Locale.ROOT);
        return CitizenId.canonical(upper);
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : bytes) {
            held = (held << 8) | (each & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE_32.charAt((held >> bits) & 31));
                held &= (1 << bits) - 1;
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE_32.charAt((held << (5 - bits)) & 31)).toString();
    }
}
