package org.exchangehub.core.discovery;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What all instances know of the catalog's projection. */
@Repository
class CatalogProjectionState {

    private final JdbcClient jdbc;

    CatalogProjectionState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The state as it is stored.
     *
     * @param rebuild whether it has been asked to begin anew, and has not yet
     * @param compared the round of comparison has come past this code
     * @param rounds how often all datasets have been compared since the index was made
     * @param differences documents found missing, altered or foreign since then
     * @param failure what the engine answered, while it is waited for
     */
    record Standing(
            boolean rebuild,
            String compared,
            long rounds,
            @Nullable OffsetDateTime roundEndedAt,
            long differences,
            @Nullable String failure,
            @Nullable OffsetDateTime failingSince) {}

    Standing standing() {
        return jdbc.sql("""
                        select rebuild, compared, rounds, round_ended_at, differences, failure, failing_since
                          from hub.catalog_projection
                        """)
                .query((row, number) -> new Standing(
                        row.getBoolean(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class),
                        row.getLong(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class)))
                .single();
    }

    void askToRebuild() {
        jdbc.sql("update hub.catalog_projection set rebuild = true").update();
    }

    /** The index is empty and new. */
    void begunAnew() {
        jdbc.sql("""
                        update hub.catalog_projection set rebuild = false, compared = '', rounds = 0, round_ended_at = null,
                            differences = 0
                        """).update();
    }

    /** The engine does what it should. */
    void well() {
        jdbc.sql("""
                        update hub.catalog_projection set failure = null, failing_since = null where failure is not null
                        """).update();
    }

    void failed(String why) {
        jdbc.sql("""
                        update hub.catalog_projection set failure = :why, failing_since = coalesce(failing_since, now())
                        """).param("why", why).update();
    }

    /** The round of comparison has come past a code, having found some differences on the way. */
    void compared(String code, int differences) {
        jdbc.sql("update hub.catalog_projection set compared = :code, differences = differences + :differences")
                .param("code", code)
                .param("differences", differences)
                .update();
    }

    /** The round of comparison has come to its end. */
    void roundEnded(int differences) {
        jdbc.sql("""
                        update hub.catalog_projection set compared = '', rounds = rounds + 1, round_ended_at = now(),
                            differences = differences + :differences
                        """).param("differences", differences).update();
    }
}
