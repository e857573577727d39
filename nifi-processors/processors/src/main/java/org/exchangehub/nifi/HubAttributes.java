package org.exchangehub.nifi;

/** Attributes by which the hub's processors tell one another, and whoever looks, about a FlowFile. */
public final class HubAttributes {

    /** Code of the source. */
    public static final String SOURCE = "hub.source";
    /** Code of the dataset. */
    public static final String DATASET = "hub.dataset";
    /** Version of the schema the rows were checked against. */
    public static final String SCHEMA_VERSION = "hub.schema.version";
    /** Idempotency key of the batch; the same for all FlowFiles of one batch. */
    public static final String BATCH_KEY = "hub.batch.key";
    /** What this FlowFile is in its batch: {@code part} or {@code rejects}. */
    public static final String BATCH_CONTENT = "hub.batch.content";
    /** Its number among those, counted from 1. */
    public static final String BATCH_NUMBER = "hub.batch.number";
    /** How many parts the batch has. */
    public static final String BATCH_PARTS = "hub.batch.parts";
    /** How many files of rejects the batch has. */
    public static final String BATCH_REJECTS = "hub.batch.rejects";
    /** Rows of the whole batch, rejects among them. */
    public static final String ROWS = "hub.rows";
    /** Rows of the batch that broke a rule close to the source. */
    public static final String ROWS_INVALID = "hub.rows.invalid";
    /** Rows of the batch that could not even be read. */
    public static final String ROWS_UNREADABLE = "hub.rows.unreadable";
    /** Rows left out because the content has a newer one of their key. */
    public static final String ROWS_SUPERSEDED = "hub.rows.superseded";
    /** Fields that no column of the source could fill, separated by commas: how a source's drift shows. */
    public static final String FIELDS_UNFILLED = "hub.fields.unfilled";
    /** The hub's id of the batch. */
    public static final String BATCH_ID = "hub.batch.id";
    /** State of the batch when it was last asked for. */
    public static final String BATCH_STATE = "hub.batch.state";
    /** Release in which the batch became visible. */
    public static final String RELEASE = "hub.release";
    /** Beginning of the names under which the hub's counts are given, e.g. {@code hub.count.inserted}. */
    public static final String COUNT = "hub.count.";
    /** Why a FlowFile went to failure, rejected or retry: a sentence. */
    public static final String ERROR = "hub.error";
    /** The same sentence in Chinese, where there is one. */
    public static final String ERROR_ZH = "hub.error.zh";
    /** The hub's code of that error. */
    public static final String ERROR_CODE = "hub.error.code";

    private HubAttributes() {}
}
