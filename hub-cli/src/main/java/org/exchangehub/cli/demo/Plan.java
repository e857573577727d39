package org.exchangehub.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.StandardSchemas;
import org.exchangehub.schemas.samples.AddressSamples;
import org.exchangehub.schemas.samples.HouseSamples;
import org.exchangehub.schemas.samples.LegalPersonSamples;
import org.exchangehub.schemas.samples.LicenceSamples;
import org.exchangehub.schemas.samples.RealEstateUnitSamples;
import org.exchangehub.schemas.samples.ResidentPopulationSamples;

/**
 * What happens with one dataset in the story: who provides it, under which schema, from which source, who asks for
 * it and what is then queried. Read from {@code plans/<name>.json}; the bodies are those of the hub's API.
 */
public record Plan(
        String name,
        Provider provider,
        Consumer consumer,
        JsonNode dataset,
        JsonNode schema,
        ObjectNode source,
        JsonNode application,
        Questions questions) {

    private static final String STANDARD = "standard:";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The people of the department that provides the dataset. */
    public record Provider(String steward, String head) {}

    /** The people and the application of the department that asks for it. */
    public record Consumer(String developer, String head, String client) {}

    /**
     * What the consumer's application asks.
     *
     * @param keyField field of the records' key
     * @param page query string of a filtered page; empty where no record may be seen and claims are verified only
     * @param claims fields to verify, and for each whether the true value is claimed
     * @param denied query string that names a field the grant does not cover
     */
    public record Questions(String keyField, String page, List<String> claims, String denied) {}

    /** The plan of that name, with its schema and mapping put in. */
    public static Plan named(String name) {
        JsonNode plan = json("plans/" + name + ".json");
        ObjectNode source = plan.path("source").deepCopy();
        source.set("mapping", json(source.path("mapping").asText()));
        JsonNode provider = plan.path("provider");
        JsonNode consumer = plan.path("consumer");
        JsonNode questions = plan.path("questions");
        List<String> claims = new ArrayList<>();
        questions.path("claims").forEach(claim -> claims.add(claim.asText()));
        return new Plan(
                name,
                new Provider(
                        provider.path("steward").asText(), provider.path("head").asText()),
                new Consumer(
                        consumer.path("developer").asText(),
                        consumer.path("head").asText(),
                        consumer.path("client").asText()),
                plan.path("dataset"),
                json(plan.path("schema").asText()),
                source,
                plan.path("application"),
                new Questions(
                        questions.path("keyField").asText(),
                        questions.path("page").asText(),
                        claims,
                        questions.path("denied").asText()));
    }

    /** The same plan for another dataset of the same schema: another Chinese title, another source. */
    public Plan again(String titleZh, String sourceCode) {
        ObjectNode other = dataset.deepCopy();
        other.withObject("title").put("zh", titleZh);
        return new Plan(
                name + " again",
                provider,
                consumer,
                other,
                schema,
                source.deepCopy().put("code", sourceCode),
                application,
                questions);
    }

    /** The same plan, its schema referring ({@code plan:<name>}) to the datasets of other plans by their codes. */
    Plan referring(Map<Plan, String> codes) {
        String text = schema.toString();
        for (Map.Entry<Plan, String> other : codes.entrySet()) {
            text = text.replace("\"plan:" + other.getKey().name() + "\"", "\"" + other.getValue() + "\"");
        }
        return new Plan(name, provider, consumer, dataset, parsed(text), source, application, questions);
    }

    /** Whether its rows can be brought before those of the other plans are there. */
    boolean standsAlone() {
        return !schema.toString().contains("\"plan:");
    }

    /** Whether somebody asks for the dataset; otherwise it is only brought in. */
    boolean shared() {
        return !application.isMissingNode();
    }

    String title() {
        JsonNode title = dataset.path("title");
        return title.path("zh").asText() + " " + title.path("en").asText();
    }

    String sourceCode() {
        return source.path("code").asText();
    }

    String purpose() {
        return application.path("purpose").asText();
    }

    /** A resource of this package, a standard schema ({@code standard:}), or the mapping of generated rows ({@code samples:}). */
    private static JsonNode json(String resource) {
        return switch (resource) {
            case "samples:legal-person" -> parsed(LegalPersonSamples.mapping());
            case "samples:licence" -> parsed(LicenceSamples.mapping());
            case "samples:resident-population" -> parsed(ResidentPopulationSamples.mapping());
            case "samples:house" -> parsed(HouseSamples.mapping());
            case "samples:real-estate-unit" -> parsed(RealEstateUnitSamples.mapping());
            case "samples:standard-address" -> parsed(AddressSamples.mapping());
            default -> resource.startsWith(STANDARD) ? standard(resource.substring(STANDARD.length())) : own(resource);
        };
    }

    /** @param name dataset, slash, version */
    private static JsonNode standard(String name) {
        int slash = name.indexOf('/');
        return parsed(StandardSchemas.find(name.substring(0, slash), name.substring(slash + 1))
                .orElseThrow(() -> new StoryBroken("the standards library has no schema " + name)));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode own(String resource) {
        try (InputStream in = Plan.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new StoryBroken("resource " + resource + " is missing from the class path");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
