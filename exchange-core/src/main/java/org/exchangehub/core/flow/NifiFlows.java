package org.exchangehub.core.flow;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.exchangehub.schemas.value.LocalizedText;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Flows in NiFi, one process group with one parameter context each, both named like the source's client. Every step may
 * be repeated: it finds what an earlier try has left.
 */
@Component
class NifiFlows {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** NiFi validates in the background, soon after something has changed. */
    private static final Duration VALIDATION = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String CLIENT = "exchange-hub";

    private final NifiApi nifi;
    private final NifiRights rights;

    NifiFlows(NifiApi nifi, NifiRights rights) {
        this.nifi = nifi;
        this.rights = rights;
    }

    /** A value a flow's definition leaves open; a sensitive one can be set and used but not read back. */
    record Parameter(String value, boolean sensitive) {}

    /** Refuses with {@code FLOW_ENGINE_UNAVAILABLE} when NiFi does not answer. */
    void requireReachable() {
        nifi.get("/flow/process-groups/root?uiOnly=true");
    }

    /** Id of the process group with this name; empty when there is none. */
    Optional<String> find(String name) {
        return children(nifi.get("/flow/process-groups/root")).stream()
                .filter(group -> name.equals(group.at("/component/name").asString("")))
                .map(group -> group.path("id").asString())
                .findFirst();
    }

    /** Makes the flow from its definition, everything stopped, and answers with the process group's id. */
    String create(String name, JsonNode definition) {
        String root = nifi.get("/flow/process-groups/root?uiOnly=true")
                .at("/processGroupFlow/id")
                .asString();
        rights.ensure(root);
        Map<String, Object> body = Map.of(
                "groupId",
                root,
                "groupName",
                name,
                "positionDTO",
                NamedFlow.position(name),
                "revisionDTO",
                Map.of("version", 0, "clientId", CLIENT),
                "disconnectedNodeAcknowledged",
                false,
                "flowSnapshot",
                NamedFlow.of(name, definition));
        return nifi.post("/process-groups/" + root + "/process-groups/import", body)
                .path("id")
                .asString();
    }

    /** Sets parameters of the flow's context; NiFi stops, changes and restarts what uses them. */
    void setParameters(String group, Map<String, Parameter> parameters) {
        String context = contextOf(group);
        JsonNode current = nifi.get("/parameter-contexts/" + context);
        List<Map<String, Object>> changes = parameters.entrySet().stream()
                .map(entry -> Map.<String, Object>of(
                        "parameter",
                        Map.of(
                                "name", entry.getKey(),
                                "sensitive", entry.getValue().sensitive(),
                                "value", entry.getValue().value())))
                .toList();
        Map<String, Object> body = Map.of(
                "id",
                context,
                "revision",
                current.path("revision"),
                "disconnectedNodeAcknowledged",
                false,
                "component",
                Map.of("id", context, "name", current.at("/component/name").asString(), "parameters", changes));
        String requests = "/parameter-contexts/" + context + "/update-requests";
        String request = nifi.post(requests, body).at("/request/requestId").asString();
        finish(requests + "/" + request);
    }

    /** Enables the flow's services and starts its processors; refuses a flow NiFi finds invalid, saying what is wrong. */
    void start(String group) {
        services(group, "ENABLED", VALIDATION);
        await("every part of the flow to be valid", VALIDATION, () -> invalid(group));
        nifi.put("/flow/process-groups/" + group, run(group, "RUNNING"));
    }

    /** Stops the flow's processors and waits until none is at work. */
    void stop(String group) {
        nifi.put("/flow/process-groups/" + group, run(group, "STOPPED"));
        await("the flow to stop", PATIENCE, () -> {
            int threads = nifi.get("/flow/process-groups/" + group + "/status")
                    .at("/processGroupStatus/aggregateSnapshot/activeThreadCount")
                    .asInt(0);
            return threads == 0 ? List.of() : List.of(threads + " threads at work");
        });
    }

    /** Stops and removes the flow with what waits in it, and its parameters; one that is gone is no error. */
    void delete(String group) {
        Optional<JsonNode> found = nifi.find("/process-groups/" + group);
        if (found.isEmpty()) {
            return;
        }
        String context = found.get().at("/component/parameterContext/id").asString("");
        stop(group);
        services(group, "DISABLED", PATIENCE);
        String requests = "/process-groups/" + group + "/empty-all-connections-requests";
        JsonNode request = nifi.post(requests, null);
        finish(requests + "/" + request.at("/dropRequest/id").asString());
        long version =
                nifi.get("/process-groups/" + group).at("/revision/version").asLong();
        nifi.delete("/process-groups/" + group + "?version=" + version + "&disconnectedNodeAcknowledged=false");
        if (!context.isEmpty()) {
            deleteContext(context);
        }
    }

