package org.exchangehub.core.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The audit administrators the hub knows: who has come with a token of that role to cases or rules within ninety days. So an assignee is
 * known to exist without asking the identity provider; whether the role is still theirs, their own token says when they act.
 */
@Component
class Auditors {

    private final JdbcClient jdbc;

    Auditors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An audit administrator.
     *
     * @param account the token's {@code sub}
     * @param client through which they came last
     */
    record Auditor(String account, String client, String name, Instant seenAt) {}

    /** Refuses with {@code ACCESS_DENIED} whoever is no audit administrator, and remembers who is. */
    void require(Caller caller) {
        caller.require(Role.AUDIT_ADMIN);
        jdbc.sql("""
                        insert into hub.anomaly_auditor as known (account, client, name)
                        values (:account, :client, :name)
                        on conflict (account) do update set client = excluded.client, name = excluded.name, seen_at = now()
                            where known.seen_at < now() - interval '1 minute' or known.client <> excluded.client
                        """)
                .param("account", caller.subject())
                .param("client", caller.client())
                .param("name", caller.name())
                .update();
    }

    Optional<Auditor> find(String account) {
        return all().stream().filter(each -> each.account().equals(account)).findFirst();
    }

    List<Auditor> all() {
        return jdbc.sql("select account, client, name, seen_at from hub.anomaly_auditor"
                        + " where seen_at > now() - interval '90 days' order by name, account")
                .query(Auditors::read)
                .list();
    }

    private static Auditor read(ResultSet row, int n) throws SQLException {
        return new Auditor(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
