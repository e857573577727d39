package org.exchangehub.nifi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.exchangehub.schemas.Refusal;
import org.exchangehub.schemas.SchemaRefused;
import org.exchangehub.schemas.StandardSchema;

/**
 * A dataset's schema as the hub gives it.
 *
 * @param version counted from 1
 */
record DatasetSchema(int version, RowValidator validator) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads the answer of {@code GET /datasets/{code}/schema}.
     *
     * @throws SchemaRefused when it holds no schema this version of the NAR can keep to
     */
    static DatasetSchema parse(String answer) {
        try {
            JsonNode document = JSON.readTree(answer);
            JsonNode avro = document.path("avro");
            String text = avro.isTextual() ? avro.asText() : avro.toString();
            int version = document.path("version").asInt(0);
            if (version < 1 || text.isEmpty()) {
                throw new SchemaRefused(List.of(new Refusal("/", "version and avro", "neither or one")));
            }
            return new DatasetSchema(version, new RowValidator(StandardSchema.parse(text)));
        } catch (JsonProcessingException e) {
            throw new SchemaRefused(List.of(new Refusal("/", "JSON", String.valueOf(e.getMessage()))));
        }
    }
}
