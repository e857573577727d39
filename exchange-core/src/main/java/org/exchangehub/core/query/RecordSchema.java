package org.exchangehub.core.query;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.contract.RowCondition.Operator;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.codes.CodeList;
import org.exchangehub.schemas.codes.CodeLists;
import org.exchangehub.schemas.value.FieldType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A dataset's fields as JSON Schema (2020-12) of the records the API gives in clear. */
final class RecordSchema {

    /** Longer code lists are named, not listed. */
    private static final int MOST_CODES = 50;

    private static final JsonMapper JSON = JsonMapper.shared();

    private RecordSchema() {}

    /** The record; which of its fields a caller gets, and which of them masked, the grant says. */
    static ObjectNode of(StandardSchema schema, Map<String, String> example) {
        ObjectNode record = JSON.createObjectNode();
        record.put("type", "object").put("title", schema.title().en());
        record.put("description", schema.title().zh());
        ObjectNode properties = record.putObject("properties");
        for (StandardField field : schema.fields()) {
            properties.set(field.name(), property(schema, field));
        }
        record.set("example", values(schema, example));
        return record;
    }

    /** Values by field, each as JSON has its type. */
    static ObjectNode values(StandardSchema schema, Map<String, String> texts) {
        ObjectNode values = JSON.createObjectNode();
        texts.forEach((name, text) -> schema.field(name).ifPresent(field -> {
            switch (field.type().kind()) {
                case LONG, INTEGER, DOUBLE, DECIMAL -> values.set(name, JSON.readTree(text));
                case BOOLEAN -> values.put(name, Boolean.parseBoolean(text));
                case STRING, DATE, TIMESTAMP, BYTES, JSON -> values.put(name, text);
            }
        }));
        return values;
    }

    private static ObjectNode property(StandardSchema schema, StandardField field) {
        ObjectNode property = JSON.createObjectNode();
        typed(property, field);
        property.put("title", field.title().en());
        property.put("description", description(schema, field));
        property.put("x-hub-level", field.level().number());
        Optional.ofNullable(field.codes())
                .flatMap(CodeLists::find)
                .filter(list -> list.codes().size() <= MOST_CODES)
                .ifPresent(list -> {
                    ArrayNode codes = property.putArray("x-hub-codes");
                    list.codes()
                            .forEach(code -> codes.addObject()
                                    .put("code", code)
                                    .put("zh", list.meaning(code).orElseThrow().zh())
                                    .put("en", list.meaning(code).orElseThrow().en()));
                });
        return property;
    }

    private static void typed(ObjectNode property, StandardField field) {
        FieldType type = field.type();
        String name =
                switch (type.kind()) {
                    case STRING, DATE, TIMESTAMP, BYTES -> "string";
                    case LONG, INTEGER -> "integer";
                    case DOUBLE, DECIMAL -> "number";
                    case BOOLEAN -> "boolean";
                    case JSON -> "";
                };
        if (!name.isEmpty()) {
            ArrayNode types = property.putArray("type").add(name);
            // Masked, whatever it is in clear is a text; where there is no value, null.
            if (!name.equals("string")) {
                types.add("string");
            }
            types.add("null");
        }
        switch (type.kind()) {
            case DATE -> property.put("format", "date");
            case TIMESTAMP -> property.put("format", "date-time");
            case LONG -> property.put("format", "int64");
            case INTEGER -> property.put("format", "int32");
            case BYTES -> property.put("contentEncoding", "base64");
            case STRING, DOUBLE, DECIMAL, BOOLEAN, JSON -> {}
        }
    }

    private static String description(StandardSchema schema, StandardField field) {
        StringBuilder text = new StringBuilder(field.title().zh());
        StandardField.Element element = field.element();
        if (element != null) {
            text.append("; ").append(element.standard()).append(' ').append(element.code());
        }
        Optional.ofNullable(field.codes())
                .flatMap(CodeLists::find)
                .map(CodeList::standard)
                .ifPresent(standard -> text.append("; codes of ").append(standard));
        if (field.unit() != null) {
            text.append("; in ").append(field.unit());
        }
        if (!field.checks().isEmpty()) {
            text.append("; checks: ").append(String.join(", ", field.checks()));
        }
        List<String> operators = operators(schema, field);
        if (!operators.isEmpty()) {
            text.append("; filters: ").append(String.join(", ", operators));
        }
        return text.toString();
    }

    /** How the field may be filtered by whoever gets it in clear: {@code eq}, {@code in} and so on. */
    static List<String> operators(StandardSchema schema, StandardField field) {
        return List.of(Operator.values()).stream()
                .filter(operator -> new RowCondition(field.name(), operator, List.of("x")).offeredBy(schema))
                .map(operator -> operator.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
