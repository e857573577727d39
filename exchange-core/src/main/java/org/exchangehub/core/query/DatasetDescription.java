package org.exchangehub.core.query;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.core.access.Mode;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.ShareMode;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.samples.ExampleRecord;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API of one dataset as an OpenAPI 3.1 document: its fields, how they may be filtered, the ways it is shared in, with made-up
 * examples. The dataset's address stands in the paths, so that clients generated from it know of no other.
 */
@Component
class DatasetDescription {

    private static final String RECORD = "#/components/schemas/Record";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI hubUrl;
    private final Clock clock;
    private final ZoneId zone;

    DatasetDescription(URI hubUrl, Clock clock, ZoneId zone) {
        this.hubUrl = hubUrl;
        this.clock = clock;
        this.zone = zone;
    }

    /** What all parts of one document are made of. */
    private record Subject(String base, StandardSchema schema, Map<String, String> example) {

        List<String> fields() {
            return schema.fields().stream().map(StandardField::name).toList();
        }

        Map<String, String> key() {
            Map<String, String> key = new LinkedHashMap<>();
            schema.key().forEach(name -> key.put(name, example.getOrDefault(name, "1")));
            return key;
        }
    }

    ObjectNode of(Dataset dataset, BoundSchema bound) {
        StandardSchema schema = bound.schema();
        Map<String, String> example = ExampleRecord.of(schema, LocalDate.ofInstant(clock.instant(), zone));
        Subject subject = new Subject("/api/v1/datasets/" + dataset.code(), schema, example);
        ObjectNode document = JSON.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", dataset.title().zh() + " " + dataset.title().en())
                .put("version", Integer.toString(bound.version()))
                .put(
                        "description",
                        "Resource code " + dataset.resourceCode()
                                + ". Every call needs a grant and names its purpose in Hub-Purpose;"
                                + " the grant says which fields come in clear, which masked, and which serve to look up only. Errors are"
                                + " RFC 9457 problem details.");
        document.putArray("servers").addObject().put("url", hubUrl.toString());
        document.putArray("security").addObject().putArray("bearer");
        ObjectNode paths = document.putObject("paths");
        Set<ShareMode> shared = dataset.shareModes();
        if (shared.contains(Mode.QUERY.shareMode())) {
            reading(paths, subject);
            verifying(paths, subject);
        }
        if (shared.contains(Mode.EXPORT.shareMode())) {
            exporting(paths, subject);
        }
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        ObjectNode schemas = components.putObject("schemas");
        schemas.set("Record", RecordSchema.of(schema, example));
        ObjectNode problem = schemas.putObject("Problem").put("type", "object");
        problem.putObject("properties").set("code", type("string"));
        ((ObjectNode) problem.get("properties")).set("detail", type("string"));
        return document;
    }

    private static void reading(ObjectNode paths, Subject subject) {
        ObjectNode page = operation(
                paths,
                subject.base() + "/records",
                "get",
                "listRecords",
                "A page of records in the order of their keys");
        ArrayNode parameters = common(page, subject);
        filters(parameters, subject);
        parameters.add(query("limit", "1 to 1000, 100 unless said", type("integer")));
        parameters.add(query("cursor", "from the Link of the page before", type("string")));
        parameters.add(query(
                "asOf",
                "the moment at which the records are wanted",
                type("string").put("format", "date-time")));
        answers(page, items(ref()));

        ObjectNode one =
                operation(paths, subject.base() + "/records/{key}", "get", "getRecord", "One record by its key");
        parameters = common(one, subject);
        parameters.add(key(subject));
        parameters.add(query(
                "asOf",
                "the moment at which the record is wanted",
                type("string").put("format", "date-time")));
        answers(one, ref());

        ObjectNode versions = operation(
                paths,
                subject.base() + "/records/{key}/versions",
                "get",
                "getVersions",
                "All that one record ever was, the newest first");
        common(versions, subject).add(key(subject));
        answers(
                versions,
                items(object(Map.of(
                        "release", type("integer"),
                        "publishedAt", type("string").put("format", "date-time"),
                        "deleted", type("boolean"),
                        "record", ref()))));

        ObjectNode changes = operation(
                paths,
                subject.base() + "/changes",
                "get",
                "listChanges",
                "What changed behind a place in the dataset's sequence");
        parameters = common(changes, subject);
        parameters.add(query("limit", "changes looked at, 1 to 1000, 100 unless said", type("integer")));
        parameters.add(
                query("cursor", "from the Link of the answer before; without one from the beginning", type("string")));
        answers(
                changes,
                items(object(Map.of(
                        "seq", type("integer"), "release", type("integer"), "op", type("string"), "record", ref()))));
    }

