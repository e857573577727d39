package org.exchangehub.core.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UsageRecordRepository {

    private static final String SELECT = """
            select id, access_grant, dataset, provider, department, from_day, until_day, scenario, process, results, storage,
                   destruction, recorded_by, recorded_at
              from hub.usage_record
            """;

    private final JdbcClient jdbc;

    UsageRecordRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UsageRecord record) {
        jdbc.sql("""
                        insert into hub.usage_record
                            (id, access_grant, dataset, provider, department, from_day, until_day, scenario, process, results,
                             storage, destruction, recorded_by, recorded_at)
                        values (:id, :grant, :dataset, :provider, :department, :from, :until, :scenario, :process, :results,
                                :storage, :destruction, :by, :at)
                        """)
                .param("id", record.id())
                .param("grant", record.grant())
                .param("dataset", record.dataset())
                .param("provider", record.provider())
                .param("department", record.department())
                .param("from", record.from())
                .param("until", record.until())
                .param("scenario", record.scenario())
                .param("process", record.process())
                .param("results", record.results())
                .param("storage", record.storage())
                .param("destruction", record.destruction())
                .param("by", record.recordedBy())
                .param("at", record.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Up to {@code limit} of those the reader may see, the newest first, after the cursor's. */
    List<UsageRecord> list(
            Visibility visibility, @Nullable UUID grant, @Nullable String dataset, @Nullable UUID after, int limit) {
        NewestFirst page = new NewestFirst(after, limit)
                .seenBy(visibility)
                .with("access_grant", grant)
                .with("dataset", dataset);
        return jdbc.sql(page.sql(SELECT))
                .params(page.parameters())
                .query(UsageRecordRepository::read)
                .list();
    }

    private static UsageRecord read(ResultSet row, int number) throws SQLException {
        return new UsageRecord(
                row.getObject("id", UUID.class),
                row.getObject("access_grant", UUID.class),
                row.getString("dataset"),
                row.getString("provider"),
                row.getString("department"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("scenario"),
                row.getString("process"),
                row.getString("results"),
                row.getString("storage"),
                row.getString("destruction"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
