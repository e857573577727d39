package org.exchangehub.core.audit;

import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.exchangehub.core.lease.Lease;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What all instances know of the search projection; only who holds the lease moves it on. */
@Component
class ProjectionState {

    private static final String FENCED = """
             where exists (select 1 from hub.lease where name = :lease and token = :token and expires_at > now())
            """;

    private final JdbcClient jdbc;
    private final JdbcClient log;

    ProjectionState(JdbcClient jdbc, @Qualifier("logDataSource") DataSource logDataSource) {
        this.jdbc = jdbc;
        this.log = JdbcClient.create(logDataSource);
    }

    /**
     * The state as it is stored.
     *
     * @param next first index the engine has not got yet
     * @param compared first index the round of comparison has not come to yet
     * @param rounds how often all there was has been compared
     * @param differences documents found missing, altered or foreign since the index was made
     * @param rebuild whether it has been asked to begin anew, and has not yet
     */
    record Standing(
            long next,
            long compared,
            long rounds,
            @Nullable OffsetDateTime roundEndedAt,
            long differences,
            @Nullable OffsetDateTime differenceAt,
            @Nullable Long differenceIndex,
            boolean rebuild,
            @Nullable String failure,
            @Nullable OffsetDateTime failingSince) {}

    Standing standing() {
        return jdbc.sql("""
                        select next, compared, rounds, round_ended_at, differences, difference_at, difference_index,
                               rebuild, failure, failing_since from hub.log_projection
                        """)
                .query((row, number) -> new Standing(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class),
                        row.getLong(5),
                        row.getObject(6, OffsetDateTime.class),
                        row.getObject(7, Long.class),
                        row.getBoolean(8),
                        row.getString(9),
                        row.getObject(10, OffsetDateTime.class)))
                .single();
    }

    /** The first entry that is still there: those before it have expired. */
    long lowest() {
        return log.sql("select coalesce(min(index), 0) from hub.log_entry")
                .query(Long.class)
                .single();
    }

    /** When an entry was made; null when there is none with this index. */
    @Nullable
    OffsetDateTime at(long index) {
        return log.sql("select at from hub.log_entry where index = ?")
                .param(index)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .orElse(null);
    }

    /** The engine has everything before this index; false when the lease is another's by now. */
    boolean reached(Lease.Held lease, long next) {
        return fenced("update hub.log_projection set next = :next, failure = null, failing_since = null", lease)
                        .param("next", next)
                        .update()
                == 1;
    }

    /** The index is empty and new. */
    boolean begunAnew(Lease.Held lease) {
        return fenced("""
                                update hub.log_projection set next = 0, compared = 0, rounds = 0, round_ended_at = null,
                                    differences = 0, difference_at = null, difference_index = null, rebuild = false,
                                    failure = null, failing_since = null
                                """, lease).update() == 1;
    }

    /** Everything before this index has been compared in this round. */
    boolean compared(Lease.Held lease, long compared) {
        return fenced("update hub.log_projection set compared = :compared", lease)
                        .param("compared", compared)
                        .update()
                == 1;
    }

    /** A round of comparison has come to its end. */
    boolean roundEnded(Lease.Held lease) {
        return fenced("update hub.log_projection set compared = 0, rounds = rounds + 1, round_ended_at = now()", lease)
                        .update()
                == 1;
    }

    void differed(long documents, long index) {
        jdbc.sql("""
                        update hub.log_projection
                        set differences = differences + :documents, difference_at = now(), difference_index = :index
                        """).param("documents", documents).param("index", index).update();
    }

    void failed(String why) {
        jdbc.sql("""
                        update hub.log_projection set failure = :why, failing_since = coalesce(failing_since, now())
                        """).param("why", why).update();
    }

    void askToRebuild() {
        jdbc.sql("update hub.log_projection set rebuild = true").update();
    }

    private JdbcClient.StatementSpec fenced(String update, Lease.Held lease) {
        return jdbc.sql(update + FENCED).param("lease", lease.name()).param("token", lease.token());
    }
}
