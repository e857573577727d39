package org.exchangehub.core.flow;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which instance provisions and watches flows: one at a time, by the database's clock. */
@Component
class FlowLease {

    private final String holder = UUID.randomUUID().toString();
    private final JdbcClient jdbc;

    FlowLease(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes or prolongs the lease; false while another instance has it. */
    boolean hold(String name, Duration length) {
        return jdbc.sql("""
                        insert into hub.flow_lease as lease (name, holder, epoch, until)
                        values (:name, :holder, 1, now() + :seconds * interval '1 second')
                        on conflict (name) do update
                           set holder = excluded.holder, until = excluded.until,
                               epoch = lease.epoch + case when lease.holder = excluded.holder then 0 else 1 end
                         where lease.holder = excluded.holder or lease.until < now()
                        returning epoch
                        """)
                .param("name", name)
                .param("holder", holder)
                .param("seconds", length.toSeconds())
                .query(Long.class)
                .optional()
                .isPresent();
    }
}