    private void deleteContext(String context) {
        nifi.find("/parameter-contexts/" + context)
                .ifPresent(found -> nifi.delete("/parameter-contexts/" + context + "?version="
                        + found.at("/revision/version").asLong() + "&disconnectedNodeAcknowledged=false"));
    }

    private String contextOf(String group) {
        String context = nifi.get("/process-groups/" + group)
                .at("/component/parameterContext/id")
                .asString("");
        if (context.isEmpty()) {
            throw new NifiRefused(422, "the flow definition binds no parameter context");
        }
        return context;
    }

    private void services(String group, String state, Duration patience) {
        String path = "/flow/process-groups/" + group + "/controller-services";
        nifi.put(path, Map.of("id", group, "state", state, "disconnectedNodeAcknowledged", false));
        await(
                "the flow's services to be " + state,
                patience,
                () -> elements(
                                nifi.get(path + "?includeDescendantGroups=true&includeAncestorGroups=false"),
                                "/controllerServices")
                        .filter(service ->
                                !state.equals(service.at("/component/state").asString("")))
                        .map(NifiFlows::complaint)
                        .toList());
    }

    private List<String> invalid(String group) {
        return elements(
                        nifi.get("/process-groups/" + group + "/processors?includeDescendantGroups=true"),
                        "/processors")
                .filter(processor -> !"VALID"
                        .equals(processor.at("/component/validationStatus").asString("")))
                .map(NifiFlows::complaint)
                .toList();
    }

    private static String complaint(JsonNode part) {
        String error = part.at("/component/validationErrors/0")
                .asString(part.at("/component/validationStatus").asString("not ready"));
        return part.at("/component/name").asString("") + ": " + error;
    }

    private static Map<String, Object> run(String group, String state) {
        return Map.of("id", group, "state", state, "disconnectedNodeAcknowledged", false);
    }

    /** Waits until NiFi has carried out a request of its own, then forgets it; a request can be complete and have failed. */
    private void finish(String path) {
        await("NiFi to carry out a change", PATIENCE, () -> {
            JsonNode request = requestOf(nifi.get(path));
            boolean over = request.path("complete").asBoolean(false)
                    || request.path("finished").asBoolean(false);
            return over ? List.of() : List.of(request.path("state").asString("under way"));
        });
        JsonNode done = requestOf(nifi.get(path));
        nifi.delete(path + (path.contains("update-requests") ? "?disconnectedNodeAcknowledged=false" : ""));
        String failure = done.path("failureReason").asString("");
        if (!failure.isEmpty()) {
            throw new NifiRefused(200, failure);
        }
    }

    private static JsonNode requestOf(JsonNode answer) {
        return answer.has("request") ? answer.path("request") : answer.path("dropRequest");
    }

    /** Waits until nothing hinders any more; refuses with what still does. */
    private static void await(String what, Duration patience, Supplier<List<String>> hindrances) {
        long end = System.nanoTime() + patience.toNanos();
        List<String> left = hindrances.get();
        while (!left.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new NifiRefused(
                        422, "waited " + patience.toSeconds() + " s for " + what + "; " + String.join("; ", left));
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NifiRefused(503, "the hub is stopping");
            }
            left = hindrances.get();
        }
    }

    static List<JsonNode> children(JsonNode root) {
        return elements(root, "/processGroupFlow/flow/processGroups").toList();
    }

    static Stream<JsonNode> elements(JsonNode node, String pointer) {
        return StreamSupport.stream(node.at(pointer).spliterator(), false);
    }

    /** What NiFi says of every flow at once: two calls however many there are. */
    Map<String, FlowStatus> watch() {
        Map<String, LocalizedText> errors = new HashMap<>();
        elements(nifi.get("/flow/bulletin-board?limit=1000"), "/bulletinBoard/bulletins")
                .map(entry -> entry.path("bulletin"))
                .filter(bulletin -> "ERROR".equals(bulletin.path("level").asString("")))
                .sorted(Comparator.comparingLong(bulletin -> bulletin.path("id").asLong(0)))
                .forEach(bulletin -> errors.put(bulletin.path("groupId").asString(""), sentence(bulletin)));
        Map<String, FlowStatus> flows = new HashMap<>();
        for (JsonNode group : children(nifi.get("/flow/process-groups/root"))) {
            String id = group.path("id").asString();
            flows.put(
                    id,
                    new FlowStatus(
                            group.path("runningCount").asInt(0) > 0,
                            group.at("/status/aggregateSnapshot/flowFilesQueued")
                                    .asLong(0),
                            errors.get(id)));
        }
        return flows;
    }

    private static LocalizedText sentence(JsonNode bulletin) {
        return FlowStatus.sentence(
                bulletin.path("sourceName").asString("flow"),
                bulletin.path("message").asString(""));
    }
}
