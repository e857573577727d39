package org.exchangehub.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.LogFeed;
import org.exchangehub.core.audit.LogHolds;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** The watch neither loses nor doubles anything, whoever dies and however many look at once. */
@HubTest
class WatchKilledTest {

    private static final String COUNTED = "select coalesce(sum(counted), 0) from hub.anomaly_count"
            + " where rule = 'failed-verifications' and caller = :caller";

    private final AuditLog log;
    private final Watched watched;
    private final ApplicationContext context;
    private final CaseEvidence evidence;
    private final LogHolds holds;
    private final JdbcClient jdbc;
    private final DataSource owner;

    WatchKilledTest(
            AuditLog log,
            ApplicationContext context,
            CaseEvidence evidence,
            LogHolds holds,
            JdbcClient jdbc,
            @Qualifier("ownerDataSource") DataSource owner) {
        this.log = log;
        this.watched = new Watched(context);
        this.context = context;
        this.evidence = evidence;
        this.holds = holds;
        this.jdbc = jdbc;
        this.owner = owner;
    }

    private void guessed(String name, int times) {
        Who who = new Who("service-" + name, "app-" + name, "market-supervision");
        IntStream.range(0, times)
                .forEach(i -> log.append(AuditFact.of(Auditable.RECORD_VERIFIED, who)
                        .rows(1)
                        .detail("result", "NO_MATCH")
                        .build()));
    }

    private long counted(String name) {
        return jdbc.sql(COUNTED)
                .param("caller", "app-" + name + "/service-" + name)
                .query(Long.class)
                .single();
    }

    private AnomalyWatch instance() {
        return new AnomalyWatch(
                context.getBean(LogFeed.class),
                context.getBean(Lease.class),
                context.getBean(Rules.class),
                context.getBean(Tallies.class),
                context.getBean(Cases.class),
                jdbc,
                context.getBean(TransactionOperations.class),
                context.getBean(Clock.class));
    }

    /** Its counts are kept and its case is opened, and then its connection is cut before it has placed the hold. */
    @Test
    void killedBetweenItsCountsAndItsPositionHasDoneNothing() throws SQLException {
        watched.seen();
        try (Connection blocking = owner.getConnection();
                ExecutorService looking = Executors.newSingleThreadExecutor()) {
            blocking.setAutoCommit(false);
            blocking.createStatement().execute("lock table hub.log_hold in exclusive mode");
            guessed("killed", 12);
            Future<?> dying = looking.submit(() -> {
                try {
                    instance().look();
                } catch (DataAccessException | TransactionException cut) {
                    // as meant
                }
            });
            await().atMost(Duration.ofSeconds(30)).until(() -> killed() > 0);
            await().atMost(Duration.ofSeconds(30)).until(() -> killed() >= 0 && dying.isDone());
            assertThat(counted("killed")).isZero();
            assertThat(watched.of("app-killed")).isEmpty();
            blocking.rollback();
        }
        guessed("killed", 3);
        watched.seen();

        assertThat(counted("killed")).isEqualTo(15);
        assertThat(watched.of("app-killed")).singleElement().satisfies(found -> {
            assertThat(evidence.of(found.id()))
                    .singleElement()
                    .satisfies(stretch -> assertThat(stretch.counted()).isEqualTo(15));
            assertThat(holds.of(found.id().toString())).hasSize(1);
        });
    }

    private long killed() {
        return jdbc.sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like '%hub.log_hold%' and pid <> pg_backend_pid()
                        """).query(Long.class).single();
    }

    /** All under one lease, which is worse than two instances do: only the position's lock keeps them apart. */
    @Test
    void ofSeveralThatLookAtOnceCountsEachEntryOnce() throws Exception {
        List<AnomalyWatch> instances = List.of(instance(), instance(), instance());
        try (ExecutorService looking = Executors.newFixedThreadPool(4)) {
            Future<?> writing = looking.submit(() -> guessed("crowded", 300));
            List<Future<?>> watches = instances.stream()
                    .<Future<?>>map(each -> looking.submit(() -> {
                        while (!writing.isDone()) {
                            each.look();
                        }
                    }))
                    .toList();
            for (Future<?> each : watches) {
                each.get();
            }
        }
        watched.seen();

        assertThat(counted("crowded")).isEqualTo(300);
        assertThat(watched.of("app-crowded")).singleElement().satisfies(found -> {
            assertThat(evidence.of(found.id()).getLast().counted()).isEqualTo(300);
            assertThat(holds.of(found.id().toString())).hasSameSizeAs(evidence.of(found.id()));
        });
    }
}
