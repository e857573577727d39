package org.exchangehub.core.flow;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Flows in NiFi, one process group with one parameter context each, both named like the source's client. Every step may
 * be repeated: it finds what an earlier try has left.
 */
@Component
class NifiFlows {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
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
                position(name),
                "revisionDTO",
                Map.of("version", 0, "clientId", CLIENT),
                "disconnectedNodeAcknowledged",
                false,
                "flowSnapshot",
                named(name, definition));
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
        await("the flow's settings to be checked", () -> invalid(group).noneMatch("VALIDATING"));
        services(group, "ENABLED");
        Invalid invalid = invalid(group);
        if (!invalid.reasons().isEmpty()) {
            throw new NifiRefused(422, String.join("; ", invalid.reasons()));
        }
        nifi.put("/flow/process-groups/" + group, run(group, "RUNNING"));
    }

    /** Stops the flow's processors and waits until none is at work. */
    void stop(String group) {
        nifi.put("/flow/process-groups/" + group, run(group, "STOPPED"));
        await(
                "the flow to stop",
                () -> nifi.get("/flow/process-groups/" + group + "/status")
                                .at("/processGroupStatus/aggregateSnapshot/activeThreadCount")
                                .asInt(0)
                        == 0);
    }

    /** Stops and removes the flow with what waits in it, and its parameters; one that is gone is no error. */
    void delete(String group) {
        Optional<JsonNode> found = nifi.find("/process-groups/" + group);
        if (found.isEmpty()) {
            return;
        }
        String context = found.get().at("/component/parameterContext/id").asString("");
        stop(group);
        services(group, "DISABLED");
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

    private void services(String group, String state) {
        String path = "/flow/process-groups/" + group + "/controller-services";
        nifi.put(path, Map.of("id", group, "state", state, "disconnectedNodeAcknowledged", false));
        await(
                "the flow's services to be " + state,
                () -> elements(
                                nifi.get(path + "?includeDescendantGroups=true&includeAncestorGroups=false"),
                                "/controllerServices")
                        .allMatch(service ->
                                state.equals(service.at("/component/state").asString(""))));
    }

    private record Invalid(List<String> states, List<String> reasons) {
        boolean noneMatch(String state) {
            return states.stream().noneMatch(state::equals);
        }
    }

    private Invalid invalid(String group) {
        List<JsonNode> processors = elements(
                        nifi.get("/process-groups/" + group + "/processors?includeDescendantGroups=true"),
                        "/processors")
                .toList();
        return new Invalid(
                processors.stream()
                        .map(processor ->
                                processor.at("/component/validationStatus").asString(""))
                        .toList(),
                processors.stream()
                        .filter(processor -> "INVALID"
                                .equals(processor
                                        .at("/component/validationStatus")
                                        .asString("")))
                        .map(processor -> processor.at("/component/name").asString("") + ": "
                                + processor.at("/component/validationErrors/0").asString("invalid"))
                        .toList());
    }

    private static Map<String, Object> run(String group, String state) {
        return Map.of("id", group, "state", state, "disconnectedNodeAcknowledged", false);
    }

    /** Waits until NiFi has carried out a request of its own, then forgets it; a request can be complete and have failed. */
    private void finish(String path) {
        await(
                "NiFi to carry out a change",
                () -> requestOf(nifi.get(path)).path("complete").asBoolean(false)
                        || requestOf(nifi.get(path)).path("finished").asBoolean(false));
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

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new NifiRefused(504, "waited " + PATIENCE.toSeconds() + " s in vain for " + what);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NifiRefused(503, "the hub is stopping");
            }
        }
    }

    /** The definition under a name of its own, so that no two flows share parameters. */
    private static JsonNode named(String name, JsonNode definition) {
        ObjectNode snapshot = (ObjectNode) definition.deepCopy();
        ObjectNode contents = (ObjectNode) snapshot.path("flowContents");
        contents.put("name", name);
        String context = contents.path("parameterContextName").asString("");
        rename(contents, context, name);
        if (snapshot.path("parameterContexts").path(context) instanceof ObjectNode parameters) {
            parameters.put("name", name);
            ObjectNode contexts = snapshot.putObject("parameterContexts");
            contexts.set(name, parameters);
        }
        return snapshot;
    }

    private static void rename(ObjectNode group, String from, String to) {
        if (from.equals(group.path("parameterContextName").asString(""))) {
            group.put("parameterContextName", to);
        }
        elements(group, "/processGroups").forEach(child -> rename((ObjectNode) child, from, to));
    }

    /** A place on the canvas that stays the same for a name and seldom hides another flow. */
    private static Map<String, Double> position(String name) {
        int spot = Math.floorMod(name.hashCode(), 400);
        return Map.of("x", 420.0 * (spot % 20), "y", 220.0 * Math.floorDiv(spot, 20));
    }

    static List<JsonNode> children(JsonNode root) {
        return elements(root, "/processGroupFlow/flow/processGroups").toList();
    }

    static Stream<JsonNode> elements(JsonNode node, String pointer) {
        return StreamSupport.stream(node.at(pointer).spliterator(), false);
    }

    /** What NiFi says of every flow at once: two calls however many there are. */
    Map<String, FlowStatus> watch() {
        Map<String, String> errors = new HashMap<>();
        elements(nifi.get("/flow/bulletin-board?limit=1000"), "/bulletinBoard/bulletins")
                .map(entry -> entry.path("bulletin"))
                .filter(bulletin -> "ERROR".equals(bulletin.path("level").asString("")))
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

    private static String sentence(JsonNode bulletin) {
        return FlowStatus.sentence(
                bulletin.path("sourceName").asString("flow"),
                bulletin.path("message").asString(""));
    }
}