    private static void verifying(ObjectNode paths, Subject subject) {
        ObjectNode verify = operation(
                paths,
                subject.base() + "/verifications",
                "post",
                "verify",
                "Whether claims about one record are right, and nothing else of it");
        purpose(verify.putArray("parameters"));
        ObjectNode request = object(Map.of("key", object(Map.of()), "claims", object(Map.of())));
        ObjectNode example = request.putObject("example");
        example.set("key", RecordSchema.values(subject.schema(), subject.key()));
        Map<String, String> claims = new LinkedHashMap<>(subject.example());
        claims.keySet().removeAll(subject.key().keySet());
        claims.keySet().retainAll(claims.keySet().stream().limit(2).toList());
        example.set("claims", RecordSchema.values(subject.schema(), claims));
        body(verify, request);
        answers(verify, object(Map.of()));
        ObjectNode batch = operation(
                paths,
                subject.base() + "/verifications/batch",
                "post",
                "verifyMany",
                "Whether claims about up to 1000 records are right, each by itself, in their order");
        purpose(batch.putArray("parameters"));
        ObjectNode together = items(request.deepCopy());
        together.putArray("required").add("items");
        body(batch, together);
        answers(batch, items(object(Map.of())));
    }

    private static void exporting(ObjectNode paths, Subject subject) {
        ObjectNode export = operation(
                paths,
                subject.base() + "/exports",
                "post",
                "export",
                "Asks for a file of the records, made in the background");
        purpose(export.putArray("parameters"));
        ArrayNode formats = JSON.createArrayNode();
        for (ExportFormat format : ExportFormat.values()) {
            formats.add(format.name());
        }
        ObjectNode fields = type("array");
        fields.set("items", named(subject.fields()));
        ObjectNode filters = type("array");
        filters.set("items", type("string"));
        ObjectNode format = type("string");
        format.set("enum", formats);
        ObjectNode request = object(Map.of("format", format, "fields", fields, "filters", filters));
        request.putArray("required").add("format");
        body(export, request);
        export.putObject("responses").putObject("202").put("description", "The job that makes it, at Location");
        refused(export);
    }

    private static ObjectNode operation(ObjectNode paths, String path, String method, String id, String summary) {
        return paths.putObject(path).putObject(method).put("operationId", id).put("summary", summary);
    }

    /** Purpose and fields, which all readings take. */
    private static ArrayNode common(ObjectNode operation, Subject subject) {
        ArrayNode parameters = operation.putArray("parameters");
        purpose(parameters);
        ObjectNode names = type("array");
        names.set("items", named(subject.fields()));
        parameters.add(query("fields", "all the grant shows unless said", names)
                .put("style", "form")
                .put("explode", false));
        return parameters;
    }

    private static void purpose(ArrayNode parameters) {
        parameters
                .addObject()
                .put("name", Purpose.HEADER)
                .put("in", "header")
                .put("required", true)
                .put("description", "what for; the purpose of the grant, percent-encoded where it is not ASCII")
                .set("schema", type("string"));
    }

    private static void filters(ArrayNode parameters, Subject subject) {
        ObjectNode filters = type("array");
        filters.set("items", type("string"));
        ObjectNode filter =
                query("filter", "field:op:value; repeatable, all must hold. See each field's description", filters);
        ObjectNode examples = filter.putObject("examples");
        for (StandardField field : subject.schema().fields()) {
            String value = subject.example().get(field.name());
            List<String> operators = RecordSchema.operators(subject.schema(), field);
            if (value != null && !operators.isEmpty()) {
                examples.putObject(field.name())
                        .putArray("value")
                        .add(field.name() + ":" + operators.getLast() + ":" + value);
            }
        }
        parameters.add(filter);
    }

    private static ObjectNode key(Subject subject) {
        ObjectNode key = JSON.createObjectNode()
                .put("name", "key")
                .put("in", "path")
                .put("required", true)
                .put(
                        "description",
                        String.join(",", subject.schema().key())
                                + "; a comma or backslash within a value after a backslash");
        key.set("schema", type("string"));
        return key.put("example", RecordKey.text(subject.key().values()));
    }

    private static ObjectNode query(String name, String description, ObjectNode schema) {
        ObjectNode parameter =
                JSON.createObjectNode().put("name", name).put("in", "query").put("description", description);
        parameter.set("schema", schema);
        return parameter;
    }

    private static void body(ObjectNode operation, ObjectNode schema) {
        operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/json")
                .set("schema", schema);
    }

    private static void answers(ObjectNode operation, ObjectNode schema) {
        ObjectNode found = operation
                .putObject("responses")
                .putObject("200")
                .put("description", "What the grant allows; Hub-Evidence names its entry in the access log");
        found.putObject("headers").putObject("Hub-Evidence").set("schema", type("string"));
        found.putObject("content").putObject("application/json").set("schema", schema);
        refused(operation);
    }

    private static void refused(ObjectNode operation) {
        ((ObjectNode) operation.get("responses"))
                .putObject("default")
                .put("description", "A problem, by its stable code")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    private static ObjectNode type(String name) {
        return JSON.createObjectNode().put("type", name);
    }

    private static ObjectNode named(List<String> values) {
        ObjectNode name = type("string");
        ArrayNode all = name.putArray("enum");
        values.forEach(all::add);
        return name;
    }

    private static ObjectNode ref() {
        return JSON.createObjectNode().put("$ref", RECORD);
    }

    private static ObjectNode items(ObjectNode item) {
        ObjectNode array = type("array");
        array.set("items", item);
        return object(Map.of("items", array));
    }

    private static ObjectNode object(Map<String, ObjectNode> properties) {
        ObjectNode object = type("object");
        ObjectNode members = object.putObject("properties");
        properties.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> members.set(each.getKey(), each.getValue()));
        return object;
    }
}
