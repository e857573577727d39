package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.exchangehub.core.ingest.Sender.CSV;
import static org.exchangehub.core.ingest.Sender.bytes;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.exchangehub.core.ingest.Leases.Lease;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What becomes of a batch whose worker dies: the lease's row is set to what a dead instance leaves behind. */
@HubTest
class RecoveryTest {

    private static final byte[] ROWS = bytes("id,owner\nA,x\nB,y\n");

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final JdbcClient owner;
    private final BatchProcessing processing;

    RecoveryTest(
            HubClient hub,
            JdbcClient jdbc,
            @Qualifier("ownerDataSource") DataSource owner,
            BatchProcessing processing) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.owner = JdbcClient.create(owner);
        this.processing = processing;
    }

    /** A batch that some instance has claimed and that is not finished. */
    private Lease claimedElsewhere(Sender sender, Duration left) {
        String id = sender.opened("UPSERT");
        sender.part(id, 1, CSV, ROWS);
        jdbc.sql("""
                update hub.ingest_batch
                   set state = 'COMMITTED', commit_order = nextval('hub.ingest_commit_order'), committed_at = now(), parts = 1,
                       rejects = 0, rows = 2, who_subject = 's', who_client = 'c', lease_holder = 'dead', lease_fence = 1,
                       attempts = 1, lease_until = clock_timestamp() + make_interval(secs => :left)
                 where id = :id::uuid
                """).param("left", left.toSeconds()).param("id", id).update();
        return new Lease(UUID.fromString(id), sender.dataset(), 1, 1, 0);
    }

    private JsonNode finished(Sender sender, UUID id) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            JsonNode batch = sender.source().get("/api/v1/batches/" + id).json();
            if (batch.has("finishedAt")) {
                return batch;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("batch " + id + " is not finished");
    }

    @Nested
    class AKilledWorkersBatch {

        @Test
        void isTakenOverFromTheSpoolOnceItsLeaseHasRunOut() throws InterruptedException {
            Sender sender = new Sender(hub, jdbc, 400);
            Lease dead = claimedElsewhere(sender, Duration.ofSeconds(-1));

            JsonNode batch = finished(sender, dead.batch());

            assertThat(batch.path("state").asString()).isEqualTo("PUBLISHED");
            assertThat(sender.current()).hasSize(2);
        }

        @Test
        void isLeftAloneWhileItsLeaseLasts() throws InterruptedException {
            Sender sender = new Sender(hub, jdbc, 401);
            Lease alive = claimedElsewhere(sender, Duration.ofMinutes(10));

            Thread.sleep(2_500);

            assertThat(sender.source()
                            .get("/api/v1/batches/" + alive.batch())
                            .json()
                            .path("state")
                            .asString())
                    .isEqualTo("COMMITTED");
        }
    }

    /** PostgreSQL's own error at this dataset's table alone, as when a batch is larger than the disk has room for. */
    @Nested
    class ABatchThatCausesOutagesItself {

        @Test
        void isTriedAgainAfterLongerPausesWhileOthersGoThroughAndIsPublishedOnceItCanBe() throws InterruptedException {
            Sender sender = new Sender(hub, jdbc, 430);
            finished(sender, claimedElsewhere(sender, Duration.ofSeconds(-1)).batch());
            UUID batch = claimedElsewhere(sender, Duration.ofMinutes(10)).batch();
            String table = sender.table();
            owner.sql("create or replace function shared.no_room() returns trigger language plpgsql as $$ begin"
                            + " raise exception 'could not extend file: no space left' using errcode = '53100'; end $$")
                    .update();
            owner.sql("create trigger no_room before insert on " + table + " execute function shared.no_room()")
                    .update();
            again(batch, 0);
            assertThat(pauseAfter(batch, 1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
            again(batch, 30);
            assertThat(pauseAfter(batch, 31)).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(9));
            JsonNode waiting = sender.source().get("/api/v1/batches/" + batch).json();
            assertThat(waiting.path("state").asString()).isEqualTo("COMMITTED");
            assertThat(waiting.at("/retry/failures").asInt()).isEqualTo(32);

            Sender other = new Sender(hub, jdbc, 431);
            finished(other, claimedElsewhere(other, Duration.ofSeconds(-1)).batch());
            owner.sql("drop trigger no_room on " + table).update();
            again(batch, 31);

            JsonNode published = finished(sender, batch);
            assertThat(published.path("state").asString()).isEqualTo("PUBLISHED");
            assertThat(published.has("retry")).isFalse();
            assertThat(sender.current()).hasSize(2);
        }

        /** As if so many outages had been, and the pause were over. */
        private void again(UUID batch, int outages) {
            jdbc.sql("update hub.ingest_batch set lease_until = clock_timestamp(), outages = :outages where id = :id")
                    .param("outages", outages)
                    .param("id", batch)
                    .update();
        }

        /** Until the next attempt, once so many outages have been counted. */
        private Duration pauseAfter(UUID batch, int outages) throws InterruptedException {
            for (int i = 0; i < 200; i++) {
                Optional<Double> seconds = jdbc.sql("""
                        select extract(epoch from lease_until - clock_timestamp()) from hub.ingest_batch
                         where id = :id and outages = :outages and lease_holder is null
                        """)
                        .param("id", batch)
                        .param("outages", outages)
                        .query(Double.class)
                        .optional();
                if (seconds.isPresent()) {
                    return Duration.ofMillis(Math.round(seconds.get() * 10) * 100);
                }
                Thread.sleep(50);
            }
            throw new AssertionError("batch " + batch + " has not met outage " + outages);
        }
    }

    @Nested
    class AWorkerThatWasTakenForDead {

        @Test
        void publishesNothingWhenItComesBack() throws InterruptedException {
            Sender sender = new Sender(hub, jdbc, 410);
            Lease late = claimedElsewhere(sender, Duration.ofSeconds(-1));
            finished(sender, late.batch());

            assertThatThrownBy(() -> processing.process(late, () -> true)).isInstanceOf(Exception.class);

            assertThat(sender.count(
                            "select count(*) from hub.publication_release where dataset = '" + sender.dataset() + "'"))
                    .isEqualTo(1);
            assertThat(sender.count("select count(*) from " + sender.table())).isEqualTo(2);
            assertThat(sender.count("select count(*) from pg_tables where schemaname = 'staging' and tablename like 'b"
                            + late.batch().toString().replace("-", "") + "%'"))
                    .isZero();
        }

        @Test
        void losesToTheHigherFenceWhileTheBatchIsStillOpen() throws IOException, SQLException {
            Sender sender = new Sender(hub, jdbc, 411);
            Lease old = claimedElsewhere(sender, Duration.ofMinutes(10));
            jdbc.sql("update hub.ingest_batch set lease_fence = 2 where id = :id")
                    .param("id", old.batch())
                    .update();

            assertThatThrownBy(() -> processing.process(old, () -> true)).isInstanceOf(LeaseLost.class);
            processing.process(new Lease(old.batch(), old.dataset(), 2, 2, 0), () -> true);

            assertThat(sender.current()).hasSize(2);
        }
    }

    @Nested
    class BatchesOfOneDataset {

        @Test
        void arePublishedInTheOrderOfTheirCommits() throws InterruptedException, IOException, SQLException {
            Sender sender = new Sender(hub, jdbc, 420);
            Lease first = claimedElsewhere(sender, Duration.ofMinutes(10));
            String second = sender.opened("UPSERT");
            sender.part(second, 1, CSV, bytes("id,owner\nA,newer\n"));
            jdbc.sql("""
                    update hub.ingest_batch
                       set state = 'COMMITTED', commit_order = nextval('hub.ingest_commit_order'), committed_at = now(), parts = 1,
                           rejects = 0, rows = 1, who_subject = 's', who_client = 'c'
                     where id = :id::uuid
                    """).param("id", second).update();
            Thread.sleep(1_500);
            assertThat(sender.source()
                            .get("/api/v1/batches/" + second)
                            .json()
                            .path("state")
                            .asString())
                    .isEqualTo("COMMITTED");

            processing.process(first, () -> true);

            assertThat(finished(sender, UUID.fromString(second)).path("release").asInt())
                    .isEqualTo(2);
            assertThat(sender.current()).extracting("owner").containsExactly("newer", "y");
        }
    }
}
