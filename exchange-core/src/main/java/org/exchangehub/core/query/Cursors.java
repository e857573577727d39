package org.exchangehub.core.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a list goes on. A cursor holds the last key, which the caller may not be granted to see: it is encrypted
 * (AES-256-GCM) with a key all instances share, and bound to the question it belongs to.
 */
@Component
class Cursors {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final StoredKey key;

    Cursors(JdbcClient jdbc) {
        this.key = new StoredKey(jdbc, "hub.query_cursor_key", "AES");
    }

    /** @param question what the cursor is good for: another question refuses it */
    String seal(String place, String question) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, question).doFinal(place.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no AES-GCM", e);
        }
    }

    /** The place a cursor stands for; refuses one that is damaged or belongs to another question. */
    String open(String cursor, String question) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            if (sealed.length <= NONCE) {
                throw refused();
            }
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            byte[] place = cipher(Cipher.DECRYPT_MODE, nonce, question).doFinal(sealed, NONCE, sealed.length - NONCE);
            return new String(place, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused();
        }
    }

    private static HubProblem refused() {
        return new HubProblem(
                ErrorCode.REQUEST_INVALID,
                "The cursor is damaged or belongs to another question",
                List.of(new FieldError("cursor", "the cursor of this list's last answer, or none", null)));
    }

    private Cipher cipher(int mode, byte[] nonce, String question) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(question.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
