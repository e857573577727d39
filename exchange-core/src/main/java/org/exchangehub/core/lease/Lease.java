package org.exchangehub.core.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leases on what only one instance may do at a time (table {@code hub.lease}, made with the log); the token grows with every
 * change of holder and so tells a holder from the one after it.
 */
@Component
public class Lease {

    private final JdbcClient jdbc;
    private final String holder = UUID.randomUUID().toString();

    Lease(DataSource releaseDataSource) {
        this.jdbc = JdbcClient.create(releaseDataSource);
    }

    /** A lease this instance has. */
    public record Held(String name, long token) {}

    /** Takes or prolongs a lease; empty while another instance has it. */
    public Optional<Held> take(String name, Duration term) {
        return take(name, holder, term);
    }

    /** Takes or prolongs a lease that all instances may hold who do so under the same mark; false while others have another. */
    public boolean share(String name, String mark, Duration term) {
        return take(name, mark, term).isPresent();
    }

    /** Removes leases whose names begin so and that have been over for a time: of holders that come and go. */
    public void forget(String prefix, Duration over) {
        jdbc.sql("""
                delete from hub.lease where starts_with(name, :prefix)
                    and expires_at < now() - :millis * interval '1 millisecond'
                """).param("prefix", prefix).param("millis", over.toMillis()).update();
    }

    private Optional<Held> take(String name, String by, Duration term) {
        return jdbc.sql("""
                        insert into hub.lease as held (name, holder, token, expires_at)
                        values (:name, :holder, 1, now() + :millis * interval '1 millisecond')
                        on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at,
                            token = held.token + case when held.holder = excluded.holder then 0 else 1 end
                        where held.holder = excluded.holder or held.expires_at < now()
                        returning token
                        """)
                .param("name", name)
                .param("holder", by)
                .param("millis", term.toMillis())
                .query(Long.class)
                .optional()
                .map(token -> new Held(name, token));
    }
}
