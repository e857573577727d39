package org.exchangehub.core.discovery;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exchangehub.core.catalog.DataItem;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.Entry;
import org.exchangehub.core.catalog.Facet;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.identity.Department;
import org.exchangehub.core.identity.Departments;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Datasets as the search engine holds them, made from what the hub knows: the entry in force, the schema, the department. */
@Component
class CatalogDocuments {

    private final Contracts contracts;
    private final Departments departments;
    private final JsonMapper json;

    CatalogDocuments(Contracts contracts, Departments departments, JsonMapper json) {
        this.contracts = contracts;
        this.departments = departments;
        this.json = json;
    }

    /** The documents of some datasets, by code. */
    Map<String, JsonNode> of(Collection<Dataset> datasets) {
        Map<String, LocalizedText> titles = titles();
        return datasets.stream()
                .collect(Collectors.toMap(
                        Dataset::code, dataset -> document(dataset, titles), (a, b) -> b, TreeMap::new));
    }

    /** The departments' titles, by code. */
    Map<String, LocalizedText> titles() {
        return departments.all().stream().collect(Collectors.toMap(Department::code, Department::title));
    }

    private JsonNode document(Dataset dataset, Map<String, LocalizedText> departmentTitles) {
        Entry entry = dataset.entry();
        List<String> title = texts(entry.title());
        List<String> provider = texts(departmentTitles.get(dataset.department()));
        List<String> keywords =
                entry.keywords().stream().map(CatalogDocuments::plain).toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", dataset.code());
        document.put("resourceCode", dataset.resourceCode());
        document.put("readers", Readers.of(dataset));
        document.put("updatedAt", dataset.updatedAt().toString());
        document.put("exactTitle", title.stream().map(CatalogDocuments::folded).toList());
        document.put("title", title);
        document.put("keywords", keywords);
        document.put("departmentTitle", provider);
        document.put("fields", fields(dataset));
        document.put("summary", texts(entry.summary()));
        document.put(
                "pinyin",
                Stream.of(title, keywords, provider)
                        .flatMap(Collection::stream)
                        .flatMap(text -> Spelling.of(text).stream())
                        .distinct()
                        .toList());
        Map<String, Object> facets = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            facets.put(facet.parameter(), facet.of(dataset));
        }
        document.put("facets", facets);
        return json.valueToTree(document);
    }

    /** The names and titles of the schema's fields and of the entry's items. */
    private List<String> fields(Dataset dataset) {
        Set<String> fields = new LinkedHashSet<>();
        contracts
                .published(dataset.code())
                .or(() -> contracts.draft(dataset.code()))
                .map(BoundSchema::schema)
                .ifPresent(schema -> schema.fields().forEach(field -> {
                    fields.add(field.name());
                    fields.addAll(texts(field.title()));
                }));
        dataset.entry().items().stream()
                .map(DataItem::name)
                .filter(Objects::nonNull)
                .forEach(fields::add);
        return new ArrayList<>(fields);
    }

    private static List<String> texts(@Nullable LocalizedText text) {
        return text == null
                ? List.of()
                : Stream.of(text.zh(), text.en())
                        .map(CatalogDocuments::plain)
                        .distinct()
                        .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** A title as what was typed is compared with it: in one width and case, without spaces. */
    static String folded(String title) {
        return plain(title).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }
}
