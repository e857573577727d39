package org.exchangehub.core.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.exchangehub.core.contract.BoundSchema.State;
import org.exchangehub.schemas.StandardSchema;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of schema versions. */
@Repository
class ContractVersions {

    private static final String SELECT = "select dataset, version, state, avsc, registry_id from hub.contract_schema";

    private final JdbcClient jdbc;

    /** Parsed schemas by their text, which never means anything else. */
    private final Map<String, StandardSchema> parsed = new ConcurrentHashMap<>();

    /** Those of published versions, whose text never changes and which every request asks for. */
    private final Map<Version, StandardSchema> published = new ConcurrentHashMap<>();

    private record Version(String dataset, int number) {}

    ContractVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds off other changes to the dataset's versions until this transaction ends, also when there are none yet. */
    void lock(String dataset) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('contract:' || :dataset, 0))")
                .param("dataset", dataset)
                .query(rs -> {});
    }

    List<BoundSchema> all(String dataset) {
        return jdbc.sql(SELECT + " where dataset = :dataset order by version")
                .param("dataset", dataset)
                .query(this::bound)
                .list();
    }

    Optional<BoundSchema> version(String dataset, int version) {
        return jdbc.sql(SELECT + " where dataset = :dataset and version = :version")
                .param("dataset", dataset)
                .param("version", version)
                .query(this::bound)
                .optional();
    }

    /** The newest published version; its text is read once. */
    Optional<BoundSchema> newestPublished(String dataset) {
        return jdbc.sql("""
                        select version, registry_id from hub.contract_schema
                        where dataset = :dataset and state = 'PUBLISHED' order by version desc limit 1
                        """)
                .param("dataset", dataset)
                .query((row, number) -> published(new Version(dataset, row.getInt(1)), row.getInt(2)))
                .optional();
    }

    private BoundSchema published(Version version, int registryId) {
        StandardSchema schema = published.get(version);
        if (schema == null) {
            schema = version(version.dataset(), version.number()).orElseThrow().schema();
            published.put(version, schema);
        }
        return new BoundSchema(version.dataset(), version.number(), registryId, schema, State.PUBLISHED);
    }

    Optional<BoundSchema> newest(String dataset, State state) {
        return jdbc.sql(SELECT + " where dataset = :dataset and state = :state order by version desc limit 1")
                .param("dataset", dataset)
                .param("state", state.name())
                .query(this::bound)
                .optional();
    }

    List<String> datasets() {
        return jdbc.sql("select distinct dataset from hub.contract_schema order by dataset")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Puts a draft in the place of the one before, if any. */
    void draft(BoundSchema draft, Instant now) {
        jdbc.sql("""
                        insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at)
                        values (:dataset, :version, 'DRAFT', :avsc, :registryId, :now)
                        on conflict (dataset, version) do update
                           set avsc = excluded.avsc, registry_id = excluded.registry_id, bound_at = excluded.bound_at
                         where contract_schema.state = 'DRAFT'
                        """)
                .param("dataset", draft.dataset())
                .param("version", draft.version())
                .param("avsc", draft.schema().avro().toString())
                .param("registryId", draft.registryId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void publish(BoundSchema draft, Instant now) {
        jdbc.sql("""
                        update hub.contract_schema set state = 'PUBLISHED', published_at = :now
                         where dataset = :dataset and version = :version and state = 'DRAFT'
                        """)
                .param("dataset", draft.dataset())
                .param("version", draft.version())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void registered(BoundSchema schema, int registryId) {
        jdbc.sql("update hub.contract_schema set registry_id = :id where dataset = :dataset and version = :version")
                .param("id", registryId)
                .param("dataset", schema.dataset())
                .param("version", schema.version())
                .update();
    }

    private BoundSchema bound(ResultSet row, int number) throws SQLException {
        return new BoundSchema(
                row.getString("dataset"),
                row.getInt("version"),
                row.getInt("registry_id"),
                parsed.computeIfAbsent(row.getString("avsc"), StandardSchema::parse),
                State.valueOf(row.getString("state")));
    }
}
