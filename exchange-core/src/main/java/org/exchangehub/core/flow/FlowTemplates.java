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

    /** Stands for the value of a header that has no name: a parameter has to have some value. */
    private static final String NOT_SENT = "-";

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
            case SourceSettings.XlsxFolder folder -> FlowDefinition.XLSX_FOLDER;
            case SourceSettings.JsonApi api -> FlowDefinition.JSON_API;
        };
    }

    /** @param secret the database user's password or the API's key; null where none is needed */
    Map<String, NifiFlows.Parameter> parameters(Source source, SourceKeys keys, @Nullable String secret) {
        if (source.needsSecret() && secret == null) {
            throw new HubProblem(ErrorCode.CONFLICT, "The password or secret of the source is not known to the hub.");
        }
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
            case SourceSettings.XlsxFolder folder -> {
                values.put(FlowDefinition.FOLDER, folder.folder());
                values.put(FlowDefinition.SHEET, orNothing(folder.sheet()));
                values.put(FlowDefinition.HEADER_ROW, Integer.toString(folder.headerRow()));
            }
            case SourceSettings.JsonApi api -> {
                values.put(FlowDefinition.HEADER_VALUE, secret == null ? NOT_SENT : secret);
                values.put(FlowDefinition.REVISION, Integer.toString(source.version()));
                values.putAll(api(api));
            }
            case SourceSettings.DatabaseTable table -> {
                values.put(FlowDefinition.DATABASE_PASSWORD, String.valueOf(secret));
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
        values.put(FlowDefinition.INCREMENTAL_COLUMN, orNothing(column));
        if (column == null) {
            values.put(FlowDefinition.ROWS_PER_BATCH, WHOLE_TABLE);
        }
        return values;
    }

    private static Map<String, String> api(SourceSettings.JsonApi api) {
        return Map.of(
                FlowDefinition.API_URL, api.url(),
                FlowDefinition.ITEMS_POINTER, orNothing(api.itemsPointer()),
                FlowDefinition.PAGING, api.paging().name(),
                FlowDefinition.PAGE_PARAMETER, orNothing(api.pageParameter()),
                FlowDefinition.SIZE_PARAMETER, orNothing(api.sizeParameter()),
                FlowDefinition.PAGE_SIZE, Integer.toString(api.pageSize()),
                FlowDefinition.NEXT_POINTER, orNothing(api.nextPointer()),
                FlowDefinition.HEADER_NAME, orNothing(api.headerName()));
    }

    private static String orNothing(@Nullable String value) {
        return value == null ? FlowDefinition.NOTHING : value;
    }
}
