package org.exchangehub.schemas.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.exchangehub.schemas.forms.AddressElement;
import org.exchangehub.schemas.forms.ValueKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/guides/mapping.md to what the code does: every name is there, every example gives what it says. */
class MappingGuideTests {

    private static final Pattern EXAMPLE =
            Pattern.compile("^\\| `(.+?)` \\| `(.*?)` \\| (?:`(.*?)`|nothing) \\|", Pattern.MULTILINE);

    private static String guide() {
        try {
            return Files.readString(Path.of("../docs/guides/mapping.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Example(String transform, String value, @Nullable String result) {}

    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(guide());
        while (matcher.find()) {
            examples.add(new Example(matcher.group(1), matcher.group(2), matcher.group(3)));
        }
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleGivesWhatItSays(Example example) {
        Mapping mapping = Mapping.parse("{\"version\":1,\"fields\":[{\"to\":\"x\",\"from\":\"a\",\"transforms\":["
                + example.transform() + "]}]}");

        assertThat(mapping.apply(Map.of("a", example.value()))).containsEntry("x", example.result());
    }

    @Test
    void everyTransformHasAnExample() {
        assertThat(Transforms.names())
                .allMatch(name -> examples().stream()
                        .anyMatch(example -> example.transform().startsWith("\"" + name + "\"")
                                || example.transform().startsWith("{\"" + name + "\"")));
    }

    @Test
    void everyPropertyKindAndStepIsNamed() {
        Stream<String> names = Stream.of(
                        MappingParser.PROPERTIES,
                        MappingParser.SWAPPED_PROPERTIES,
                        MappingParser.NEWEST_PROPERTIES,
                        WayParser.SOURCES,
                        WayParser.CONCAT_PROPERTIES,
                        WayParser.CEL_PROPERTIES,
                        Set.of("to", "otherwise", "transforms"),
                        Set.copyOf(ValueKind.words()),
                        Set.copyOf(AddressElement.words()))
                .flatMap(Set::stream);

        assertThat(names).allMatch(name -> guide().contains("`" + name + "`"));
    }

    @Test
    void everyWholeMappingIsOne() {
        Matcher block = Pattern.compile("```json\n(\\{\\s*\"version\".*?)```", Pattern.DOTALL)
                .matcher(guide());
        List<Mapping> mappings = new ArrayList<>();
        while (block.find()) {
            mappings.add(Mapping.parse(block.group(1)));
        }

        assertThat(mappings).isNotEmpty();
    }
}
