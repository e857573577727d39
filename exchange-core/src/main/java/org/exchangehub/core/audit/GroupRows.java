package org.exchangehub.core.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A group's entries as rows of the log's tables, copied in. */
final class GroupRows {

    /** Bytes of a row of log_entry beside the entry itself. */
    private static final int OVERHEAD = 96;

    private final CopyRows rows;
    private final CopyRows bodies = new CopyRows("hub.log_body (index, salt, body)", 0);
    private final CopyRows subjects = new CopyRows("hub.log_subject (token, index)", 0);
    private final CopyRows intents = new CopyRows("hub.log_intent (index, instance)", 0);
    private final CopyRows endings = new CopyRows("hub.log_ending (intent, index)", 0);

    /** The rows of these entries, from an index on. */
    GroupRows(List<LogEntry> entries, long first) {
        int bytes = entries.stream()
                .mapToInt(entry -> entry.entry().length + OVERHEAD)
                .sum();
        this.rows = new CopyRows("hub.log_entry (index, fact, at, leaf_hash, entry)", bytes + OVERHEAD);
        long index = first;
        for (LogEntry entry : entries) {
            add(index++, entry);
        }
    }

    private void add(long index, LogEntry entry) {
        rows.row(5)
                .bigint(index)
                .uuid(entry.fact())
                .instant(entry.at())
                .bytea(entry.leafHash().bytes())
                .bytea(entry.entry());
        LogEntry.Body body = entry.body();
        if (body != null) {
            bodies.row(3).bigint(index).bytea(body.salt()).bytea(body.json());
        }
        for (String token : entry.tokens()) {
            subjects.row(2).text(token).bigint(index);
        }
        switch (entry.part()) {
            case LogEntry.Part.Alone alone -> {}
            case LogEntry.Part.Intent intent -> intents.row(2).bigint(index).uuid(intent.instance());
            case LogEntry.Part.Ending ending ->
                endings.row(2).bigint(ending.intent()).bigint(index);
        }
    }

    void into(Connection connection) throws SQLException {
        rows.into(connection);
        bodies.into(connection);
        subjects.into(connection);
        intents.into(connection);
        endings.into(connection);
    }
}
