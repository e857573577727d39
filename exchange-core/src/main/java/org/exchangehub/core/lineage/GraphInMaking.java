package org.exchangehub.core.lineage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.lineage.LineageGraph.EdgeKind;
import org.exchangehub.core.lineage.LineageGraph.LineageEdge;
import org.exchangehub.core.lineage.LineageGraph.LineageNode;
import org.exchangehub.core.lineage.LineageGraph.NodeKind;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A graph that grows; a node put in twice is one. */
final class GraphInMaking {

    private final Map<String, LineageNode> nodes = new LinkedHashMap<>();
    private final List<LineageEdge> edges = new ArrayList<>();

    /** A node with a name and perhaps a title; its id. */
    String node(NodeKind kind, String name, @Nullable LocalizedText title) {
        return put(new LineageNode(id(kind, name), kind, name, title, null, null, null));
    }

    /** A node that is in a state; its id. */
    String node(NodeKind kind, String name, @Nullable LocalizedText title, @Nullable String type, String state) {
        return put(new LineageNode(id(kind, name), kind, name, title, type, state, null));
    }

    /** A field; its id. */
    String field(String name, LocalizedText title, String type, int level) {
        return put(new LineageNode(id(NodeKind.FIELD, name), NodeKind.FIELD, name, title, type, null, level));
    }

    /** A source of which only the kind is told; its id. */
    String unnamedSource(int number, String type) {
        return put(new LineageNode(id(NodeKind.SOURCE, "" + number), NodeKind.SOURCE, null, null, type, null, null));
    }

    boolean has(NodeKind kind, String name) {
        return nodes.containsKey(id(kind, name));
    }

    void edge(String from, EdgeKind kind, String to) {
        edges.add(new LineageEdge(from, to, kind, null));
    }

    void given(String field, String grant, String access) {
        edges.add(new LineageEdge(field, grant, EdgeKind.GIVEN, access));
    }

    LineageGraph graph() {
        return new LineageGraph(List.copyOf(nodes.values()), edges);
    }

    static String id(NodeKind kind, String name) {
        return kind + ":" + name;
    }

    private String put(LineageNode node) {
        nodes.putIfAbsent(node.id(), node);
        return node.id();
    }
}
