package org.exchangehub.core.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.publication.Release.Counts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The releases of published datasets, one after another. */
@Service
public class ReleaseHistory {

    private static final String SELECT = "select dataset, release, batch, undoes, schema_version, inserted, updated,"
            + " unchanged, deleted, superseded, first_seq, last_seq, published_at from hub.publication_release";

    private final JdbcClient reader;

    ReleaseHistory(@Qualifier("readerDataSource") DataSource reader) {
        this.reader = JdbcClient.create(reader);
    }

    /**
     * Newest first.
     *
     * @param before number of the release to go on behind; null for the newest
     */
    public List<Release> newest(String dataset, @Nullable Long before, int limit) {
        return reader.sql(SELECT + """
                         where dataset = :dataset and release < coalesce(cast(:before as bigint), 9223372036854775807)
                         order by release desc limit :limit
                        """)
                .param("dataset", dataset)
                .param("before", before)
                .param("limit", limit)
                .query(ReleaseHistory::release)
                .list();
    }

    public Optional<Release> find(String dataset, long number) {
        return reader.sql(SELECT + " where dataset = :dataset and release = :release")
                .param("dataset", dataset)
                .param("release", number)
                .query(ReleaseHistory::release)
                .optional();
    }

    /** The number of the release that was current at a moment; 0 before the first. */
    public long at(String dataset, Instant moment) {
        return reader.sql("select coalesce(max(release), 0) from hub.publication_release where dataset = :dataset"
                        + " and published_at <= :moment")
                .param("dataset", dataset)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** How many rows were current in a release. */
    public long rows(String dataset, long number) {
        return reader.sql("select coalesce(sum(inserted - deleted), 0) from hub.publication_release"
                        + " where dataset = :dataset and release <= :release")
                .param("dataset", dataset)
                .param("release", number)
                .query(Long.class)
                .single();
    }

    static HubProblem unknown(String dataset, long number) {
        return new HubProblem(ErrorCode.NOT_FOUND, "Dataset " + dataset + " has no release " + number);
    }

    private static Release release(ResultSet row, int n) throws SQLException {
        return new Release(
                row.getString("dataset"),
                row.getLong("release"),
                row.getObject("batch", UUID.class),
                row.getObject("undoes", Long.class),
                row.getInt("schema_version"),
                new Counts(
                        row.getLong("inserted"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("deleted")),
                row.getLong("superseded"),
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
