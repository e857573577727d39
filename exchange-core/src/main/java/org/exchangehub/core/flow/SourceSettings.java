package org.exchangehub.core.flow;

import org.jspecify.annotations.Nullable;

/** What a flow has to know about its source, by kind; never a secret. */
public sealed interface SourceSettings {

    /** How often the source is looked at, in seconds, 1–86 400. */
    int intervalSeconds();

    /** The kind's name in the API and in the database. */
    Kind kind();

    /** The kinds of source that can be connected. */
    enum Kind {
        DATABASE_TABLE,
        CSV_FOLDER
    }

    /**
     * One table or view of a department's PostgreSQL database.
     *
     * @param table name, optionally with its schema
     * @param incrementalColumn column that only grows, as a row changes: only rows above the last value seen are read; null
     *     reads the whole table each time
     */
    record DatabaseTable(
            String jdbcUrl,
            String username,
            String table,
            @Nullable String incrementalColumn,
            int intervalSeconds) implements SourceSettings {
        @Override
        public Kind kind() {
            return Kind.DATABASE_TABLE;
        }
    }

    /**
     * A folder on NiFi's machine in which CSV files are dropped; each file is taken once.
     *
     * @param folder absolute path
     * @param charset a character set's IANA name, such as GB18030
     * @param delimiter one character
     */
    record CsvFolder(String folder, String charset, String delimiter, int intervalSeconds) implements SourceSettings {
        @Override
        public Kind kind() {
            return Kind.CSV_FOLDER;
        }
    }
}
