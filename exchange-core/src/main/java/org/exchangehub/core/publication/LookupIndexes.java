package org.exchangehub.core.publication;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.contract.SchemaPublished;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Gives tables that are in use already the columns of a new schema version as soon as it is published, and the indexes its
 * filterable fields need, while batches and readings go on. One instance works at a time; what it could not finish is begun
 * anew by the next.
 */
@Component
class LookupIndexes {

    private static final Logger LOG = LoggerFactory.getLogger(LookupIndexes.class);
    private static final String LOCK = "hashtextextended('publication:lookups', 0)";

    private final DataSource owner;
    private final Contracts contracts;
    private final PublishedTables tables;

    LookupIndexes(@Qualifier("ownerDataSource") DataSource owner, Contracts contracts, PublishedTables tables) {
        this.owner = owner;
        this.contracts = contracts;
        this.tables = tables;
    }

    /** A table that lacks some. */
    private record Lacking(String dataset, int version) {}

    @TransactionalEventListener
    void on(SchemaPublished published) {
        tables.ensure(contracts.version(published.dataset(), published.version()));
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    void make() {
        if (lacking(new JdbcTemplate(owner)).isEmpty()) {
            return;
        }
        try (Connection connection = owner.getConnection()) {
            JdbcTemplate session = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            if (Boolean.TRUE.equals(
                    session.queryForObject("select pg_try_advisory_lock(" + LOCK + ")", Boolean.class))) {
                try {
                    lacking(session).forEach(each -> make(session, each));
                } finally {
                    session.queryForObject("select pg_advisory_unlock(" + LOCK + ")", Boolean.class);
                }
            }
        } catch (SQLException unreachable) {
            LOG.warn("Cannot look after the indexes of published tables: {}", unreachable.toString());
        }
    }

    private static List<Lacking> lacking(JdbcTemplate session) {
        return session.query(
                "select dataset, schema_version from hub.publication"
                        + " where indexed_version < schema_version or indexed_layout < ?",
                (row, n) -> new Lacking(row.getString(1), row.getInt(2)),
                TableLayout.GENERATION);
    }

    private void make(JdbcTemplate session, Lacking table) {
        TableLayout layout = tables.layout(contracts.version(table.dataset(), table.version()));
        for (TableLayout.Index index : layout.lookups()) {
            dropInvalid(session, index);
            session.execute(index.statement(layout.table(), true));
        }
        session.update(
                "update hub.publication set indexed_version = greatest(indexed_version, ?), indexed_layout = ? where dataset = ?",
                table.version(),
                TableLayout.GENERATION,
                table.dataset());
        LOG.info("Dataset {} has the indexes of schema version {}", table.dataset(), table.version());
    }

    /** What a broken-off concurrent build left is of no use and in the way. */
    private static void dropInvalid(JdbcTemplate session, TableLayout.Index index) {
        Boolean invalid = session.queryForObject(
                "select exists (select 1 from pg_index i where i.indexrelid = to_regclass(?) and not i.indisvalid)",
                Boolean.class,
                "shared." + index.name());
        if (Boolean.TRUE.equals(invalid)) {
            session.execute("drop index concurrently shared." + index.name());
        }
    }
}
