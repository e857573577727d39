package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.exchangehub.core.catalog.Entries;
import org.exchangehub.core.catalog.PublishedDatasets;
import org.exchangehub.core.testing.HubClient;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What access tests stand on: a published dataset of the market supervision with a schema of its own. */
final class Ground {

    static final String SCHEMA = """
            {"type": "record", "name": "Person", "namespace": "test", "hub.dataset": "access-test",
             "hub.title": {"zh": "法人", "en": "Legal person"}, "hub.key": ["code"],
             "fields": [
               {"name": "code", "type": "string", "hub.id": 1, "hub.level": "1", "hub.filter": "equality",
                "hub.title": {"zh": "代码", "en": "Code"}},
               {"name": "name", "type": "string", "hub.id": 2, "hub.level": "2", "hub.filter": "text",
                "hub.title": {"zh": "名称", "en": "Name"}},
               {"name": "division", "type": "string", "hub.id": 3, "hub.level": "1", "hub.filter": "prefix",
                "hub.title": {"zh": "区划", "en": "Division"}},
               {"name": "idNumber", "type": "string", "hub.id": 4, "hub.level": "3", "hub.filter": "equality",
                "hub.mask": "citizenId", "hub.title": {"zh": "证件号码", "en": "Id number"}}
             ]}
            """;

    private Ground() {}

    /** A dataset registered, bound to {@link #SCHEMA} and published; its code. */
    static String published(HubClient hub, JdbcClient jdbc, ObjectNode entry) {
        var created = hub.as("market-steward").post("/api/v1/datasets", entry.toString());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String code = created.json().get("code").asString();
        jdbc.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                """).param("code", code).param("avsc", SCHEMA).update();
        PublishedDatasets.publish(hub, code);
        return code;
    }

    static String published(HubClient hub, JdbcClient jdbc) {
        return published(hub, jdbc, Entries.json());
    }
}
