package org.exchangehub.core.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The applications' clients the hub knows. One that was made in the identity provider without the hub is looked up there when it
 * is first asked for, and kept.
 */
@Component
public class AppClients {

    private final JdbcClient jdbc;
    private final ServiceClients provider;

    AppClients(JdbcClient jdbc, ServiceClients provider) {
        this.jdbc = jdbc;
        this.provider = provider;
    }

    /** A client by its id; refuses with {@code IDENTITY_UNAVAILABLE} when it is not known and the provider does not answer. */
    public Optional<AppClient> find(String client) {
        Optional<AppClient> known = known(client);
        if (known.isPresent() || !client.startsWith("app-")) {
            return known;
        }
        provider.departmentOf(client).ifPresent(department -> keep(client, department));
        return known(client);
    }

    private Optional<AppClient> known(String client) {
        return jdbc.sql("select client, department, state from hub.app_client where client = ?")
                .param(client)
                .query(AppClients::read)
                .optional();
    }

    private void keep(String client, String department) {
        jdbc.sql("insert into hub.app_client (client, department) values (?, ?) on conflict do nothing")
                .param(client)
                .param(department)
                .update();
    }

    private static AppClient read(ResultSet row, int number) throws SQLException {
        return new AppClient(
                row.getString("client"), row.getString("department"), AppClient.State.valueOf(row.getString("state")));
    }
}
