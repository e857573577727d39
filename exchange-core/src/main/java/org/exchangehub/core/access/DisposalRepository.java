package org.exchangehub.core.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DisposalRepository {

    private static final String SELECT = """
            select access_grant, dataset, provider, department, opened_at, method, statement, disposed_on, certified_by,
                   certified_at
              from hub.disposal
            """;

    private final JdbcClient jdbc;

    DisposalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Disposal> find(UUID grant) {
        return jdbc.sql(SELECT + " where access_grant = ?")
                .param(grant)
                .query(DisposalRepository::read)
                .optional();
    }

    /** Those the reader may see, open ones first, at most 500. */
    List<Disposal> list(Visibility visibility, boolean open) {
        return jdbc.sql(SELECT + """
                         where (:all or provider = :reader or department = :reader)
                           and (not :open or certified_at is null)
                         order by (certified_at is not null), access_grant desc limit 500
                        """)
                .param("all", visibility.all())
                .param("reader", visibility.department() == null ? "" : visibility.department())
                .param("open", open)
                .query(DisposalRepository::read)
                .list();
    }

    /** False when there is one already. */
    boolean open(Grant grant, Instant now) {
        return jdbc.sql("""
                        insert into hub.disposal (access_grant, dataset, provider, department, opened_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .param(grant.id())
                        .param(grant.dataset())
                        .param(grant.provider())
                        .param(grant.department())
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void certify(Disposal certified) {
        Disposal.Method method = certified.method();
        Instant at = certified.certifiedAt();
        int rows = jdbc.sql("""
                        update hub.disposal set method = :method, statement = :statement, disposed_on = :on,
                               certified_by = :by, certified_at = :at
                         where access_grant = :grant and certified_at is null
                        """)
                .param("method", method == null ? null : method.name())
                .param("statement", certified.statement())
                .param("on", certified.disposedOn())
                .param("by", certified.certifiedBy())
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param("grant", certified.grant())
                .update();
        if (rows == 0) {
            throw new HubProblem(
                    ErrorCode.CONFLICT, "The disposal under grant " + certified.grant() + " is certified already.");
        }
    }

    private static Disposal read(ResultSet row, int number) throws SQLException {
        String method = row.getString("method");
        OffsetDateTime certifiedAt = row.getObject("certified_at", OffsetDateTime.class);
        return new Disposal(
                row.getObject("access_grant", UUID.class),
                row.getString("dataset"),
                row.getString("provider"),
                row.getString("department"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                method == null ? null : Disposal.Method.valueOf(method),
                row.getString("statement"),
                row.getObject("disposed_on", LocalDate.class),
                row.getString("certified_by"),
                certifiedAt == null ? null : certifiedAt.toInstant());
    }
}
