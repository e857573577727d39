package org.exchangehub.core.flow;

import org.jspecify.annotations.Nullable;

/** What a flow has to know about its source, by kind; never a secret. */
public sealed interface SourceSettings {

    /** How often the source is looked at, in seconds, 1–86 400. */
    int intervalSeconds();

    /** The kind's name in the API and in the database. */
    Kind kind();

    /** Whether the flow also needs a secret, which goes to NiFi and is not kept here. */
    boolean needsSecret();

    /** The kinds of source that can be connected. */
    enum Kind {
        DATABASE_TABLE(DatabaseTable.class),
        CSV_FOLDER(CsvFolder.class),
        XLSX_FOLDER(XlsxFolder.class),
        JSON_API(JsonApi.class);

        private final Class<? extends SourceSettings> type;

        Kind(Class<? extends SourceSettings> type) {
            this.type = type;
        }

        Class<? extends SourceSettings> type() {
            return type;
        }
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

        @Override
        public boolean needsSecret() {
            return true;
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

        @Override
        public boolean needsSecret() {
            return false;
        }
    }

    /**
     * A folder on NiFi's machine in which XLSX workbooks are dropped; each is taken once.
     *
     * @param folder absolute path
     * @param sheet name of the sheet with the rows; null for the first that is not hidden
     * @param headerRow number of the row with the columns' names, 1–1 000
     */
    record XlsxFolder(String folder, @Nullable String sheet, int headerRow, int intervalSeconds)
            implements SourceSettings {
        @Override
        public Kind kind() {
            return Kind.XLSX_FOLDER;
        }

        @Override
        public boolean needsSecret() {
            return false;
        }
    }

    /**
     * An API that answers GET with items in JSON; all of them are asked for each time, and taken when they have changed.
     *
     * @param url http or https, without user, password and fragment
     * @param itemsPointer JSON pointer (RFC 6901) to the array of items; null when the whole answer is that array
     * @param pageParameter for PAGE: query parameter with the page's number, from 1
     * @param sizeParameter for PAGE: query parameter with the number of items wanted; null for none
     * @param pageSize for PAGE: how many items to ask for, 1–100 000
     * @param nextPointer for NEXT_LINK: JSON pointer to the next page's address; null for the Link header (RFC 8288)
     * @param headerName header by which the API knows its caller, whose value is the source's secret; null for none
     */
    record JsonApi(
            String url,
            @Nullable String itemsPointer,
            Paging paging,
            @Nullable String pageParameter,
            @Nullable String sizeParameter,
            int pageSize,
            @Nullable String nextPointer,
            @Nullable String headerName,
            int intervalSeconds)
            implements SourceSettings {
        @Override
        public Kind kind() {
            return Kind.JSON_API;
        }

        @Override
        public boolean needsSecret() {
            return headerName != null;
        }
    }

    /** How an API hands out more than one page. */
    enum Paging {
        /** One answer holds everything. */
        NONE,
        /** Pages are numbered; the first without items is the end. */
        PAGE,
        /** Each page names the next. */
        NEXT_LINK
    }
}
