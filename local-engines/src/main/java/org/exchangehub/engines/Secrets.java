package org.exchangehub.engines;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and secrets, each made at random when first asked for and kept in a file only its owner can read. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;
    private static final int KEY_BYTES = 32;

    private final Path directory;

    Secrets(StateDirectory state) {
        this.directory = StateDirectory.madePrivate(state.secrets());
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    synchronized String password(String name) {
        return made(name, BYTES);
    }

    /** The file of a secret keys are derived from: 32 bytes at random, base 64 for URLs. */
    synchronized Path keyFile(String name) {
        made(name, KEY_BYTES);
        return file(name);
    }

    private String made(String name, int length) {
        Path file = file(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[length];
            RANDOM.nextBytes(bytes);
            StateDirectory.write(
                    file,
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .getBytes(StandardCharsets.UTF_8));
        }
        return StateDirectory.read(file);
    }

    /** The password's file, for programs that read it themselves. */
    Path passwordFile(String name) {
        password(name);
        return file(name);
    }
}
