package org.exchangehub.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two branches may take the same number; Flyway would say so only at the first start. */
class MigrationVersionsTests {

    private static final Path FOLDERS = Path.of("src/main/resources/db/migration");
    private static final Pattern NAME = Pattern.compile("(.*/V[0-9]+)__[a-z0-9_]+\\.sql");

    @Test
    void are_taken_once_in_each_folder() throws IOException {
        Set<String> taken = new HashSet<>();
        List<String> files;
        try (Stream<Path> all = Files.walk(FOLDERS)) {
            files = all.filter(Files::isRegularFile).map(Path::toString).toList();
        }
        assertThat(files).hasSizeGreaterThan(10).allSatisfy(file -> {
            Matcher name = NAME.matcher(file);
            assertThat(name.matches()).as("V<number>__<words>.sql: %s", file).isTrue();
            assertThat(taken.add(name.group(1)))
                    .as("the version of %s is free", file)
                    .isTrue();
        });
    }
}
