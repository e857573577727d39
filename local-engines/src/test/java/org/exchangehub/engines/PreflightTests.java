package org.exchangehub.engines;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PreflightTests {

    @Test
    void saysHowMuchMemoryIsMissing() {
        assertThatThrownBy(() -> Preflight.requireMemory(1_000))
                .isInstanceOf(Explained.class)
                .hasMessageMatching("All engines together need \\d+ MiB of memory, and 1000 MiB are free; .+\\.");
    }

    @Test
    void saysHowMuchDiskIsMissing() {
        assertThatThrownBy(() -> Preflight.requireDisk(10, Path.of("/small")))
                .isInstanceOf(Explained.class)
                .hasMessageMatching("The engines need \\d+ MiB of disk at /small, and 10 MiB are free; .+\\.");
    }
}
