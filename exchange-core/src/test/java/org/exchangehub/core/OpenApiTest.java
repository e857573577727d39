package org.exchangehub.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@HubTest
class OpenApiTest {

    private static final Path CONTRACT = Path.of("..", "docs", "openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final HubClient hub;
    private final Collection<HandlerMethod> handlers;

    OpenApiTest(HubClient hub, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlerMapping) {
        this.hub = hub;
        this.handlers = handlerMapping.getHandlerMethods().values();
    }

    private JsonNode contract() {
        var answer = hub.as("market-developer").get("/api/v1/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void isTheContractCheckedIn() throws IOException {
        JsonNode contract = contract();
        assertThat(contract.get("openapi").asString()).startsWith("3.1");
        String current = JSON.writeValueAsString(contract) + "\n";

        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(CONTRACT, current);
        }

        assertThat(current)
                .as("docs/openapi.json (a wanted change is written with -Dopenapi.update=true)")
                .isEqualTo(Files.readString(CONTRACT));
    }

    @Test
    void namesEveryOperationAfterItsControllerAndMethod() {
        List<String> ids = contract()
                .get("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .map(operation -> operation.path("operationId").asString())
                .toList();

        assertThat(ids)
                .as("two methods of one controller by one name have no name of their own in the contract")
                .doesNotHaveDuplicates();
        assertThat(handlers.stream()
                        .map(handler -> OpenApiConfiguration.operationId(
                                handler.getBeanType(), handler.getMethod().getName())))
                .containsAll(ids);
    }

    /** The contract names a record by its simple name; of two by one name the second would stand for both. */
    @Test
    void callsNoTwoRecordsAlike() {
        Set<Class<?>> said = new HashSet<>();
        handlers.stream()
                .filter(handler -> handler.getBeanType().getName().startsWith("org.exchangehub"))
                .map(HandlerMethod::getMethod)
                .flatMap(OpenApiTest::types)
                .forEach(type -> collect(type, said));

        Map<String, Set<String>> byName = said.stream()
                .collect(Collectors.groupingBy(
                        Class::getSimpleName,
                        Collectors.mapping(Class::getName, Collectors.toCollection(TreeSet::new))));

        assertThat(byName).containsKeys("GrantView", "ApplicationRequest", "GrantedField");
        assertThat(byName.values().stream().filter(same -> same.size() > 1))
                .as("records of one name, which the contract takes for one: rename all but one of each line")
                .isEmpty();
    }

    private static Stream<ResolvableType> types(Method method) {
        Stream<ResolvableType> bodies = Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .map(parameter -> ResolvableType.forType(parameter.getParameterizedType()));
        return Stream.concat(Stream.of(ResolvableType.forMethodReturnType(method)), bodies);
    }

    /** What a component says; one that is unwrapped has no name in the contract, its own components have. */
    private static List<ResolvableType> said(ResolvableType type, RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                ? Arrays.stream(type.resolve(Object.class).getRecordComponents())
                        .map(each -> ResolvableType.forType(each.getGenericType(), type))
                        .toList()
                : List.of(type);
    }

    private static void collect(ResolvableType type, Set<Class<?>> said) {
        Class<?> raw = type.resolve(Object.class);
        List<ResolvableType> inner = new ArrayList<>(List.of(type.getGenerics()));
        Predicate<Class<?>> ours = each -> each.getName().startsWith("org.exchangehub") && !each.isEnum();
        if (ours.test(raw) && said.add(raw)) {
            if (raw.isRecord()) {
                for (RecordComponent component : raw.getRecordComponents()) {
                    inner.addAll(said(ResolvableType.forType(component.getGenericType(), type), component));
                }
            }
            Class<?>[] permitted = raw.getPermittedSubclasses();
            if (permitted != null) {
                Arrays.stream(permitted).map(ResolvableType::forClass).forEach(inner::add);
            }
        }
        inner.forEach(each -> collect(each, said));
    }
}
