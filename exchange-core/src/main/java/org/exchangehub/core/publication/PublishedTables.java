package org.exchangehub.core.publication;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The typed tables of the published datasets. */
@Service
public class PublishedTables {

    private final Contracts contracts;
    private final JdbcClient owner;
    private final TransactionTemplate ownerTransaction;

    private static final int MOST_ATTEMPTS = 20;

    /** What this instance has made sure of: layouts by dataset and version. */
    private final Map<String, TableLayout> layouts = new ConcurrentHashMap<>();

    PublishedTables(Contracts contracts, @Qualifier("ownerDataSource") DataSource owner) {
        this.contracts = contracts;
        this.owner = JdbcClient.create(owner);
        this.ownerTransaction = new TransactionTemplate(new JdbcTransactionManager(owner));
        this.ownerTransaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Makes sure that the dataset has a table with a column for every field of the schema, adding what is missing; columns
     * of other versions stay.
     */
    public void ensure(BoundSchema schema) {
        layout(schema);
    }

    /** The layout of the newest published schema; refuses with {@code NOT_FOUND} when there is none. */
    TableLayout current(String dataset) {
        return layout(contracts
                .published(dataset)
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "Dataset " + dataset + " is not published")));
    }

    TableLayout layout(BoundSchema schema) {
        return layouts.computeIfAbsent(schema.dataset() + "/" + schema.version(), key -> made(schema));
    }

    private TableLayout made(BoundSchema schema) {
        Optional<Long> existing = number(schema);
        if (existing.isPresent()) {
            return new TableLayout(existing.get(), schema.schema());
        }
        for (int attempt = 1; true; attempt++) {
            try {
                return Objects.requireNonNull(ownerTransaction.execute(status -> make(schema)));
            } catch (CannotAcquireLockException busy) {
                if (attempt == MOST_ATTEMPTS) {
                    throw busy;
                }
            }
        }
    }

    /** The table's number when it already has this version's columns and all that this hub gives a table. */
    private Optional<Long> number(BoundSchema schema) {
        return owner.sql("select number from hub.publication where dataset = :dataset and schema_version >= :version"
                        + " and layout >= :layout")
                .param("dataset", schema.dataset())
                .param("version", schema.version())
                .param("layout", TableLayout.GENERATION)
                .query((row, n) -> row.getLong(1))
                .optional();
    }

    /**
     * Makes the table or adds its columns. No waiting for the table's lock for long: whoever comes behind in its queue, readers
     * too, would wait as well.
     */
    private TableLayout make(BoundSchema schema) {
        owner.sql("set local lock_timeout = '1s'").update();
        long number = owner.sql("""
                        insert into hub.publication (dataset, schema_version, layout) values (:dataset, :version, :layout)
                        on conflict (dataset) do update
                           set schema_version = greatest(publication.schema_version, excluded.schema_version),
                               layout = greatest(publication.layout, excluded.layout)
                        returning number
                        """)
                .param("dataset", schema.dataset())
                .param("version", schema.version())
                .param("layout", TableLayout.GENERATION)
                .query((row, n) -> row.getLong(1))
                .single();
        TableLayout layout = new TableLayout(number, schema.schema());
        boolean isNew = owner.sql("select to_regclass(:table) is null")
                .param("table", layout.table())
                .query(Boolean.class)
                .single();
        layout.creation().forEach(statement -> owner.sql(statement).update());
        if (isNew) {
            makeWithFirstRelease(layout, schema.version());
        } else {
            layout.keys()
                    .forEach(index ->
                            owner.sql(index.statement(layout.table(), false)).update());
        }
        return layout;
    }

    /** An index made from all rows of the first release costs a fraction of one that is there while they come. */
    private void makeWithFirstRelease(TableLayout layout, int version) {
        List<TableLayout.Index> indexes =
                Stream.concat(layout.keys().stream(), layout.lookups().stream()).toList();
        for (int i = 0; i < indexes.size(); i++) {
            owner.sql("insert into hub.publication_first_index values (:number, :ordinal, :statement)")
                    .param("number", layout.number())
                    .param("ordinal", i)
                    .param("statement", indexes.get(i).statement(layout.table(), false))
                    .update();
        }
        owner.sql(
                        "update hub.publication set indexed_version = :version, indexed_layout = :layout where number = :number")
                .param("version", version)
                .param("layout", TableLayout.GENERATION)
                .param("number", layout.number())
                .update();
    }
}
