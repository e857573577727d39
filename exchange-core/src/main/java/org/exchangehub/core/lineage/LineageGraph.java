package org.exchangehub.core.lineage;

import java.util.List;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Where a dataset's records come from and who gets which of its fields. Every edge leads the way the data goes, from one node's id to
 * another's.
 */
record LineageGraph(List<LineageNode> nodes, List<LineageEdge> edges) {

    LineageGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** What stands on the way. */
    enum NodeKind {
        /** A table, folder or API of the provider. */
        SOURCE,
        /** A column or header of a source. */
        COLUMN,
        /** A field of the schema in force. */
        FIELD,
        /** The version of the schema in force. */
        SCHEMA,
        DATASET,
        GRANT,
        /** A consumer's application. */
        CLIENT,
        DEPARTMENT
    }

    /** How one leads to the other. */
    enum EdgeKind {
        /** A source's records go into a dataset. */
        FEEDS,
        /** A column is one of a source. */
        HOLDS,
        /** A column, or a source by a constant, fills a field. */
        FILLS,
        /** A schema describes a dataset. */
        DESCRIBES,
        /** A field is one of a dataset. */
        PART_OF,
        /** A department provides a dataset. */
        PROVIDES,
        /** A field is given under a grant. */
        GIVEN,
        /** A grant is used by an application. */
        USED_BY,
        /** An application is one of a department. */
        BELONGS_TO
    }

    /**
     * A thing on the way.
     *
     * @param id within this graph
     * @param name code, name or number it has in the hub; a source without one is shown to somebody who may know its kind only
     * @param type kind of source, type of field
     * @param state of source, dataset or grant
     * @param level of a field: 1 to 4 for general data, 5 important, 6 core
     */
    record LineageNode(
            String id,
            NodeKind kind,
            @Nullable String name,
            @Nullable LocalizedText title,
            @Nullable String type,
            @Nullable String state,
            @Nullable Integer level) {}

    /**
     * A step of the way.
     *
     * @param access what a grant gives of a field: CLEAR, MASKED or LOOKUP
     */
    record LineageEdge(
            String from, String to, EdgeKind kind, @Nullable String access) {}
}
