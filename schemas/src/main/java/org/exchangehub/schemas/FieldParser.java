package org.exchangehub.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.exchangehub.schemas.check.Checks;
import org.exchangehub.schemas.codes.CodeLists;
import org.exchangehub.schemas.masking.Mask;
import org.exchangehub.schemas.masking.MaskRule;
import org.exchangehub.schemas.value.FieldType;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Reads one field of a standard schema. */
final class FieldParser {

    private static final Set<String> PROPERTIES = Set.of(
            "hub.id",
            "hub.title",
            "hub.element",
            "hub.codes",
            "hub.checks",
            "hub.level",
            "hub.mask",
            "hub.filter",
            "hub.unit");
    private static final int DEEPEST = 8;
    /** Types within one field when every name is written out: a record may hold another many times over, and that one another. */
    private static final int MOST_NESTED = 10_000;
    /** Digits a database's decimal holds. */
    private static final int MOST_DIGITS = 1_000;

    private final JsonNode node;
    private final Schema.Field avro;
    private final String path;
    private final Refusals refusals;
    private int nestedTypes;

    FieldParser(JsonNode node, Schema.Field avro, String path, Refusals refusals) {
        this.node = node;
        this.avro = avro;
        this.path = path;
        this.refusals = refusals;
    }

    Optional<StandardField> field() {
        refusals.unknownNames(node, path, "hub.", PROPERTIES);
        if (avro.name().startsWith("_")) {
            refusals.add(
                    path + "/name",
                    "a name that does not begin with _, which marks the hub's own columns",
                    avro.name());
        }
        Optional<FieldType> type = type();
        int id = id();
        Optional<LocalizedText> title = refusals.localized(node.get("hub.title"), path + "/hub.title");
        Optional<Level> level = level();
        FilterKind filter = filter();
        if (type.isEmpty() || title.isEmpty() || level.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StandardField(
                avro.name(),
                id,
                title.get(),
                type.get(),
                nullable(),
                element(),
                codes(type.get()),
                checks(type.get()),
                level.get(),
                mask(type.get()),
                filter,
                unit(),
                List.copyOf(avro.aliases())));
    }

    private boolean nullable() {
        return avro.schema().isNullable();
    }

