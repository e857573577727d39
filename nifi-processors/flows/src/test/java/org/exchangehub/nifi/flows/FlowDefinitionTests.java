package org.exchangehub.nifi.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlowDefinitionTests {

    private static final Pattern REFERENCE = Pattern.compile("#\\{([^}]+)}");

    @ParameterizedTest
    @EnumSource
    void declaresExactlyTheParametersItUses(FlowDefinition definition) throws IOException {
        JsonNode snapshot = read(definition);
        Set<String> used = REFERENCE
                .matcher(snapshot.path("flowContents").toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(declared(snapshot, definition)).isEqualTo(used);
    }

    @ParameterizedTest
    @EnumSource
    void namesNoParameterThatIsNotAConstant(FlowDefinition definition) throws IOException {
        Set<String> constants = Arrays.stream(FlowDefinition.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()) && field.getType() == String.class)
                .map(FlowDefinitionTests::value)
                .collect(Collectors.toSet());

        assertThat(constants).containsAll(declared(read(definition), definition));
    }

    @ParameterizedTest
    @EnumSource
    void marksItsSecretsAndGivesThemNoValue(FlowDefinition definition) throws IOException {
        for (JsonNode parameter : parameters(read(definition), definition)) {
            boolean secret = FlowDefinition.sensitive(parameter.path("name").asText());
            assertThat(parameter.path("sensitive").asBoolean()).isEqualTo(secret);
            assertThat(secret && parameter.has("value")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesABundleVersionAndKeepsNiFisOwnLanguage(FlowDefinition definition) {
        assertThat(definition.json()).doesNotContain("@project.version@");
    }

    private static JsonNode read(FlowDefinition definition) throws IOException {
        return new ObjectMapper().readTree(definition.json());
    }

    private static JsonNode parameters(JsonNode snapshot, FlowDefinition definition) {
        return snapshot.path("parameterContexts").path(definition.resource()).path("parameters");
    }

    private static Set<String> declared(JsonNode snapshot, FlowDefinition definition) {
        return StreamSupport.stream(parameters(snapshot, definition).spliterator(), false)
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
