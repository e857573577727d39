package org.exchangehub.core.access;

import java.util.List;
import org.exchangehub.core.catalog.DatasetPublished;
import org.exchangehub.core.contract.SchemaPublished;
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

    PolicyEpoch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says in the current transaction that it changes what may be done with a dataset; to be called last of all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(String dataset) {
        jdbc.sql("""
                        with raised as (update hub.policy_epoch set epoch = epoch + 1 returning epoch)
                        insert into hub.policy_change (epoch, dataset) select epoch, :dataset from raised
                        """).param("dataset", dataset).update();
        jdbc.sql("select pg_notify('" + CHANNEL + "', '')").query(rs -> {});
    }

    /** Before the commit and not at once: the epoch's row is locked for as short as can be. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    public void on(DatasetPublished published) {
        raise(published.code());
    }

    /** The same for a schema: grants bind field ids, and what these are called may have changed. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    public void on(SchemaPublished published) {
        raise(published.dataset());
    }

    /** The datasets concerned by the changes after an epoch. */
    List<String> changedSince(long epoch) {
        return jdbc.sql("select distinct dataset from hub.policy_change where epoch > :epoch")
                .param("epoch", epoch)
                .query((row, number) -> row.getString("dataset"))
                .list();
    }
}
