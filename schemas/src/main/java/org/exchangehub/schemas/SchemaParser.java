package org.exchangehub.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.exchangehub.schemas.check.Checks;
import org.exchangehub.schemas.check.FieldShape;
import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.masking.MaskRule;
import org.exchangehub.schemas.value.FieldType;
import org.exchangehub.schemas.value.LocalizedText;

/** Reads a standard schema, refusing whatever the library could not keep to. */
final class SchemaParser {

    /** PostgreSQL holds 1 600 columns; the rest is the hub's own (DESIGN §3.5). */
    private static final int MOST_FIELDS = 1_000;

    private static final int LONGEST = 1_000_000;
    private static final int MOST_RULES = 200;
    private static final Set<String> RECORD_PROPERTIES =
            Set.of("hub.dataset", "hub.title", "hub.key", "hub.rules", "hub.references");
    private static final Set<String> RULE_PROPERTIES = Set.of("id", "expression", "severity", "message");

    private final Refusals refusals = new Refusals();
    private final JsonNode root;
    private final Schema avro;

    private SchemaParser(JsonNode root, Schema avro) {
        this.root = root;
        this.avro = avro;
    }

    static StandardSchema parse(String avsc) {
        if (avsc.length() > LONGEST) {
            throw refused("", "at most " + LONGEST + " characters", avsc.length() + " characters");
        }
        JsonNode root;
        try {
            root = Json.mapper().readTree(avsc);
        } catch (JsonProcessingException e) {
            throw refused("", "JSON", String.valueOf(e.getOriginalMessage()));
        }
        if (!root.path("type").asText().equals("record")) {
            throw refused("/type", "record", root.path("type").toString());
        }
        return new SchemaParser(root, avro(avsc)).schema();
    }

    private static Schema avro(String avsc) {
        try {
            return new Schema.Parser().parse(avsc);
        } catch (AvroRuntimeException | UnsupportedOperationException | IllegalArgumentException e) {
            // the second is how Avro refuses a size beyond its own limits
            throw refused("", "an Avro schema", String.valueOf(e.getMessage()));
        }
    }

    private static SchemaRefused refused(String path, String expected, String found) {
        Refusals one = new Refusals();
        one.add(path, expected, found);
        return new SchemaRefused(one.list());
    }

    private StandardSchema schema() {
        refusals.unknownNames(root, "", "hub.", RECORD_PROPERTIES);
        Optional<String> dataset = refusals.text(root.get("hub.dataset"), "/hub.dataset", "the dataset's code");
        Optional<LocalizedText> title = refusals.localized(root.get("hub.title"), "/hub.title");
        List<StandardField> fields = fields();
        List<String> key = key(fields);
        List<StandardRule> rules = rules(fields);
        List<StandardReference> references = new ReferenceParser(fields, refusals).read(root.path("hub.references"));
        refuseRepeatedIds(rules, references);
        if (!refusals.isEmpty()) {
            throw new SchemaRefused(refusals.list());
        }
        return new StandardSchema(avro, dataset.orElseThrow(), title.orElseThrow(), key, fields, rules, references);
    }

