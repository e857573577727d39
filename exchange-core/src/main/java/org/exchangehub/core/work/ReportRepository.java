package org.exchangehub.core.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.exchangehub.core.work.DeadlineRepository.PageKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads deadlines for reports. */
@Repository
class ReportRepository {

    private static final int FETCH = 1_000;

    private final DeadlineRepository deadlines;
    private final JdbcClient jdbc;

    ReportRepository(DeadlineRepository deadlines, JdbcClient jdbc) {
        this.deadlines = deadlines;
        this.jdbc = jdbc;
    }

    /** Every deadline received in the period, one after the other. */
    @Transactional(readOnly = true)
    public void received(Period period, @Nullable String department, Consumer<Deadline> each) {
        try (Stream<Deadline> rows = jdbc
                .sql(DeadlineRepository.SELECT + """
                         where received_on between :from and :to
                           and (cast(:department as text) is null or department = :department)
                        """)
                .withFetchSize(FETCH)
                .param("from", period.from())
                .param("to", period.to())
                .param("department", department)
                .query(deadlines::deadline)
                .stream()) {
            rows.forEach(each);
        }
    }

    /**
     * Up to {@code limit} deadlines that became overdue in the period, in the order in which they did, after the key; those the watch
     * has not come to yet among them.
     */
    List<Deadline> overdue(LiabilityFilter filter, @Nullable PageKey after, int limit) {
        String[] kinds = Arrays.stream(DeadlineKind.values())
                .filter(filter::counts)
                .map(Enum::name)
                .toArray(String[]::new);
        return jdbc.sql(DeadlineRepository.SELECT + """
                         where kind = any(:kinds)
                           and (overdue_at is not null or (state = 'RUNNING' and due_at <= :now))
                           and coalesce(overdue_at, due_at) >= :from and coalesce(overdue_at, due_at) < :until
                           and (cast(:department as text) is null or department = :department)
                           and (cast(:id as uuid) is null
                                or (coalesce(overdue_at, due_at), id) > (cast(:due as timestamptz), cast(:id as uuid)))
                         order by coalesce(overdue_at, due_at), id limit :limit
                        """)
                .param("kinds", kinds)
                .param("now", filter.now().atOffset(ZoneOffset.UTC))
                .param("from", filter.from().atOffset(ZoneOffset.UTC))
                .param("until", filter.until().atOffset(ZoneOffset.UTC))
                .param("department", filter.department())
                .param("due", after == null ? null : after.due())
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(deadlines::deadline)
                .list();
    }

    /** Days in the jurisdiction, both among them. */
    record Period(LocalDate from, LocalDate to) {}

    /**
     * What is on a liability list.
     *
     * @param from the first moment of becoming overdue
     * @param until the first moment too late
     * @param violation null for all
     */
    record LiabilityFilter(
            Instant from,
            Instant until,
            @Nullable String department,
            @Nullable Violation violation,
            Instant now) {

        boolean counts(DeadlineKind kind) {
            return violation == null
                    ? Arrays.stream(Violation.values()).anyMatch(each -> each.is(kind))
                    : violation.is(kind);
        }
    }
}
