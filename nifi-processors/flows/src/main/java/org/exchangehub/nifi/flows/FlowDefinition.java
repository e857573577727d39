package org.exchangehub.nifi.flows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * One versioned flow definition, as NiFi's import takes it. It leaves open what its parameters say; every parameter with no
 * default must be given a value before the flow can start.
 */
public enum FlowDefinition {
    /** Rows of one table above the last value seen of a column that only grows, in batches. */
    DATABASE_TABLE("database-table"),

    /** CSV files dropped in a folder, each one batch. */
    CSV_FOLDER("csv-folder"),

    /** XLSX workbooks dropped in a folder, each one batch. */
    XLSX_FOLDER("xlsx-folder"),

    /** Items of a JSON API, all its pages one batch. */
    JSON_API("json-api");

    // Parameters of every flow.

    /** Base URL of the hub as NiFi reaches it, without a path. */
    public static final String HUB_URL = "hub.url";
    /** Token endpoint of the identity server. */
    public static final String TOKEN_URL = "hub.token-url";
    /** Client id of the source's own client. */
    public static final String CLIENT = "hub.client";
    /** The client's private key, PKCS#8 in PEM; sensitive. */
    public static final String PRIVATE_KEY = "hub.private-key";
    /** Code of the source; names its mapping. */
    public static final String SOURCE = "hub.source";
    /** Code of the dataset the batches are for. */
    public static final String DATASET = "hub.dataset";
    /** UPSERT (default) or SNAPSHOT. */
    public static final String MODE = "hub.mode";
    /** Time zone of the jurisdiction; Asia/Shanghai by default. */
    public static final String ZONE = "hub.zone";
    /** How often the source is looked at, as in {@code 60 sec} (default). */
    public static final String INTERVAL = "source.interval";

    // Parameters of DATABASE_TABLE.

    /** JDBC URL. */
    public static final String DATABASE_URL = "database.url";
    /** Class of the JDBC driver; PostgreSQL's by default. */
    public static final String DATABASE_DRIVER = "database.driver";
    /** Files or directories with the JDBC driver; the assembled server's {@code drivers} by default. */
    public static final String DATABASE_DRIVER_LOCATIONS = "database.driver-locations";
    /** Account that may read the table. */
    public static final String DATABASE_USERNAME = "database.username";
    /** Its password; sensitive. */
    public static final String DATABASE_PASSWORD = "database.password";
    /** Table or view, optionally with its schema. */
    public static final String TABLE = "database.table";
    /** Column that only grows as a row changes, or {@link #NOTHING}: then every look reads the whole table. */
    public static final String INCREMENTAL_COLUMN = "database.incremental-column";
    /** Rows of one batch, 10 000 by default; 0 makes one batch of all rows read, which SNAPSHOT needs. */
    public static final String ROWS_PER_BATCH = "database.rows-per-batch";

    // Parameters of CSV_FOLDER, the first of XLSX_FOLDER too.

    /** Absolute path on NiFi's machine. Files taken go to its subfolder {@code done}. */
    public static final String FOLDER = "folder.path";
    /** IANA name of the files' character set; UTF-8 by default. */
    public static final String CHARSET = "csv.charset";
    /** The character between two values; a comma by default. */
    public static final String DELIMITER = "csv.delimiter";

    // Parameters of XLSX_FOLDER.

    /** Name of the sheet, or {@link #NOTHING} (default): then the first that is not hidden. */
    public static final String SHEET = "xlsx.sheet";
    /** Number of the row with the columns' names, 1 by default. */
    public static final String HEADER_ROW = "xlsx.header-row";

    // Parameters of JSON_API.

    /** Whatever changes with the source's settings and mapping: items that are the same are then taken again. */
    public static final String REVISION = "source.revision";
    /** Address of the API, http or https. */
    public static final String API_URL = "api.url";
    /** JSON pointer to the array of items, or {@link #NOTHING} (default): then the whole answer. */
    public static final String ITEMS_POINTER = "api.items-pointer";
    /** NONE (default), PAGE or NEXT_LINK. */
    public static final String PAGING = "api.paging";
    /** For PAGE: query parameter with the page's number, from 1. */
    public static final String PAGE_PARAMETER = "api.page-parameter";
    /** For PAGE: query parameter with the number of items wanted, or {@link #NOTHING} (default). */
    public static final String SIZE_PARAMETER = "api.size-parameter";
    /** For PAGE: how many items to ask for, 500 by default. */
    public static final String PAGE_SIZE = "api.page-size";
    /** For NEXT_LINK: JSON pointer to the next page's address, or {@link #NOTHING} (default): then the Link header. */
    public static final String NEXT_POINTER = "api.next-pointer";
    /** Header by which the API knows its caller, or {@link #NOTHING} (default). */
    public static final String HEADER_NAME = "api.header-name";
    /** That header's value, anything when there is none; sensitive. */
    public static final String HEADER_VALUE = "api.header-value";

    /** The value of a parameter that says there is none: NiFi takes no empty one. */
    public static final String NOTHING = "${literal('')}";

    /** Name of the connection in which FlowFiles wait that neither the hub nor a processor could take. */
    public static final String DEAD_LETTERS = "dead letters";

    private static final Set<String> SENSITIVE = Set.of(PRIVATE_KEY, DATABASE_PASSWORD, HEADER_VALUE);

    private final String resource;

    FlowDefinition(String resource) {
        this.resource = resource;
    }

    /** The definition's own name, and its parameter context's: the resource's file name without ending. */
    public String resource() {
        return resource;
    }

    /** The definition as JSON: a NiFi versioned flow snapshot. */
    public String json() {
        try (InputStream in = FlowDefinition.class.getResourceAsStream(resource + ".json")) {
            if (in == null) {
                throw new IllegalStateException("flow definition " + resource + ".json is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a parameter's value must be set as sensitive: NiFi then keeps it encrypted and never shows it. */
    public static boolean sensitive(String parameter) {
        return SENSITIVE.contains(parameter);
    }
}
