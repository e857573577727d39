package org.exchangehub.core.access;

import java.util.List;
import org.exchangehub.core.catalog.DatasetChanged;
import org.exchangehub.core.catalog.DatasetPublished;
import org.exchangehub.core.catalog.DatasetWithdrawn;
import org.exchangehub.core.contract.SchemaPublished;
import org.exchangehub.core.identity.AppClientRevoked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts the changes of what somebody may do; instances follow it. */
@Component
class PolicyEpoch {

    static final String CHANNEL = "hub_policy";
    static final String CURRENT = "select epoch from hub.policy_epoch";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /** The epoch was raised to this in the current transaction. */
    record Raised(long epoch) {}

    PolicyEpoch(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Says in the current transaction that it changes what may be done with a dataset; to be called last of all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(String dataset) {
        long epoch = jdbc.sql("""
                        with raised as (update hub.policy_epoch set epoch = epoch + 1 returning epoch),
                             noted as (insert into hub.policy_change (epoch, dataset) select epoch, :dataset from raised)
                        select epoch from raised
                        """).param("dataset", dataset).query(Long.class).single();
        jdbc.sql("select pg_notify('" + CHANNEL + "', '')").query(rs -> {});
        events.publishEvent(new Raised(epoch));
    }

    /** Before the commit and not at once: the epoch's row is locked for as short as can be. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    public void on(DatasetPublished published) {
        raise(published.code());
    }

    /** The same for another edition of its entry. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    public void on(DatasetChanged changed) {
        raise(changed.code());
    }

    /** The same for its end: nothing is given any more. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    public void on(DatasetWithdrawn withdrawn) {
        raise(withdrawn.code());
    }

    /** The same for a schema: grants bind field ids, and what these are called may have changed. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    public void on(SchemaPublished published) {
        raise(published.dataset());
    }

    /** A client that was revoked may do nothing any more with any dataset. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    public void on(AppClientRevoked revoked) {
        jdbc.sql("select distinct dataset from hub.access_grant where client = :client order by dataset")
                .param("client", revoked.client())
                .query((row, number) -> row.getString(1))
                .list()
                .forEach(this::raise);
    }

    /** The datasets concerned by the changes after an epoch. */
    List<String> changedSince(long epoch) {
        return jdbc.sql("select distinct dataset from hub.policy_change where epoch > :epoch")
                .param("epoch", epoch)
                .query((row, number) -> row.getString("dataset"))
                .list();
    }
}
