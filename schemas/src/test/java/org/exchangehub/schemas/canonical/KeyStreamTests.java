package org.exchangehub.schemas.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class KeyStreamTests {

    @Test
    void isThatOfThePlatformsCipher() throws GeneralSecurityException {
        KeyStream keys = new KeyStream();
        byte[] key = new byte[32];
        byte[] stream = new byte[2_048];
        Random random = new Random(8439);
        for (int i = 0; i < 200; i++) {
            random.nextBytes(key);
            Cipher cipher = Cipher.getInstance("ChaCha20");
            SecretKeySpec spec = new SecretKeySpec(key, "ChaCha20");
            cipher.init(Cipher.ENCRYPT_MODE, spec, new ChaCha20ParameterSpec(new byte[12], 0));

            keys.fill(key, stream);

            assertThat(stream).isEqualTo(cipher.doFinal(new byte[stream.length]));
        }
    }
}
