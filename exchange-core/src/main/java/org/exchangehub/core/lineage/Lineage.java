package org.exchangehub.core.lineage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.core.access.GrantedUses;
import org.exchangehub.core.access.GrantedUses.DatasetUse;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.flow.Source;
import org.exchangehub.core.flow.Sources;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Department;
import org.exchangehub.core.identity.Departments;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.lineage.LineageGraph.EdgeKind;
import org.exchangehub.core.lineage.LineageGraph.NodeKind;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.mapping.MappingRefused;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The lineage of a dataset as far as a reader may know it. Whoever sees the dataset sees its provider, fields and of what kind its
 * sources are; sources by name, their columns and all consumers are for the provider's department and the catalog authority; a
 * consumer sees what it gets itself.
 */
@Service
class Lineage {

    private final Catalog catalog;
    private final Contracts contracts;
    private final Sources sources;
    private final GrantedUses uses;
    private final Departments departments;

    Lineage(Catalog catalog, Contracts contracts, Sources sources, GrantedUses uses, Departments departments) {
        this.catalog = catalog;
        this.contracts = contracts;
        this.sources = sources;
        this.uses = uses;
        this.departments = departments;
    }

    /** Refuses with {@code NOT_FOUND} when the reader may not know of the dataset. */
    LineageGraph of(String code, Caller reader) {
        Dataset dataset = catalog.visible(code, reader);
        boolean inside = inside(dataset, reader);
        GraphInMaking graph = new GraphInMaking();
        String node = graph.node(
                NodeKind.DATASET, code, dataset.title(), null, dataset.state().name());
        graph.edge(department(dataset.department(), graph), EdgeKind.PROVIDES, node);
        contracts.published(code).ifPresent(schema -> fields(schema, node, graph));
        feeds(sources.feeding(code), inside, node, graph);
        for (DatasetUse use : uses.ofDataset(code)) {
            if (inside || use.department().equals(reader.department())) {
                consumer(use, graph);
            }
        }
        return graph.graph();
    }

    /** A source's client does its own dataset's work only and is told no more than anybody. */
    private static boolean inside(Dataset dataset, Caller reader) {
        return reader.has(Role.CATALOG_AUTHORITY)
                || (dataset.department().equals(reader.department()) && reader.kind() != Caller.Kind.SOURCE);
    }

    private static void fields(BoundSchema bound, String dataset, GraphInMaking graph) {
        String schema =
                graph.node(NodeKind.SCHEMA, "" + bound.version(), bound.schema().title());
        graph.edge(schema, EdgeKind.DESCRIBES, dataset);
        for (StandardField field : bound.schema().fields()) {
            String node = graph.field(
                    field.name(),
                    field.title(),
                    field.type().toString(),
                    field.level().number());
            graph.edge(node, EdgeKind.PART_OF, dataset);
        }
    }

    private static void feeds(List<Source> sources, boolean inside, String dataset, GraphInMaking graph) {
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            String kind = source.settings().kind().name();
            if (!inside) {
                graph.edge(graph.unnamedSource(i + 1, kind), EdgeKind.FEEDS, dataset);
                continue;
            }
            LocalizedText title = new LocalizedText(source.titleZh(), source.titleEn());
            String node = graph.node(
                    NodeKind.SOURCE, source.code(), title, kind, source.state().name());
            graph.edge(node, EdgeKind.FEEDS, dataset);
            columns(source, node, graph);
        }
    }

    private static void columns(Source source, String node, GraphInMaking graph) {
        columns(source).forEach((field, columns) -> {
            if (!graph.has(NodeKind.FIELD, field)) {
                return;
            }
            String filled = GraphInMaking.id(NodeKind.FIELD, field);
            if (columns.isEmpty()) {
                graph.edge(node, EdgeKind.FILLS, filled);
            }
            for (String column : columns) {
                String name = source.code() + "/" + column;
                if (!graph.has(NodeKind.COLUMN, name)) {
                    graph.edge(node, EdgeKind.HOLDS, graph.node(NodeKind.COLUMN, name, null));
                }
                graph.edge(GraphInMaking.id(NodeKind.COLUMN, name), EdgeKind.FILLS, filled);
            }
        });
    }

    /** A mapping from before a rule of the library it would not pass today says nothing here; its flow says what is wrong. */
    private static Map<String, List<String>> columns(Source source) {
        try {
            return Mapping.parse(source.mapping()).columns();
        } catch (MappingRefused outdated) {
            return Map.of();
        }
    }

    private void consumer(DatasetUse use, GraphInMaking graph) {
        String grant = graph.node(NodeKind.GRANT, use.grant().toString(), null, null, use.state());
        use.fields().forEach((field, access) -> {
            if (graph.has(NodeKind.FIELD, field)) {
                graph.given(GraphInMaking.id(NodeKind.FIELD, field), grant, access);
            }
        });
        String client = graph.node(NodeKind.CLIENT, use.client(), null);
        graph.edge(grant, EdgeKind.USED_BY, client);
        graph.edge(client, EdgeKind.BELONGS_TO, department(use.department(), graph));
    }

    private String department(String code, GraphInMaking graph) {
        Optional<Department> known = departments.find(code);
        @Nullable
        LocalizedText title = known.map(each ->
                        new LocalizedText(each.title().zh(), each.title().en()))
                .orElse(null);
        return graph.node(NodeKind.DEPARTMENT, code, title);
    }
}
