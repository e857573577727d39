package org.exchangehub.schemas.inference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.check.Checks;
import org.exchangehub.schemas.codes.CodeLists;
import org.exchangehub.schemas.value.LocalizedText;

/** Infers a schema from a sample: a draft for a steward, true of the sample and of no row beyond it. */
public final class Inference {

    /** Checks tried on texts, the most telling first. */
    private static final List<String> CHECKS = List.of(
            "licence-id", "real-estate-unit", "citizen-id", "uscc", "lei", "mobile", "phone", "email", "division");
    /** Lists short and distinct enough that their codes in a sample say something. */
    private static final int FEWEST_CODES = 3;

    private static final Set<String> PERSONAL = Set.of("citizen-id", "phone", "mobile", "bank-card");

    private Inference() {}

    /**
     * What was inferred.
     *
     * @param schema Avro with hub properties; levels are a first guess. Its key is the first candidate, or the first column when
     *     there is none
     * @param keyCandidates fields that are there and differ in every row of the sample
     */
    public record Inferred(StandardSchema schema, List<String> keyCandidates) {

        public Inferred {
            keyCandidates = List.copyOf(keyCandidates);
        }
    }

    /** Infers from a sample; the dataset is called {@code inferred}. */
    public static Inferred schemaOf(Sample sample) {
        return schemaOf(sample, new LocalizedText("由样本推断", "inferred from a sample"));
    }

    /** Infers from a sample, under a title; the dataset is called {@code inferred}. */
    public static Inferred schemaOf(Sample sample, LocalizedText title) {
        List<Column> columns = Proposals.columns(sample);
        List<String> names = names(columns);
        List<String> candidates = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).unique()
                    && sample.rows().size() > 1
                    && columns.get(i).days().isEmpty()) {
                candidates.add(names.get(i));
            }
        }
        String key = candidates.isEmpty() ? names.getFirst() : candidates.getFirst();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("type", "record").put("name", "Inferred").put("namespace", "org.exchangehub.inferred");
        root.put("doc", "Inferred from " + sample.rows().size() + " rows (" + sample.form() + ").");
        root.put("hub.dataset", "inferred");
        root.set("hub.title", title(title.zh(), title.en()));
        root.putArray("hub.key").add(key);
        ArrayNode fields = root.putArray("fields");
        for (int i = 0; i < columns.size(); i++) {
            fields.add(field(columns.get(i), names.get(i), i + 1, names.get(i).equals(key)));
        }
        return new Inferred(StandardSchema.parse(root.toString()), candidates);
    }

    private static ObjectNode title(String zh, String en) {
        return JsonNodeFactory.instance.objectNode().put("zh", zh).put("en", en);
    }

    private static ObjectNode field(Column column, String name, int id, boolean key) {
        ObjectNode field = JsonNodeFactory.instance.objectNode().put("name", name);
        ObjectNode rules = JsonNodeFactory.instance.objectNode();
        ObjectNode type = type(column, rules);
        boolean nullable = !key && !column.everyRow();
        if (nullable) {
            ArrayNode union = field.putArray("type").add("null");
            union.add(type.size() == 1 ? type.get("type") : type);
            field.putNull("default");
        } else {
            field.set("type", type.size() == 1 ? type.get("type") : type);
        }
        field.put("hub.id", id);
        field.set("hub.title", title(column.header(), column.header()));
        rules.properties().forEach(rule -> field.set(rule.getKey(), rule.getValue()));
        return field;
    }

    private static ObjectNode type(Column column, ObjectNode rules) {
        ObjectNode type = JsonNodeFactory.instance.objectNode();
        rules.put("hub.level", 1);
        if (column.empty()) {
            return type.put("type", "string");
        }
        if (!text(column, rules)) {
            if (!column.days().isEmpty()) {
                return type.put("type", "int").put("logicalType", "date");
            }
            boolean leadingZero =
                    column.share(value -> value.length() > 1 && value.startsWith("0") && value.charAt(1) != '.') > 0;
            if (!leadingZero && column.whole()) {
                return type.put("type", "long");
            }
            if (!leadingZero && column.numbers() == 1) {
                return type.put("type", "double");
            }
        }
        ArrayNode checks = rules.get("hub.checks") instanceof ArrayNode found ? found : rules.putArray("hub.checks");
        checks.add("length:.." + roomy(column.longest()));
        return type.put("type", "string");
    }

    /** Whether its values are known identifiers or codes, which are texts even when they are digits. */
    private static boolean text(Column column, ObjectNode rules) {
        for (String id : CHECKS) {
            if (Checks.ids().contains(id) && ValueMatch.passing(column, id) >= 0.95) {
                rules.putArray("hub.checks").add(id);
                rules.put("hub.level", PERSONAL.contains(id) ? 3 : 1);
                return true;
            }
        }
        if (column.distinct().size() >= FEWEST_CODES && column.days().isEmpty()) {
            for (String name : CodeLists.names()) {
                var list = CodeLists.find(name).orElseThrow();
                boolean letters = column.share(value -> value.length() >= 3) == 1;
                if (letters && column.share(list::contains) == 1) {
                    rules.put("hub.codes", name);
                    return true;
                }
            }
        }
        return false;
    }

    /** The next of 1, 2, 5 times a power of ten. */
    private static int roomy(int length) {
        int room = 1;
        for (int step = 0; room < length; step++) {
            room = step % 3 == 1 ? room / 2 * 5 : room * 2; // 1 2 5 10 20 50 …
        }
        return room;
    }

    /** Avro names: words of the header in camel case; numbered where there are none or they come again. */
    private static List<String> names(List<Column> columns) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            StringBuilder name = new StringBuilder();
            for (String token : Concepts.tokens(columns.get(i).header())) {
                if (token.chars().allMatch(c -> c < 128)) {
                    name.append(
                            name.isEmpty()
                                    ? token
                                    : token.substring(0, 1).toUpperCase(Locale.ROOT) + token.substring(1));
                }
            }
            String camel = name.isEmpty() || Character.isDigit(name.charAt(0)) ? "column" + (i + 1) : name.toString();
            names.add(taken.add(camel.toLowerCase(Locale.ROOT)) ? camel : camel + "Column" + (i + 1));
        }
        return names;
    }
}
