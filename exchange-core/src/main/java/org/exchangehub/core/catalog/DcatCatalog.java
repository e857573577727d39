package org.exchangehub.core.catalog;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VCARD4;
import org.apache.jena.vocabulary.XSD;
import org.exchangehub.core.catalog.Entry.UpdateCycle;
import org.exchangehub.core.identity.Authority;
import org.exchangehub.core.identity.Department;
import org.exchangehub.core.identity.Departments;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Datasets in force as other catalogs read them: DCAT-AP 3.0.1 (SEMIC), what it has no term for in a vocabulary of the hub's own. Names
 * are the hub's addresses, so they stay what they are while the hub keeps its address.
 */
@Component
class DcatCatalog {

    private static final String AUTHORITY_TABLES = "http://publications.europa.eu/resource/authority/";
    private static final LocalizedText TITLE = new LocalizedText("政务数据目录", "Catalog of shared government data");
    private static final LocalizedText ABOUT = new LocalizedText(
            "本级政务部门可共享的政务数据资源", "Data that the departments of this jurisdiction share with each other");

    private static final Map<UpdateCycle, String> FREQUENCIES = Map.of(
            UpdateCycle.REALTIME, "CONT",
            UpdateCycle.DAILY, "DAILY",
            UpdateCycle.WEEKLY, "WEEKLY",
            UpdateCycle.MONTHLY, "MONTHLY",
            UpdateCycle.QUARTERLY, "QUARTERLY",
            UpdateCycle.YEARLY, "ANNUAL");

    private final String hub;
    private final Departments departments;
    private final Authority authority;

    DcatCatalog(@Qualifier("hubUrl") URI hub, Departments departments, Authority authority) {
        this.hub = hub.toString();
        this.departments = departments;
        this.authority = authority;
    }

    /** A catalog that holds these datasets. */
    Model of(List<Dataset> datasets) {
        Map<String, Department> known =
                departments.all().stream().collect(Collectors.toMap(Department::code, each -> each));
        Graph graph = new Graph(known);
        graph.catalog(datasets);
        datasets.forEach(graph::dataset);
        return graph.model;
    }

    /** One model on its way. */
    private final class Graph {

        private final Model model = ModelFactory.createDefaultModel();
        private final Map<String, Department> known;
        private final String own = hub + "/vocabulary#";

        Graph(Map<String, Department> known) {
            this.known = known;
            model.setNsPrefix("dcat", DCAT.getURI())
                    .setNsPrefix("dct", DCTerms.getURI())
                    .setNsPrefix("foaf", FOAF.getURI())
                    .setNsPrefix("rdfs", RDFS.getURI())
                    .setNsPrefix("skos", SKOS.getURI())
                    .setNsPrefix("vcard", VCARD4.getURI())
                    .setNsPrefix("xsd", XSD.getURI())
                    .setNsPrefix("hub", own);
        }

        private Resource resource(String path) {
            return model.createResource(hub + path);
        }

        /** An address; the shapes want to be told that it is a resource. */
        private Resource address(String path) {
            return resource(path).addProperty(RDF.type, RDFS.Resource);
        }

        private Property property(String name) {
            return model.createProperty(own, name);
        }

        void catalog(List<Dataset> datasets) {
            Resource catalog = resource("/api/v1/catalog")
                    .addProperty(RDF.type, DCAT.Catalog)
                    .addProperty(DCTerms.publisher, agent(authority.department()));
            said(catalog, DCTerms.title, TITLE);
            said(catalog, DCTerms.description, ABOUT);
            for (String language : List.of("ZHO", "ENG")) {
                catalog.addProperty(
                        DCTerms.language, listed("language/" + language, DCTerms.LinguisticSystem, language));
            }
            datasets.forEach(dataset -> catalog.addProperty(DCAT.dataset, named(dataset)));
        }

        private Resource named(Dataset dataset) {
            return resource("/datasets/" + dataset.code());
        }

        void dataset(Dataset dataset) {
            Entry entry = dataset.entry();
            Resource about = named(dataset)
                    .addProperty(RDF.type, DCAT.Dataset)
                    .addProperty(DCTerms.identifier, dataset.resourceCode())
                    .addProperty(DCTerms.publisher, agent(dataset.department()))
                    .addProperty(DCTerms.modified, moment(dataset.updatedAt()), XSDDatatype.XSDdateTime)
                    .addProperty(property("edition"), Integer.toString(dataset.edition()), XSDDatatype.XSDinteger);
            said(about, DCTerms.title, dataset.title());
            said(about, DCTerms.description, entry.summary() == null ? dataset.title() : entry.summary());
            entry.keywords().forEach(word -> about.addProperty(DCAT.keyword, word, "zh"));
            entry.related()
                    .forEach(code ->
                            about.addProperty(DCTerms.relation, address("/datasets/" + code.replace('/', '-'))));
            Instant publishedAt = dataset.publishedAt();
            if (publishedAt != null) {
                about.addProperty(DCTerms.issued, moment(publishedAt), XSDDatatype.XSDdateTime);
            }
            theme(about, entry);
            rights(about, dataset);
            UpdateCycle cycle = entry.updateCycle();
            if (cycle != null) {
                about.addProperty(
                        DCTerms.accrualPeriodicity,
                        listed("frequency/" + FREQUENCIES.get(cycle), DCTerms.Frequency, cycle.name()));
            }
            contact(about, entry.contact());
            about.addProperty(DCTerms.conformsTo, schema(dataset));
            if (dataset.shareAttribute() != ShareAttribute.REFUSED) { // what is not shared has no way out
                dataset.shareModes().forEach(mode -> distribution(about, dataset, mode));
            }
        }

