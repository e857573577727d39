package org.exchangehub.core.query;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.publication.PublishedTables;
import org.exchangehub.core.publication.Release;
import org.exchangehub.core.publication.Releases;
import org.exchangehub.core.publication.StagedRows;
import org.exchangehub.core.publication.Staging;
import org.exchangehub.core.publication.StagingArea;
import org.exchangehub.core.testing.HubClient;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A published dataset of persons that the market supervision shares, and grants for it as people consent to them. */
class SharedPersons {

    static final String DATASET = "207001-000801";
    static final String PURPOSE = "licence check";
    static final int ROWS = 60;

    private static final String SCHEMA = """
            {"type": "record", "name": "Person", "namespace": "test", "hub.dataset": "person",
             "hub.title": {"zh": "人员", "en": "persons"}, "hub.key": ["id"],
             "fields": [
               {"name": "id", "type": "string", "hub.id": 1, "hub.title": {"zh": "编号", "en": "id"},
                "hub.level": 1, "hub.filter": "equality"},
               {"name": "name", "type": "string", "hub.id": 2, "hub.title": {"zh": "姓名", "en": "name"},
                "hub.level": 3, "hub.mask": "name", "hub.filter": "equality"},
               {"name": "phone", "type": ["null", "string"], "default": null, "hub.id": 3,
                "hub.title": {"zh": "电话", "en": "phone"}, "hub.level": 3, "hub.mask": "phone",
                "hub.filter": "equality"},
               {"name": "district", "type": "string", "hub.id": 4, "hub.title": {"zh": "区划", "en": "district"},
                "hub.level": 1, "hub.filter": "prefix"},
               {"name": "opened", "type": {"type": "int", "logicalType": "date"}, "hub.id": 5,
                "hub.title": {"zh": "日期", "en": "opened"}, "hub.level": 1, "hub.filter": "range"},
               {"name": "secret", "type": ["null", "string"], "default": null, "hub.id": 6,
                "hub.title": {"zh": "秘密", "en": "secret"}, "hub.level": 3, "hub.filter": "equality"}]}
            """;

    private final String dataset;
    private final JdbcClient jdbc;
    private final HubClient hub;

    SharedPersons(ApplicationContext context) {
        this(context, DATASET);
    }

    /** @param dataset a code under 207001 of the test's own */
    SharedPersons(ApplicationContext context, String dataset) {
        this.dataset = dataset;
        this.jdbc = context.getBean(JdbcClient.class);
        this.hub = context.getBean(HubClient.class);
        register();
        BoundSchema schema = context.getBean(Contracts.class).current(dataset);
        context.getBean(PublishedTables.class).ensure(schema);
        publish(
                schema,
                context.getBean(StagingArea.class),
                context.getBean(Releases.class),
                context.getBean(TransactionTemplate.class),
                context.getBean(Clock.class).instant());
    }

    private static void publish(
            BoundSchema schema, StagingArea area, Releases releases, TransactionTemplate transaction, Instant now) {
        UUID batch = UUID.randomUUID();
        try (Staging staged = area.open(schema, batch, 1)) {
            try (StagedRows rows = staged.load()) {
                for (int i = 0; i < ROWS; i++) {
                    rows.upsert(i, i, row(i));
                }
                rows.finish();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            staged.settle();
            transaction.executeWithoutResult(status -> releases.merge(staged, Release.Mode.UPSERT, 0, now));
        }
    }

    /** Persons P000 to P059: the even ones live in Wuhu (3402…), the odd ones elsewhere. */
    private static List<Object> row(int i) {
        return Arrays.asList(
                "P%03d".formatted(i),
                "王小明",
                "139551%05d".formatted(i),
                i % 2 == 0 ? "340202" : "110101",
                LocalDate.of(2026, 1, 1).plusDays(i),
                "secret " + i);
    }

    private void register() {
        jdbc.sql("""
                insert into hub.dataset (code, department, state, entry, search, version, created_at, updated_at,
                                         submitted_by, published_at)
                values (:code, 'market-supervision', 'PUBLISHED', :entry::jsonb, '', 1, now(), now(), 'test', now())
                """).param("code", dataset).param("entry", """
                {"title": {"zh": "人员", "en": "persons"}, "classification": "207001", "shareAttribute": "CONDITIONAL",
                 "shareModes": ["SERVICE"], "nonSecret": true, "level": 3}
                """).update();
        jdbc.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                """).param("code", dataset).param("avsc", SCHEMA).update();
    }

    /** A grant both sides have consented to, for a client of the administrative approval. */
    UUID grant(String client, String modes, String fields, String rowFilter) {
        return grant(client, modes, fields, rowFilter, "");
    }

    /**
     * The same with further terms.
     *
     * @param more members of the application, each after a comma
     */
    UUID grant(String client, String modes, String fields, String rowFilter, String more) {
        String application = hub.as("approval-developer")
                .post("/api/v1/applications", """
                        {"dataset": "%s", "client": "%s", "basis": "b", "scenario": "s", "scope": "s",
                         "purpose": "%s", "modes": %s, "until": "2099-12-31", "fields": %s, "rowFilter": %s%s}
                        """.formatted(dataset, client, PURPOSE, modes, fields, rowFilter, more))
                .json()
                .path("id")
                .asString();
        String consent = "{\"decision\": \"CONSENT\", \"opinion\": \"agreed\"}";
        hub.as("approval-head").post("/api/v1/applications/" + application + "/consents", consent);
        hub.as("market-head").post("/api/v1/applications/" + application + "/consents", consent);
        return jdbc.sql("select id from hub.access_grant where application = :id::uuid")
                .param("id", application)
                .query(UUID.class)
                .single();
    }

    /** Ends a grant's time yesterday. */
    void expire(UUID grant) {
        jdbc.sql("update hub.access_grant set from_day = current_date - 9, until_day = current_date - 2 where id = :id")
                .param("id", grant)
                .update();
        jdbc.sql("""
                with next as (update hub.policy_epoch set epoch = epoch + 1 returning epoch)
                insert into hub.policy_change (epoch, dataset) select epoch, :dataset from next
                """).param("dataset", dataset).update();
    }
}
