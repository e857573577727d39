package org.exchangehub.core.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.ingest.BatchObserver.Ending;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What batches were like, one by one and summed up by day. */
@Repository
class QualityRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    QualityRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One finished batch. */
    record BatchMeasured(UUID batch, String dataset, Instant finishedAt, boolean published, Measured measured) {}

    /** All batches of a dataset finished on one day. */
    record DayMeasured(LocalDate day, long batches, long rejected, Measured measured) {}

    /** Adds a finished batch and puts it to its day's sum; batches of one dataset end one after the other. */
    void add(Ending ending, LocalDate day, Measured measured) {
        jdbc.sql("""
                        insert into hub.quality_batch (batch, dataset, day, finished_at, published, measured)
                        values (:batch, :dataset, :day, :at, :published, :measured::jsonb)
                        """)
                .param("batch", ending.batch())
                .param("dataset", ending.dataset())
                .param("day", day)
                .param("at", time(ending.at()))
                .param("published", ending.published())
                .param("measured", json.writeValueAsString(measured))
                .update();
        Measured sum =
                day(ending.dataset(), day).map(before -> before.plus(measured)).orElse(measured);
        jdbc.sql("""
                        insert into hub.quality_day as d (dataset, day, batches, rejected, last_published, measured)
                        values (:dataset, :day, 1, :rejected, :published, :sum::jsonb)
                        on conflict (dataset, day) do update
                           set batches = d.batches + 1, rejected = d.rejected + excluded.rejected,
                               last_published = greatest(d.last_published, excluded.last_published),
                               measured = excluded.measured
                        """)
                .param("dataset", ending.dataset())
                .param("day", day)
                .param("rejected", ending.published() ? 0 : 1)
                .param("published", ending.published() ? time(ending.at()) : null)
                .param("sum", json.writeValueAsString(sum))
                .update();
    }

    /** The day's sum so far, held until this transaction ends. */
    private Optional<Measured> day(String dataset, LocalDate day) {
        return jdbc.sql("""
                        select measured::text from hub.quality_day where dataset = :dataset and day = :day for update
                        """)
                .param("dataset", dataset)
                .param("day", day)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Measured.class));
    }

    /** Notes that what a batch had published is no longer there. */
    void undo(UUID batch) {
        jdbc.sql("""
                        with undone as (update hub.quality_batch set undone = true where batch = :batch returning dataset, day)
                        update hub.quality_day d
                           set last_published = (select max(b.finished_at) from hub.quality_batch b
                                                  where b.dataset = d.dataset and b.day = d.day
                                                    and b.published and not b.undone and b.batch <> :batch)
                          from undone u where d.dataset = u.dataset and d.day = u.day
                        """).param("batch", batch).update();
    }

    Optional<BatchMeasured> batch(UUID batch) {
        return jdbc.sql("""
                        select batch, dataset, finished_at, published, measured::text as measured from hub.quality_batch
                         where batch = :batch
                        """).param("batch", batch).query((row, n) -> batch(row)).optional();
    }

    /** The finished batches of a dataset, the last opened first, from behind {@code before} on. */
    List<BatchMeasured> newest(String dataset, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select batch, dataset, finished_at, published, measured::text as measured from hub.quality_batch
                         where dataset = :dataset and (cast(:before as uuid) is null or batch < cast(:before as uuid))
                         order by batch desc limit :limit
                        """)
                .param("dataset", dataset)
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> batch(row))
                .list();
    }

    private BatchMeasured batch(ResultSet row) throws SQLException {
        return new BatchMeasured(
                row.getObject("batch", UUID.class),
                row.getString("dataset"),
                row.getObject("finished_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("published"),
                measured(row));
    }

    /** The days on which batches of a dataset were finished, in order, both ends among them. */
    List<DayMeasured> days(String dataset, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select day, batches, rejected, measured::text as measured from hub.quality_day
                         where dataset = :dataset and day between :from and :to order by day
                        """)
                .param("dataset", dataset)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new DayMeasured(
                        row.getObject("day", LocalDate.class),
                        row.getLong("batches"),
                        row.getLong("rejected"),
                        measured(row)))
                .list();
    }

    /** The last day on which a batch of the dataset was finished. */
    Optional<LocalDate> lastDay(String dataset) {
        return jdbc.sql("select day from hub.quality_day where dataset = :dataset order by day desc limit 1")
                .param("dataset", dataset)
                .query(LocalDate.class)
                .optional();
    }

    /** When the dataset was last brought up to date; null when it never was. */
    @Nullable
    Instant lastUpdate(String dataset) {
        return jdbc
                .sql("""
                        select last_published from hub.quality_day
                         where dataset = :dataset and last_published is not null order by day desc limit 1
                        """)
                .param("dataset", dataset)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The days of updates up to one, in order; of those before {@code from} only the last. */
    List<LocalDate> updates(String dataset, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select day from hub.quality_day
                         where dataset = :dataset and last_published is not null and day <= :to
                           and day >= coalesce((select max(day) from hub.quality_day where dataset = :dataset
                                                   and last_published is not null and day < :from), :from)
                         order by day
                        """)
                .param("dataset", dataset)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list();
    }

    private Measured measured(ResultSet row) throws SQLException {
        return json.readValue(row.getString("measured"), Measured.class);
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
