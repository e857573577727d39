package org.exchangehub.engines;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTests {

    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path root;

    @Test
    void takesTheArchiveThatWasTried() throws IOException {
        Path file = Files.writeString(root.resolve("engine.zip"), "abc");

        assertThatCode(() -> Cache.requireDigest(archive(OF_ABC), file)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnArchiveWhoseDigestDiffers() throws IOException {
        Path file = Files.writeString(root.resolve("engine.zip"), "abc, and something else");

        assertThatThrownBy(() -> Cache.requireDigest(archive(OF_ABC), file))
                .isInstanceOf(Explained.class)
                .hasMessageContaining("example:engine:1:zip")
                .hasMessageContaining("expected SHA-256 " + OF_ABC + ", found ")
                .hasMessageEndingWith("remove it from Maven's local repository and try again.");
    }

    private static Archive archive(String digest) {
        return new Archive("engine-1", "example:engine:1:zip", digest, "");
    }
}
