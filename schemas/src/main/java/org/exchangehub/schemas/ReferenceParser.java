package org.exchangehub.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.value.FieldType.Kind;
import org.exchangehub.schemas.value.LocalizedText;

/** Reads {@code hub.references} of a standard schema. */
final class ReferenceParser {

    private static final int MOST = 20;
    private static final Set<String> PROPERTIES = Set.of("id", "fields", "dataset", "severity", "message");

    private final List<StandardField> fields;
    private final Refusals refusals;

    ReferenceParser(List<StandardField> fields, Refusals refusals) {
        this.fields = fields;
        this.refusals = refusals;
    }

    List<StandardReference> read(JsonNode list) {
        if (list.isMissingNode()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST) {
            refusals.add("/hub.references", "a list of at most " + MOST + " references", list);
            return List.of();
        }
        List<StandardReference> references = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            reference(list.get(i), "/hub.references/" + i).ifPresent(references::add);
        }
        return references;
    }

    private Optional<StandardReference> reference(JsonNode node, String path) {
        refusals.unknownNames(node, path, "", PROPERTIES);
        Optional<String> id = refusals.text(node.get("id"), path + "/id", "the rule's id");
        Optional<String> dataset = refusals.text(node.get("dataset"), path + "/dataset", "a dataset's catalog code");
        Optional<LocalizedText> message = refusals.localized(node.get("message"), path + "/message");
        Optional<Severity> severity = refusals.severity(node, path);
        List<String> named = refusals.texts(node.get("fields"), path + "/fields", "a list of field names");
        if (named.isEmpty()) {
            refusals.add(path + "/fields", "at least one field name", node.get("fields"));
        }
        for (int i = 0; i < named.size(); i++) {
            String name = named.get(i);
            if (named.indexOf(name) != i || fields.stream().noneMatch(field -> plain(field, name))) {
                refusals.add(path + "/fields/" + i, "a field that is there, plain and named once", name);
            }
        }
        return id.isEmpty() || dataset.isEmpty() || message.isEmpty() || severity.isEmpty() || named.isEmpty()
                ? Optional.empty()
                : Optional.of(new StandardReference(id.get(), named, dataset.get(), severity.get(), message.get()));
    }

    private static boolean plain(StandardField field, String name) {
        return field.name().equals(name)
                && field.type().kind() != Kind.JSON
                && field.type().kind() != Kind.BYTES;
    }
}
