package org.exchangehub.core.flow;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A flow definition made one source's own: its name, its parameter context, its place on the canvas. */
final class NamedFlow {

    private NamedFlow() {}

    /** The definition under a name of its own, so that no two flows share parameters. */
    static JsonNode of(String name, JsonNode definition) {
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
        NifiFlows.elements(group, "/processGroups").forEach(child -> rename((ObjectNode) child, from, to));
    }

    /** A place on the canvas that stays the same for a name and seldom hides another flow. */
    static Map<String, Double> position(String name) {
        int spot = Math.floorMod(name.hashCode(), 400);
        return Map.of("x", 420.0 * (spot % 20), "y", 220.0 * Math.floorDiv(spot, 20));
    }
}
