package org.exchangehub.core.audit;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Excerpts of the log, read from the log itself: they need no search engine and miss nothing. */
@Component
public class LogContents {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final LogStore store;
    private final ObjectMapper json;
    private final ZoneId zone;

    LogContents(@Qualifier("logDataSource") DataSource logDataSource, LogStore store, ObjectMapper json, ZoneId zone) {
        this.jdbc = JdbcClient.create(logDataSource);
        this.store = store;
        this.json = json;
        this.zone = zone;
    }

    /** Takes the entries of an excerpt. */
    public interface Sink {

        /** Told now and then how many entries have been looked at, of how many; may throw to end the reading. */
        void progress(long done, long total) throws IOException;

        /**
         * An entry that is looked for.
         *
         * @param leaf its bytes, as the tree holds them
         * @param parsed the same, parsed
         */
        void entry(long index, byte[] leaf, JsonNode parsed) throws IOException;
    }

    /** How many entries there are. */
    public long size() {
        return store.head().size();
    }

    /** Refuses a filter that cannot be understood, with everything that is wrong with it. */
    public void check(LogFilter filter) {
        filter.understood(zone);
    }

    /**
     * Reads what matches, in order of index.
     *
     * @param below only entries before this index: with it, the same excerpt can be made again
     */
    public void read(LogFilter filter, long below, Sink sink) throws IOException {
        LogCriteria criteria = filter.understood(zone);
        Extent extent = extent(criteria, below);
        long done = 0;
        long next = extent.first();
        sink.progress(0, extent.count());
        while (next < extent.end()) {
            List<LogStore.Stored> page = page(criteria, next, extent.end());
            for (LogStore.Stored entry : page) {
                JsonNode leaf = json.readTree(entry.entry());
                if (criteria.matches(leaf)) {
                    sink.entry(entry.index(), entry.entry(), leaf);
                }
            }
            done += page.size();
            sink.progress(done, extent.count());
            next = page.size() < PAGE ? extent.end() : page.getLast().index() + 1;
        }
    }

    /** From the first to before the last index of the time asked for, and how many entries of that time they hold. */
    private record Extent(long first, long end, long count) {}

    private Extent extent(LogCriteria criteria, long below) {
        return jdbc.sql("select coalesce(min(index), 0), coalesce(max(index), -1) + 1, count(*) from hub.log_entry"
                        + " where index < ?" + timed(criteria))
                .params(parameters(criteria, below))
                .query((row, number) -> new Extent(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private List<LogStore.Stored> page(LogCriteria criteria, long first, long end) {
        List<Object> parameters = parameters(criteria, end);
        parameters.add(first);
        return jdbc.sql("select index, entry from hub.log_entry where index < ?" + timed(criteria)
                        + " and index >= ? order by index limit " + PAGE)
                .params(parameters)
                .query((row, number) -> new LogStore.Stored(row.getLong(1), row.getBytes(2)))
                .list();
    }

    private static String timed(LogCriteria criteria) {
        return (criteria.from() == null ? "" : " and at >= ?") + (criteria.to() == null ? "" : " and at < ?");
    }

    private static List<Object> parameters(LogCriteria criteria, long below) {
        List<Object> parameters = new ArrayList<>(List.of(below));
        add(parameters, criteria.from());
        add(parameters, criteria.to());
        return parameters;
    }

    private static void add(List<Object> parameters, @Nullable Instant at) {
        if (at != null) {
            parameters.add(OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
        }
    }
}
