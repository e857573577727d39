package org.exchangehub.core.flow;

import java.util.HashMap;
import java.util.Map;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.nifi.flows.FlowDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which flow definition a source gets, and what the definition's parameters say for it. */
@Component
class FlowTemplates {

    private static final String WHOLE_TABLE = "0";

    private final JsonMapper json;
    private final FlowProperties properties;
    private final String tokenUrl;
    private final String zone;

    FlowTemplates(
            JsonMapper json,
            FlowProperties properties,
            @Value("${hub.identity.issuer}") String issuer,
            @Value("${hub.zone:Asia/Shanghai}") String zone) {
        this.json = json;
        this.properties = properties;
        this.tokenUrl = issuer + "/protocol/openid-connect/token";
        this.zone = zone;
    }

    JsonNode definition(Source source) {
        return json.readTree(kind(source).json());
    }

    private static FlowDefinition kind(Source source) {
        return switch (source.settings()) {
            case SourceSettings.DatabaseTable table -> FlowDefinition.DATABASE_TABLE;
            case SourceSettings.CsvFolder folder -> FlowDefinition.CSV_FOLDER;
        };
    }

    /** @param password the database user's; null for a folder */
    Map<String, NifiFlows.Parameter> parameters(Source source, SourceKeys keys, @Nullable String password) {
        Map<String, String> values = new HashMap<>(Map.of(
                FlowDefinition.HUB_URL, properties.hubUrl().toString(),
                FlowDefinition.TOKEN_URL, tokenUrl,
                FlowDefinition.CLIENT, source.client(),
                FlowDefinition.PRIVATE_KEY, keys.privateKeyPem(),
                FlowDefinition.SOURCE, source.code(),
                FlowDefinition.DATASET, source.dataset(),
                FlowDefinition.MODE, source.mode().name(),
                FlowDefinition.ZONE, zone,
                FlowDefinition.INTERVAL, source.settings().intervalSeconds() + " sec"));
        switch (source.settings()) {
            case SourceSettings.CsvFolder folder -> {
                values.put(FlowDefinition.FOLDER, folder.folder());
                values.put(FlowDefinition.CHARSET, folder.charset());
                values.put(FlowDefinition.DELIMITER, folder.delimiter());
            }
            case SourceSettings.DatabaseTable table -> {
                if (password == null) {
                    throw new HubProblem(ErrorCode.CONFLICT, "The database password is not known to the hub.");
                }
                values.put(FlowDefinition.DATABASE_PASSWORD, password);
                values.putAll(table(table));
            }
        }
        Map<String, NifiFlows.Parameter> parameters = new HashMap<>();
        values.forEach(
                (name, value) -> parameters.put(name, new NifiFlows.Parameter(value, FlowDefinition.sensitive(name))));
        return parameters;
    }

    private static Map<String, String> table(SourceSettings.DatabaseTable table) {
        Map<String, String> values = new HashMap<>(Map.of(
                FlowDefinition.DATABASE_URL, table.jdbcUrl(),
                FlowDefinition.DATABASE_USERNAME, table.username(),
                FlowDefinition.TABLE, table.table()));
        String column = table.incrementalColumn();
        values.put(FlowDefinition.INCREMENTAL_COLUMN, column == null ? FlowDefinition.NOTHING : column);
        if (column == null) {
            values.put(FlowDefinition.ROWS_PER_BATCH, WHOLE_TABLE);
        }
        return values;
    }
}
