package org.exchangehub.core.insight;

import java.sql.SQLException;
import java.time.Clock;
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
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A published dataset of licences with numbers one after the other, which the market supervision's own people may read. */
final class SharedLicences {

    static final int ROWS = 60;

    private static final String DATASET = "207001-000870";
    private static final String SCHEMA = """
            {"type": "record", "name": "Licence", "namespace": "test", "hub.dataset": "licence",
             "hub.title": {"zh": "证照", "en": "licences"}, "hub.key": ["number"],
             "fields": [
               {"name": "number", "type": "string", "hub.id": 1, "hub.title": {"zh": "编号", "en": "number"},
                "hub.level": 1, "hub.filter": "equality"},
               {"name": "kind", "type": "string", "hub.id": 2, "hub.title": {"zh": "种类", "en": "kind"},
                "hub.level": 1}]}
            """;

    private final ApplicationContext context;
    private final JdbcClient jdbc;

    SharedLicences(ApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
    }

    String record(int number) {
        return "/api/v1/datasets/" + DATASET + "/records/JY%06d".formatted(number);
    }

    void publish() {
        register();
        BoundSchema schema = context.getBean(Contracts.class).current(DATASET);
        context.getBean(PublishedTables.class).ensure(schema);
        try (Staging staged = context.getBean(StagingArea.class).open(schema, UUID.randomUUID(), 1)) {
            try (StagedRows rows = staged.load()) {
                for (int i = 0; i < ROWS; i++) {
                    rows.upsert(i, i, List.of("JY%06d".formatted(i), "food"));
                }
                rows.finish();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            staged.settle();
            context.getBean(TransactionTemplate.class)
                    .executeWithoutResult(status -> context.getBean(Releases.class)
                            .merge(
                                    staged,
                                    Release.Mode.UPSERT,
                                    0,
                                    context.getBean(Clock.class).instant()));
        }
    }

    private void register() {
        jdbc.sql("""
                insert into hub.dataset (code, department, state, entry, search, version, created_at, updated_at,
                                         submitted_by, published_at)
                values (:code, 'market-supervision', 'PUBLISHED', :entry::jsonb, '', 1, now(), now(), 'test', now())
                """).param("code", DATASET).param("entry", """
                {"title": {"zh": "证照", "en": "licences"}, "classification": "207001", "shareAttribute": "CONDITIONAL",
                 "shareModes": ["SERVICE"], "nonSecret": true, "level": 1}
                """).update();
        jdbc.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                """).param("code", DATASET).param("avsc", SCHEMA).update();
    }
}
