package org.exchangehub.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AuditEventsTest {

    private static final Pattern KIND = Pattern.compile("\\| `([A-Z_]+)` ");

    @Test
    void areListedInTheDocumentation() throws IOException {
        var listed = Files.readAllLines(Path.of("..", "docs", "audit-events.md")).stream()
                .map(KIND::matcher)
                .filter(Matcher::lookingAt)
                .map(line -> line.group(1))
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Auditable.values()).map(Enum::name).toList());
    }
}