        private void theme(Resource about, Entry entry) {
            String code = entry.classification();
            if (code == null) {
                return;
            }
            Resource scheme = resource("/vocabulary/classifications").addProperty(RDF.type, SKOS.ConceptScheme);
            said(scheme, DCTerms.title, new LocalizedText("政务信息资源分类", "Classification of government data"));
            about.addProperty(
                    DCAT.theme,
                    resource("/vocabulary/classifications/" + code)
                            .addProperty(RDF.type, SKOS.Concept)
                            .addProperty(SKOS.inScheme, scheme)
                            .addProperty(SKOS.notation, code)
                            .addProperty(SKOS.prefLabel, code, "zh"));
        }

        /** Whom it may be given to: the EU's three words, and what the entry states (Decree 809, Arts. 14 and 15). */
        private void rights(Resource about, Dataset dataset) {
            Entry entry = dataset.entry();
            String word = Boolean.TRUE.equals(entry.open())
                    ? "PUBLIC"
                    : dataset.shareAttribute() == ShareAttribute.REFUSED ? "NON_PUBLIC" : "RESTRICTED";
            about.addProperty(DCTerms.accessRights, listed("access-right/" + word, DCTerms.RightsStatement, word));
            about.addProperty(
                    property("shareAttribute"), dataset.shareAttribute().name());
            text(about, "shareCondition", entry.shareCondition());
            text(about, "usageConditions", entry.usageConditions());
            text(about, "legalBasis", entry.legalBasis());
            text(about, "refusalReason", entry.refusalReason());
            Integer level = entry.level();
            if (level != null) {
                about.addProperty(property("level"), level.toString(), XSDDatatype.XSDinteger);
            }
        }

        private void text(Resource about, String name, @Nullable String text) {
            if (text != null) {
                about.addProperty(property(name), text, "zh");
            }
        }

        private void contact(Resource about, Entry.@Nullable Contact contact) {
            if (contact == null || contact.name() == null) {
                return;
            }
            Resource kind =
                    model.createResource().addProperty(RDF.type, VCARD4.Kind).addProperty(VCARD4.fn, contact.name());
            Optional.ofNullable(contact.phone())
                    .map(phone -> phone.replaceAll("[^+0-9-]", ""))
                    .filter(digits -> !digits.isEmpty())
                    .ifPresent(digits -> kind.addProperty(VCARD4.hasTelephone, model.createResource("tel:" + digits)));
            about.addProperty(DCAT.contactPoint, kind);
        }

        /** The schema it is bound to; nothing comes into force without one. */
        private Resource schema(Dataset dataset) {
            Resource schema =
                    resource("/api/v1/datasets/" + dataset.code() + "/schema").addProperty(RDF.type, DCTerms.Standard);
            String en = dataset.title().en();
            said(
                    schema,
                    DCTerms.title,
                    new LocalizedText(dataset.title().zh() + "（数据结构）", en.isBlank() ? "schema" : en + ", schema"));
            return schema;
        }

        private void distribution(Resource about, Dataset dataset, ShareMode mode) {
            String api = "/api/v1/datasets/" + dataset.code();
            String way =
                    switch (mode) {
                        case SERVICE -> api + "/records";
                        case FILE -> api + "/exports";
                        case BATCH -> api;
                    };
            Resource distribution = resource("/datasets/" + dataset.code() + "#" + mode.name())
                    .addProperty(RDF.type, DCAT.Distribution)
                    .addProperty(DCAT.accessURL, address(way))
                    .addProperty(DCTerms.conformsTo, schema(dataset));
            said(distribution, DCTerms.title, title(dataset, mode));
            about.addProperty(DCAT.distribution, distribution);
            if (mode == ShareMode.SERVICE) {
                Resource service = resource(api + "#service")
                        .addProperty(RDF.type, DCAT.DataService)
                        .addProperty(DCAT.endpointURL, address(way))
                        .addProperty(DCAT.endpointDescription, address("/api/v1/openapi.json"))
                        .addProperty(DCAT.servesDataset, about);
                said(service, DCTerms.title, title(dataset, mode));
                distribution.addProperty(DCAT.accessService, service);
            }
        }

        private static LocalizedText title(Dataset dataset, ShareMode mode) {
            LocalizedText way =
                    switch (mode) {
                        case SERVICE -> new LocalizedText("服务接口", "service");
                        case FILE -> new LocalizedText("文件下载", "file");
                        case BATCH -> new LocalizedText("批量交换", "batch exchange");
                    };
            return new LocalizedText(
                    dataset.title().zh() + "（" + way.zh() + "）",
                    dataset.title().en().isEmpty() ? way.en() : dataset.title().en() + ", " + way.en());
        }

        private Resource agent(String code) {
            Department department = known.get(code);
            Resource agent = resource("/departments/" + code).addProperty(RDF.type, FOAF.Agent);
            if (department == null) {
                return agent.addProperty(FOAF.name, code);
            }
            said(agent, FOAF.name, department.title());
            if (department.uscc() != null) {
                agent.addProperty(DCTerms.identifier, department.uscc());
            }
            return agent;
        }

        /** A word of one of the EU's authority tables. */
        private Resource listed(String word, Resource type, String label) {
            return model.createResource(AUTHORITY_TABLES + word)
                    .addProperty(RDF.type, type)
                    .addProperty(RDFS.label, label, "en");
        }

        private static void said(Resource about, Property property, LocalizedText text) {
            about.addProperty(property, text.zh(), "zh");
            if (!text.en().isBlank()) {
                about.addProperty(property, text.en(), "en");
            }
        }

        private static String moment(Instant at) {
            return at.toString();
        }
    }
}