    private List<StandardField> fields() {
        int count = avro.getFields().size();
        if (count < 1 || count > MOST_FIELDS) {
            refusals.add("/fields", "1 to " + MOST_FIELDS + " fields", count + " fields");
            return List.of();
        }
        List<StandardField> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            new FieldParser(root.get("fields").get(i), avro.getFields().get(i), "/fields/" + i, refusals)
                    .field()
                    .ifPresent(fields::add);
        }
        refuseRepetition(fields);
        if (fields.size() == count) {
            refuseCrossChecks(fields);
            refuseMasksWithoutTheirField(fields);
        }
        return fields;
    }

    private void refuseCrossChecks(List<StandardField> fields) {
        Map<String, FieldShape> shapes = new HashMap<>();
        fields.forEach(field -> shapes.put(field.name(), field.shape()));
        for (int i = 0; i < fields.size(); i++) {
            List<String> checks = fields.get(i).checks();
            for (int j = 0; j < checks.size(); j++) {
                if (Checks.crossesFields(checks.get(j))) {
                    try {
                        Checks.compile(checks.get(j), fields.get(i).shape(), shapes);
                    } catch (IllegalArgumentException e) {
                        String path = "/fields/" + i + "/hub.checks/" + j;
                        refusals.add(path, String.valueOf(e.getMessage()), checks.get(j));
                    }
                }
            }
        }
    }

    private void refuseMasksWithoutTheirField(List<StandardField> fields) {
        Set<String> texts = fields.stream()
                .filter(field -> field.type().kind() == FieldType.Kind.STRING)
                .map(StandardField::name)
                .collect(Collectors.toSet());
        for (int i = 0; i < fields.size(); i++) {
            MaskRule mask = fields.get(i).mask();
            if (mask != null && mask.field() != null && !texts.contains(mask.field())) {
                refusals.add("/fields/" + i + "/hub.mask", "a mask and a string field it goes by", mask.text());
            }
        }
    }

    private void refuseRepetition(List<StandardField> fields) {
        Map<Integer, String> ids = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (StandardField field : fields) {
            String path = "/fields/" + avro.getField(field.name()).pos();
            String other = ids.put(field.id(), field.name());
            if (other != null) {
                refusals.add(path + "/hub.id", "an id of its own, not that of " + other, field.id());
            }
            List<String> called = new ArrayList<>(field.aliases());
            called.add(field.name());
            for (String name : called) {
                if (!names.add(name.toLowerCase(Locale.ROOT))) {
                    refusals.add(path + "/name", "names and aliases no other field has, whatever the case", name);
                }
            }
        }
    }

    private List<String> key(List<StandardField> fields) {
        List<String> key = refusals.texts(root.get("hub.key"), "/hub.key", "a list of field names");
        if (key.isEmpty()) {
            refusals.add("/hub.key", "at least one field name", root.get("hub.key"));
        }
        for (int i = 0; i < key.size(); i++) {
            String name = key.get(i);
            boolean mandatory = fields.stream()
                    .anyMatch(field -> field.name().equals(name)
                            && !field.nullable()
                            && field.type().kind() != FieldType.Kind.JSON
                            && field.type().kind() != FieldType.Kind.BYTES);
            if (!mandatory || key.indexOf(name) != i) {
                refusals.add("/hub.key/" + i, "a field that is there once, plain and not nullable", name);
            }
        }
        return key;
    }

    private List<StandardRule> rules(List<StandardField> fields) {
        JsonNode list = root.path("hub.rules");
        if (list.isMissingNode()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST_RULES) {
            refusals.add("/hub.rules", "a list of at most " + MOST_RULES + " rules", list);
            return List.of();
        }
        List<StandardRule> rules = new ArrayList<>();
        RuleCompiler compiler = new RuleCompiler(fields);
        for (int i = 0; i < list.size(); i++) {
            rule(list.get(i), "/hub.rules/" + i, compiler).ifPresent(rules::add);
        }
        return rules;
    }

    private void refuseRepeatedIds(List<StandardRule> rules, List<StandardReference> references) {
        Set<String> ids = new HashSet<>(Checks.ids());
        rules.stream()
                .filter(rule -> !ids.add(rule.id()))
                .forEach(rule -> refusals.add("/hub.rules", "ids used once and by no check", rule.id()));
        references.stream()
                .filter(reference -> !ids.add(reference.id()))
                .forEach(reference -> refusals.add("/hub.references", "ids used by no check or rule", reference.id()));
    }

    private Optional<StandardRule> rule(JsonNode node, String path, RuleCompiler compiler) {
        refusals.unknownNames(node, path, "", RULE_PROPERTIES);
        Optional<String> id = refusals.text(node.get("id"), path + "/id", "the rule's id");
        Optional<String> expression = refusals.text(node.get("expression"), path + "/expression", "a CEL expression");
        Optional<LocalizedText> message = refusals.localized(node.get("message"), path + "/message");
        Optional<Severity> severity = refusals.severity(node, path);
        if (id.isEmpty() || expression.isEmpty() || message.isEmpty() || severity.isEmpty()) {
            return Optional.empty();
        }
        StandardRule rule = new StandardRule(id.get(), expression.get(), severity.get(), message.get());
        try {
            compiler.compile(rule);
        } catch (IllegalArgumentException e) {
            refusals.add(path + "/expression", String.valueOf(e.getMessage()), expression.get());
        }
        return Optional.of(rule);
    }
}
