package org.exchangehub.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AuditEventsTest {

    @Test
    void areListedInTheDocumentation() throws IOException {
        var listed = Files.readAllLines(Path.of("..", "docs", "audit-events.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Auditable.values()).map(Enum::name).toList());
    }
}
