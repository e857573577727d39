package org.exchangehub.schemas.inference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.check.Checks;

/** The mapping of a proposal as it grows, with the steps its values need. */
final class MappingDraft {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StandardSchema schema;
    private final Map<String, ObjectNode> fields = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    MappingDraft(StandardSchema schema) {
        this.schema = schema;
    }

    void add(Column column, StandardField field) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("to", field.name());
        if (column.from().size() == 1) {
            node.put("from", column.from().getFirst());
            headers.put(field.name(), column.from().getFirst());
        } else {
            ObjectNode concat = node.putObject("concat");
            ArrayNode from = concat.putArray("from");
            column.from().forEach(from::add);
            concat.put("with", column.with());
        }
        ArrayNode transforms = Steps.of(column, field);
        if (!transforms.isEmpty()) {
            node.set("transforms", transforms);
        }
        fields.put(field.name(), node);
    }

    /** What an identifier says fills fields that no column fills. */
    void derive() {
        for (StandardField field : schema.fields()) {
            for (String spec : field.checks()) {
                switch (Checks.id(spec)) {
                    case "birth-date-of" -> derived(field, argument(spec), "birthDateOfId");
                    case "sex-of" -> derived(field, argument(spec), "sexOfId");
                    case "organisation-code" ->
                        schema.fields().stream()
                                .filter(other -> schema.key().contains(other.name())
                                        && other.checks().contains("uscc"))
                                .forEach(code -> derived(field, code.name(), "organisationCodeOfUscc"));
                    default -> {}
                }
            }
        }
    }

    private static String argument(String spec) {
        return spec.substring(spec.indexOf(':') + 1);
    }

    private void derived(StandardField field, String from, String transform) {
        String header = headers.get(from);
        if (header != null) {
            ObjectNode way = JsonNodeFactory.instance.objectNode();
            way.put("from", header).putArray("transforms").add(transform);
            ObjectNode own = fields.get(field.name());
            if (own == null) {
                way.put("to", field.name());
                fields.put(field.name(), way);
            } else if (!own.has("otherwise")) {
                own.set("otherwise", way);
            }
        }
    }

    Collection<String> targets() {
        return fields.keySet();
    }

    /** A mapping has at least one field. */
    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("version", 1);
        ArrayNode list = root.putArray("fields");
        schema.fields().stream()
                .map(StandardField::name)
                .filter(fields::containsKey)
                .forEach(name -> list.add(fields.get(name)));
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
