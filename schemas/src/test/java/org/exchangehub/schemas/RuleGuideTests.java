package org.exchangehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangehub.schemas.check.Checks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds docs/guides/adding-a-rule.md to what the library does: every check is there, and its example is taken. */
class RuleGuideTests {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.+?)```", Pattern.DOTALL);

    private static String guide(String name) throws IOException {
        return Files.readString(Path.of("../docs/guides").resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adding-a-rule.md", "adding-a-rule.zh-CN.md"})
    void listsEveryCheckAndNoOther(String name) throws IOException {
        Set<String> listed = new TreeSet<>();
        Matcher matcher = ROW.matcher(guide(name));
        while (matcher.find()) {
            listed.add(matcher.group(1));
        }

        assertThat(listed).isEqualTo(Checks.ids());
    }

    @ParameterizedTest
    @ValueSource(strings = {"adding-a-rule.md", "adding-a-rule.zh-CN.md"})
    void givesExamplesTheLicenceSchemaTakes(String name) throws IOException {
        Matcher matcher = EXAMPLE.matcher(guide(name));
        assertThat(matcher.find()).isTrue();
        String field = matcher.group(1);
        assertThat(matcher.find()).isTrue();
        String rules = matcher.group(1);
        assertThat(matcher.find()).isTrue();
        String references = matcher.group(1);
        String avsc = StandardSchemas.find("licence", "1-0-0").orElseThrow();
        int fields = avsc.indexOf("\"fields\"");
        int first = avsc.indexOf('[', fields) + 1;

        StandardSchema schema = StandardSchema.parse(withoutRules(avsc.substring(0, fields)) + rules + "," + references
                + "," + avsc.substring(fields, first) + field + "," + avsc.substring(first));

        assertThat(schema.field("recheckedOn")).isPresent();
        assertThat(schema.rules()).extracting(StandardRule::id).containsExactly("recheck-within-a-year");
        assertThat(schema.references()).extracting(StandardReference::id).containsExactly("holder-registered");
    }

    /** The head of the schema without its own rules, which the example's replace. */
    private static String withoutRules(String head) {
        int rules = head.indexOf("\"hub.rules\"");
        return rules < 0 ? head : head.substring(0, rules);
    }
}
