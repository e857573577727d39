package org.exchangehub.core.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The working calendar as the jurisdiction keeps it, year by year. */
@Component
class WorkingYears {

    /** Any fixed number: the first eight letters of "work calendar". */
    private static final long LOCK = 0x776f_726b_2063_616cL;

    private static final String SELECT = "select year, source, days::text as days, version from hub.working_year";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditOutbox outbox;
    private final ZoneId zone;
    private final Clock clock;

    WorkingYears(JdbcClient jdbc, JsonMapper json, AuditOutbox outbox, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.outbox = outbox;
        this.zone = zone;
        this.clock = clock;
    }

    /** What is reckoned by now. */
    Reckoning reckoning() {
        return new Reckoning(new WorkingDays(jdbc.sql(SELECT).query(this::year).list()), zone);
    }

    /**
     * What is reckoned by, held until the transaction ends: whoever stores an end takes this before locking the deadline, so that a
     * change of the calendar either is in it or comes afterwards and finds the end.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Reckoning held() {
        jdbc.sql("select pg_advisory_xact_lock_shared(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> number)
                .list();
        return reckoning();
    }

    CalendarYear get(int year) {
        return jdbc.sql(SELECT + " where year = :year")
                .param("year", year)
                .query(this::year)
                .optional()
                .orElseGet(() -> CalendarYear.unpublished(year));
    }

    /**
     * Stores a year over the version it was made from, and keeps everybody who reckons waiting until the transaction ends.
     *
     * @throws HubProblem {@code PRECONDITION_FAILED} when it has changed since
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CalendarYear put(CalendarYear changed, Who by) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> number)
                .list();
        CalendarYear before = get(changed.year());
        if (before.version() != changed.version()) {
            throw new HubProblem(
                    ErrorCode.PRECONDITION_FAILED,
                    "The year " + changed.year() + " is at version " + before.version() + "; read it again.");
        }
        jdbc.sql("""
                        insert into hub.working_year as held (year, source, days, changed_by, changed_at)
                        values (:year, :source, :days::jsonb, :by, :at)
                        on conflict (year) do update set source = excluded.source, days = excluded.days,
                            version = held.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("year", changed.year())
                .param("source", changed.source())
                .param("days", json.writeValueAsString(changed.days()))
                .param("by", by.subject())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        outbox.add(AuditFact.of(Auditable.WORKING_DAYS_CHANGED, by)
                .detail("year", changed.year())
                .detail("source", changed.source())
                .detail("sourceBefore", before.source())
                .detail("days", said(changed))
                .detail("daysBefore", said(before))
                .build());
        return get(changed.year());
    }

    /** Such as {@code 2026-01-01 off, 2026-01-04 worked}. */
    private static String said(CalendarYear year) {
        List<String> days = year.days().stream()
                .map(each -> each.day() + (each.working() ? " worked" : " off"))
                .toList();
        return String.join(", ", days);
    }

    private CalendarYear year(ResultSet row, int number) throws SQLException {
        return new CalendarYear(
                row.getInt("year"),
                row.getString("source"),
                List.of(json.readValue(row.getString("days"), CalendarDay[].class)),
                row.getInt("version"));
    }
}
