package org.exchangehub.core.contract;

import java.util.List;
import java.util.stream.IntStream;
import org.exchangehub.core.contract.BoundSchema.State;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A schema version as the API shows it.
 *
 * @param avro the Avro schema as it was bound
 */
record ContractView(
        String dataset,
        int version,
        int registryId,
        String subject,
        State state,
        LocalizedText title,
        int level,
        List<FieldView> fields,
        JsonNode avro) {

    /**
     * A field as the API shows it.
     *
     * @param key its place in the key from 1, null when it is not part of it
     * @param level 1 to 4 for general data, 5 important, 6 core
     */
    record FieldView(
            String name,
            int id,
            LocalizedText title,
            String type,
            boolean nullable,
            StandardField.@Nullable Element element,
            @Nullable Integer key,
            int level,
            @Nullable String mask,
            String filter,
            @Nullable String codes,
            List<String> checks,
            @Nullable String unit) {}

    static ContractView of(BoundSchema bound, JsonMapper json) {
        List<String> key = bound.schema().key();
        return new ContractView(
                bound.dataset(),
                bound.version(),
                bound.registryId(),
                bound.subject(),
                bound.state(),
                bound.schema().title(),
                bound.schema().level().number(),
                bound.schema().fields().stream().map(field -> field(field, key)).toList(),
                json.readTree(bound.schema().avro().toString()));
    }

    private static FieldView field(StandardField field, List<String> key) {
        Integer place = IntStream.range(0, key.size())
                .filter(i -> key.get(i).equals(field.name()))
                .mapToObj(i -> i + 1)
                .findFirst()
                .orElse(null);
        return new FieldView(
                field.name(),
                field.id(),
                field.title(),
                field.type().toString(),
                field.nullable(),
                field.element(),
                place,
                field.level().number(),
                field.mask() == null ? null : field.mask().text(),
                field.filter().name(),
                field.codes(),
                field.checks(),
                field.unit());
    }
}
