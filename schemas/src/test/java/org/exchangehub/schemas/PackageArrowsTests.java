package org.exchangehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of this module's packages, as docs/architecture.md draws it: none knows one above it, so there is no cycle. */
class PackageArrowsTests {

    private static final Path SOURCES = Path.of("src/main/java/org/exchangehub/schemas");
    private static final List<String> FROM_BELOW = List.of(
            "identifiers",
            "value",
            "codes",
            "forms",
            "masking",
            "check",
            "",
            "minimisation",
            "canonical",
            "encoding",
            "mapping",
            "workbook",
            "table",
            "inference",
            "samples");
    /** Wherever it stands: in an import or spelt out. */
    private static final Pattern NAME = Pattern.compile("org\\.exchangehub\\.schemas\\.(?:([a-z]+)\\.)?[A-Z]");

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static int place(Path file) {
        Path folder = SOURCES.relativize(file).getParent();
        return FROM_BELOW.indexOf(folder == null ? "" : folder.toString());
    }

    @Test
    void every_package_has_its_place() throws IOException {
        assertThat(files())
                .hasSizeGreaterThan(100)
                .allSatisfy(file -> assertThat(place(file)).as(file.toString()).isNotNegative());
    }

    @Test
    void no_package_knows_one_above_it() throws IOException {
        Set<String> against = new TreeSet<>();
        int names = 0;
        for (Path file : files()) {
            Matcher name = NAME.matcher(Files.readString(file));
            while (name.find()) {
                names++;
                String known = name.group(1) == null ? "" : name.group(1);
                if (FROM_BELOW.indexOf(known) > place(file)) {
                    against.add(file + " knows " + name.group());
                }
            }
        }
        assertThat(names).isGreaterThan(100);
        assertThat(against).isEmpty();
    }
}
