package org.exchangehub.core.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StandingConsentRepository {

    private static final String SELECT = """
            select id, dataset, provider, opinion, subject, name, given_at, revoked_by, revoked_at, reason
              from hub.standing_consent
            """;

    private final JdbcClient jdbc;

    StandingConsentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StandingConsent> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(StandingConsentRepository::read)
                .optional();
    }

    /** The one that stands for a dataset, held until the transaction ends: it cannot be revoked meanwhile. */
    Optional<StandingConsent> standing(String dataset) {
        return jdbc.sql(SELECT + " where dataset = :dataset and revoked_at is null for share")
                .param("dataset", dataset)
                .query(StandingConsentRepository::read)
                .optional();
    }

    /** Those of a dataset, or of all, the newest first. */
    List<StandingConsent> list(@Nullable String dataset) {
        NewestFirst page = new NewestFirst(null, NewestFirst.MOST).with("dataset", dataset);
        return jdbc.sql(page.sql(SELECT))
                .params(page.parameters())
                .query(StandingConsentRepository::read)
                .list();
    }

    void add(StandingConsent consent) {
        try {
            jdbc.sql("""
                            insert into hub.standing_consent (id, dataset, provider, opinion, subject, name, given_at)
                            values (:id, :dataset, :provider, :opinion, :subject, :name, :at)
                            """)
                    .param("id", consent.id())
                    .param("dataset", consent.dataset())
                    .param("provider", consent.provider())
                    .param("opinion", consent.opinion())
                    .param("subject", consent.subject())
                    .param("name", consent.name())
                    .param("at", consent.givenAt().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException another) {
            throw new HubProblem(ErrorCode.CONFLICT, "A consent already stands for dataset " + consent.dataset() + ".");
        }
    }

    void revoke(StandingConsent revoked) {
        int rows = jdbc.sql("""
                        update hub.standing_consent set revoked_by = :by, revoked_at = now(), reason = :reason
                         where id = :id and revoked_at is null
                        """)
                .param("by", revoked.revokedBy())
                .param("reason", revoked.reason())
                .param("id", revoked.id())
                .update();
        if (rows == 0) {
            throw new HubProblem(ErrorCode.CONFLICT, "Standing consent " + revoked.id() + " is already revoked.");
        }
    }

    private static StandingConsent read(ResultSet row, int number) throws SQLException {
        OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
        return new StandingConsent(
                row.getObject("id", UUID.class),
                row.getString("dataset"),
                row.getString("provider"),
                row.getString("opinion"),
                row.getString("subject"),
                row.getString("name"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getString("revoked_by"),
                revokedAt == null ? null : revokedAt.toInstant(),
                row.getString("reason"));
    }
}