    /** The field's schema without null. */
    static Schema value(Schema schema) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes().getLast() : schema;
    }

    private Optional<FieldType> type() {
        Schema schema = avro.schema();
        if (schema.getType() == Schema.Type.UNION) {
            boolean optional = schema.getTypes().size() == 2
                    && schema.getTypes().getFirst().getType() == Schema.Type.NULL;
            if (!optional || !node.path("default").isNull()) {
                refusals.add(
                        path + "/type",
                        "a type, or [\"null\", a type] with \"default\": null",
                        node.get("type") + " with default " + node.get("default"));
                return Optional.empty();
            }
        }
        Optional<FieldType> type = plain(value(schema));
        if (type.isEmpty()) {
            refusals.add(
                    path + "/type",
                    "string, long, int, double, float, boolean, bytes, decimal of at most 1000 digits, date, timestamp-millis,"
                            + " timestamp-micros, array or record",
                    node.get("type"));
        }
        return type;
    }

    private Optional<FieldType> plain(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        boolean unknown = logical == null && schema.getProp("logicalType") != null;
        if (unknown) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (schema.getType()) {
                    case STRING -> logical == null ? FieldType.STRING : null;
                    case BOOLEAN -> FieldType.BOOLEAN;
                    case FLOAT, DOUBLE -> FieldType.DOUBLE;
                    case INT -> logical == null ? FieldType.INTEGER : date(logical);
                    case LONG -> logical == null ? FieldType.LONG : timestamp(logical);
                    case BYTES -> logical == null ? FieldType.BYTES : decimal(logical);
                    case ARRAY, RECORD -> nested(schema, 0) ? FieldType.JSON : null;
                    case UNION, ENUM, MAP, FIXED, NULL -> null;
                });
    }

    private static @Nullable FieldType date(LogicalType logical) {
        return logical instanceof LogicalTypes.Date ? FieldType.DATE : null;
    }

    private static @Nullable FieldType timestamp(LogicalType logical) {
        boolean instant =
                logical instanceof LogicalTypes.TimestampMillis || logical instanceof LogicalTypes.TimestampMicros;
        return instant ? FieldType.TIMESTAMP : null;
    }

    private static @Nullable FieldType decimal(LogicalType logical) {
        return logical instanceof LogicalTypes.Decimal decimal && decimal.getPrecision() <= MOST_DIGITS
                ? FieldType.decimal(decimal.getPrecision(), decimal.getScale())
                : null;
    }

    /** Arrays and records of plain types, a few levels deep and not too many; a record that holds itself is too deep. */
    private boolean nested(Schema schema, int depth) {
        nestedTypes++;
        if (depth > DEEPEST
                || nestedTypes > MOST_NESTED
                || schema.getObjectProps().keySet().stream().anyMatch(name -> name.startsWith("hub."))) {
            return false;
        }
        return switch (schema.getType()) {
            case ARRAY -> nested(schema.getElementType(), depth + 1);
            case RECORD ->
                schema.getFields().stream()
                        .allMatch(field -> nested(field.schema(), depth + 1)
                                && field.getObjectProps().keySet().stream().noneMatch(name -> name.startsWith("hub.")));
            case UNION -> schema.getTypes().stream().allMatch(branch -> nested(branch, depth + 1));
            case STRING, BOOLEAN, FLOAT, DOUBLE, INT, LONG, NULL -> schema.getLogicalType() == null;
            case ENUM, MAP, FIXED, BYTES -> false;
        };
    }

    private int id() {
        JsonNode id = node.get("hub.id");
        if (id == null || !id.canConvertToInt() || !id.isIntegralNumber() || id.intValue() < 1) {
            refusals.add(path + "/hub.id", "a whole number of at least 1, stable over all versions", id);
            return 0;
        }
        return id.intValue();
    }

    private Optional<Level> level() {
        JsonNode level = node.get("hub.level");
        Optional<Level> known = level == null ? Optional.empty() : Level.ofWord(level.asText());
        if (known.isEmpty()) {
            refusals.add(path + "/hub.level", "1, 2, 3, 4, \"important\" or \"core\" (GB/T 43697)", level);
        }
        return known;
    }

    private FilterKind filter() {
        JsonNode filter = node.get("hub.filter");
        if (filter == null) {
            return FilterKind.NONE;
        }
        Optional<FilterKind> known = FilterKind.ofWord(filter.asText());
        if (known.isEmpty()) {
            refusals.add(path + "/hub.filter", "none, equality, range, prefix or text", filter);
        }
        return known.orElse(FilterKind.NONE);
    }

    private StandardField.@Nullable Element element() {
        JsonNode element = node.get("hub.element");
        if (element == null) {
            return null;
        }
        String at = path + "/hub.element";
        refusals.unknownNames(element, at, "", Set.of("standard", "code"));
        Optional<String> standard = refusals.text(element.get("standard"), at + "/standard", "a standard's number");
        Optional<String> code = refusals.text(element.get("code"), at + "/code", "the element's code in it");
        return standard.isPresent() && code.isPresent() ? new StandardField.Element(standard.get(), code.get()) : null;
    }

    private @Nullable String codes(FieldType type) {
        JsonNode codes = node.get("hub.codes");
        if (codes == null) {
            return null;
        }
        if (CodeLists.find(codes.asText()).isEmpty() || type.kind() != FieldType.Kind.STRING) {
            refusals.add(path + "/hub.codes", "on a string field, one of " + CodeLists.names(), codes);
        }
        return codes.asText();
    }

    private List<String> checks(FieldType type) {
        String at = path + "/hub.checks";
        List<String> checks = refusals.texts(node.get("hub.checks"), at, "a list of checks, id or id:argument");
        for (int i = 0; i < checks.size(); i++) {
            if (Checks.crossesFields(checks.get(i))) {
                continue; // when all fields are known
            }
            try {
                Checks.compile(checks.get(i), type);
            } catch (IllegalArgumentException e) {
                refusals.add(at + "/" + i, String.valueOf(e.getMessage()), checks.get(i));
            }
        }
        return checks;
    }

    /** That the field a mask goes by is there and is a text is seen when all fields are known. */
    private @Nullable MaskRule mask(FieldType type) {
        JsonNode mask = node.get("hub.mask");
        if (mask == null) {
            return null;
        }
        Optional<MaskRule> rule = MaskRule.parse(mask.asText());
        if (rule.isEmpty()) {
            refusals.add(path + "/hub.mask", "one of " + Mask.words() + ", holderName with :field", mask);
        } else if (!rule.get().mask().suits(type)) {
            refusals.add(
                    path + "/hub.mask",
                    "a mask for " + type + ": one of "
                            + Mask.suiting(type).stream().map(Mask::word).toList(),
                    mask);
        }
        return rule.orElse(null);
    }

    private @Nullable String unit() {
        JsonNode unit = node.get("hub.unit");
        return unit == null
                ? null
                : refusals.text(unit, path + "/hub.unit", "a unit of measure").orElse(null);
    }
}
