package org.exchangehub.core.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.audit.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The provider delivers within its term what it has consented to (Decree 809, Art. 22). Delivered is what can be called: the grant
 * holds and the dataset has a release; where that is so when the grant is issued, both happen at once. A renewal goes on with
 * what was delivered before.
 */
@Component
class Deliveries {

    private final JdbcClient jdbc;
    private final GrantRepository grants;
    private final ServedData data;
    private final Duties duties;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, GrantRepository grants, ServedData data, Duties duties, Clock clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.data = data;
        this.duties = duties;
        this.clock = clock;
    }

    /** The delivery of a new grant is due. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void due(Grant grant, Who by) {
        jdbc.sql("insert into hub.delivery (access_grant, dataset, due_since) values (?, ?, ?)")
                .param(grant.id())
                .param(grant.dataset())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        duties.deliveryDue(grant, by);
        if (data.holds(grant.dataset())) {
            delivered(grant, by);
        }
    }

    /** A grant that is over before anything was delivered. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dropped(Grant ended, Who by) {
        duties.deliveryDropped(ended, by);
        jdbc.sql("delete from hub.delivery where access_grant = ? and delivered_at is null")
                .param(ended.id())
                .update();
    }

    /** Datasets whose grants wait for their first data. */
    List<String> awaited() {
        return jdbc.sql("select distinct dataset from hub.delivery where delivered_at is null")
                .query((row, number) -> row.getString("dataset"))
                .list();
    }

    /** Delivers what waits for a dataset that has data by now; what is suspended waits on. */
    @Transactional
    public void arrived(String dataset) {
        if (data.holds(dataset)) {
            jdbc
                    .sql("select access_grant from hub.delivery where dataset = ? and delivered_at is null"
                            + " for update skip locked")
                    .param(dataset)
                    .query((row, number) -> row.getObject("access_grant", UUID.class))
                    .list()
                    .stream()
                    .flatMap(id -> grants.find(id).stream())
                    .filter(grant -> grant.state() == Grant.State.ACTIVE)
                    .forEach(grant -> delivered(grant, Who.HUB));
        }
    }

    private void delivered(Grant grant, Who by) {
        jdbc.sql("update hub.delivery set delivered_at = ? where access_grant = ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(grant.id())
                .update();
        duties.delivered(grant, by);
    }
}
