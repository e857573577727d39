package org.exchangehub.core.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.publication.PublishedRecords;
import org.exchangehub.core.publication.RecordQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Whether published records can be read: time is cut into slots, and in each the hub reads one record of the dataset the way
 * queries do. A slot in which no reading succeeded counts against it, also when the hub was not there to try.
 */
@Component
class Accessibility {

    static final Duration SLOT = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Accessibility.class);
    private static final RecordQuery ONE = new RecordQuery(List.of(), List.of(), null, 1, null);

    private final PublishedRecords records;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    Accessibility(PublishedRecords records, JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.records = records;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** Reads one record and notes it when that succeeds. */
    void look(String dataset) {
        Instant now = clock.instant();
        try {
            records.page(dataset, ONE);
        } catch (HubProblem | DataAccessException | TransactionException failed) {
            LOG.warn("Dataset {} cannot be read: {}", dataset, failed.toString());
            return;
        }
        jdbc.sql("""
                        insert into hub.quality_access as a (dataset, day, answered, first_slot, last_slot)
                        values (:dataset, :day, 1, :slot, :slot)
                        on conflict (dataset, day) do update set answered = a.answered + 1, last_slot = excluded.last_slot
                         where a.last_slot < excluded.last_slot
                        """)
                .param("dataset", dataset)
                .param("day", LocalDate.ofInstant(now, zone))
                .param("slot", slot(now))
                .update();
    }

    /** The slots of some days, both ends among them, since the dataset was first looked at; the running slot is left out. */
    Share answered(String dataset, LocalDate from, LocalDate to) {
        long running = slot(clock.instant());
        long start = Math.max(firstSlot(dataset), startOf(from));
        long end = Math.min(running, startOf(to.plusDays(1)));
        if (start >= end) {
            return Share.NONE;
        }
        long answered = jdbc.sql("""
                        select coalesce(sum(answered - case when last_slot >= :running then 1 else 0 end), 0)
                          from hub.quality_access where dataset = :dataset and day between :from and :to
                        """)
                .param("running", running)
                .param("dataset", dataset)
                .param("from", from)
                .param("to", to)
                .query(Long.class)
                .single();
        return new Share(Math.min(answered, end - start), end - start);
    }

    private long firstSlot(String dataset) {
        return jdbc
                .sql("select first_slot from hub.quality_access where dataset = :dataset order by day limit 1")
                .param("dataset", dataset)
                .query(Long.class)
                .list()
                .stream()
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private long startOf(LocalDate day) {
        return slot(day.atStartOfDay(zone).toInstant());
    }

    private static long slot(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SLOT.toSeconds());
    }
}
