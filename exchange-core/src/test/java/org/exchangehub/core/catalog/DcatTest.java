package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** The catalog as others harvest it, held against the SHACL shapes SEMIC publishes with DCAT-AP 3.0.1. */
@HubTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DcatTest {

    private static final String CATALOG = "/api/v1/catalog?limit=500";

    private final HubClient hub;
    private final JdbcClient owner;
    private String published = "";
    private String draft = "";

    DcatTest(HubClient hub, @Qualifier("ownerDataSource") DataSource owner) {
        this.hub = hub;
        this.owner = JdbcClient.create(owner);
    }

    @BeforeAll
    void register() {
        published = registered(Entries.json().put("classification", "805003"));
        draft = registered(Entries.json().put("classification", "805003"));
        publish(published);
    }

    private void publish(String code) {
        owner.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                """)
                .param("code", code)
                .param("avsc", PublishedDatasets.SCHEMA)
                .update();
        PublishedDatasets.publish(hub, code);
    }

    private String registered(ObjectNode entry) {
        return hub.as("market-steward")
                .post("/api/v1/datasets", entry.toString())
                .json()
                .get("code")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/ld+json"})
    void meetsThePublicShapes(String form) {
        Model catalog = read(form);

        assertThat(named(catalog, published).hasProperty(RDF.type, DCAT.Dataset))
                .isTrue();
        assertThat(violations(catalog)).isEmpty();
    }

    @Test
    void isCaughtByTheShapesWhenSomethingNeededIsMissing() {
        Model catalog = read("text/turtle");
        named(catalog, published).removeAll(DCTerms.title);
        catalog.removeAll(null, DCAT.accessURL, null);

        assertThat(violations(catalog))
                .anyMatch(message -> message.contains("title"))
                .anyMatch(message -> message.contains("accessURL"));
    }

    @Test
    void saysWhatTheEntrySays() {
        Model catalog = read("text/turtle");
        Resource dataset = named(catalog, published);

        assertThat(dataset.getProperty(DCTerms.identifier).getString()).isEqualTo(published.replace('-', '/'));
        assertThat(dataset.getProperty(DCTerms.title, "zh").getString()).isEqualTo("法人基础信息");
        assertThat(dataset.getProperty(DCTerms.title, "en").getString()).isEqualTo("Legal persons");
        assertThat(dataset.getPropertyResourceValue(DCTerms.accessRights).getURI())
                .endsWith("/access-right/RESTRICTED");
        assertThat(dataset.getPropertyResourceValue(DCTerms.accrualPeriodicity).getURI())
                .endsWith("/frequency/DAILY");
        assertThat(dataset.listProperties(DCAT.distribution).toList()).hasSize(2);
        assertThat(dataset.getPropertyResourceValue(DCTerms.conformsTo).getURI())
                .endsWith("/api/v1/datasets/" + published + "/schema");
    }

    @Test
    void givesNoWayOutOfWhatIsNotShared() {
        String refused = registered(Entries.json()
                .put("classification", "805003")
                .put("shareAttribute", "REFUSED")
                .put("legalBasis", "统计法第二十五条")
                .put("refusalReason", "统计调查对象的资料"));
        publish(refused);
        Resource dataset = named(read("text/turtle"), refused);

        assertThat(dataset.getPropertyResourceValue(DCTerms.accessRights).getURI())
                .endsWith("/access-right/NON_PUBLIC");
        assertThat(dataset.listProperties(DCAT.distribution).toList()).isEmpty();
    }

    @Test
    void holdsNothingThatIsNotInForce() {
        assertThat(named(read("text/turtle"), draft).listProperties().toList()).isEmpty();
    }

    @Test
    void comesInPagesThatAreCatalogsThemselves() {
        Answer first = hub.as("approval-developer").get("/api/v1/catalog?limit=1&format=TURTLE");
        String next = first.header("Link").orElse("");

        assertThat(first.header("Content-Type")).contains("text/turtle;charset=utf-8");
        assertThat(parsed(first, Lang.TURTLE)
                        .listSubjectsWithProperty(RDF.type, DCAT.Dataset)
                        .toList())
                .hasSize(1);
        if (!next.isEmpty()) {
            Answer second = hub.as("approval-developer")
                    .get(next.substring(1, next.indexOf('>')).replace("%3D", "="));
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.text()).isNotEqualTo(first.text());
        }
    }

    private static Resource named(Model catalog, String code) {
        return catalog.createResource("http://localhost/datasets/" + code);
    }

    private Model read(String form) {
        Answer answer = hub.as("approval-developer").header("Accept", form).get(CATALOG);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(form));
        return parsed(answer, form.equals("text/turtle") ? Lang.TURTLE : Lang.JSONLD);
    }

    private static Model parsed(Answer answer, Lang form) {
        Model catalog = ModelFactory.createDefaultModel();
        RDFDataMgr.read(catalog, new ByteArrayInputStream(answer.bytes()), form);
        return catalog;
    }

    private static List<String> violations(Model catalog) {
        String named = System.getenv("HUB_SHARED_DATA");
        Path folder = (named == null ? Path.of("../../shared/data") : Path.of(named)).resolve("vectors/dcat-ap-3.0.1");
        assumeTrue(
                Files.exists(folder),
                "skipped: no folder of shared data; name one by the environment variable HUB_SHARED_DATA");
        Model shapes = ModelFactory.createDefaultModel();
        Stream.of("dcat-ap-SHACL.ttl", "ranges.ttl")
                .forEach(file -> RDFDataMgr.read(shapes, folder.resolve(file).toString(), Lang.TURTLE));
        // ranges.ttl names one property shape that neither file defines
        shapes.listStatements(null, SHACLM.property, (RDFNode) null)
                .filterDrop(
                        statement -> statement.getResource().listProperties().hasNext())
                .toList()
                .forEach(shapes::remove);
        Graph data = catalog.getGraph();
        ValidationReport report = ShaclValidator.get().validate(Shapes.parse(shapes.getGraph()), data);
        return report.getEntries().stream()
                .map(entry -> entry.focusNode() + " " + entry.resultPath() + " " + entry.message())
                .toList();
    }
}
