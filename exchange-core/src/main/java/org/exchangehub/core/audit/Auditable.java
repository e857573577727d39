package org.exchangehub.core.audit;

import java.util.Arrays;
import java.util.Optional;

/** Every kind of fact the access log holds; {@code docs/audit-events.md} says what each one means. */
public enum Auditable {
    /** A known caller was refused. */
    ACCESS_DENIED,
    /** It was asked why somebody can see a field, or cannot. */
    ACCESS_EXPLAINED,
    /** A long answer, announced by an entry before its first byte, is over. */
    ANSWER_ENDED,
    /** What counts as unusual use was changed. */
    ANOMALY_RULE_CHANGED,
    /** An application to use a dataset was handed in. */
    APPLICATION_SUBMITTED,
    /** One side consented to an application. */
    APPLICATION_CONSENTED,
    /** One side refused an application. */
    APPLICATION_REFUSED,
    /** A refused application is with its provider again, since the refusal did not stand in a dispute. */
    APPLICATION_REOPENED,
    /** A provider asked for more time to reply. */
    APPLICATION_EXTENSION_ASKED,
    /** The authority decided whether a provider has more time to reply. */
    APPLICATION_EXTENSION_DECIDED,
    /** The applicant supplied what its application lacked. */
    APPLICATION_SUPPLEMENTED,
    /** The provider asked for everything an application lacks. */
    APPLICATION_SUPPLEMENT_ASKED,
    /** An applicant took its application back. */
    APPLICATION_WITHDRAWN,
    /** How many requests without valid authentication came from one source within one minute. */
    AUTHENTICATION_FAILED,
    /** A steward let a held batch be published. */
    BATCH_APPROVED,
    /** A steward called a batch off before it was published. */
    BATCH_CANCELLED,
    /** A batch waits for a steward because of what it would delete. */
    BATCH_HELD,
    /** A batch's good rows became visible. */
    BATCH_PUBLISHED,
    /** A batch was refused as a whole. */
    BATCH_REJECTED,
    /** Personal detail of entries was erased at the end of its time. */
    BODIES_EXPIRED,
    /** More was found of the unusual use a case is about. */
    CASE_EXTENDED,
    /** A case of unusual use was assigned, handed back, closed or opened again. */
    CASE_MOVED,
    /** Unusual use was found: somebody has to look at it. */
    CASE_OPENED,
    /** Cases of unusual use were read. */
    CASE_READ,
    /** The search index of the catalog is made anew. */
    CATALOG_PROJECTION_REBUILT,
    /** The order of finds in the catalog was changed. */
    CATALOG_RANKING_CHANGED,
    /** Changes of a dataset were read. */
    CHANGES_READ,
    /** A client for a source or an application was created in the identity provider. */
    CLIENT_CREATED,
    /** A client was deleted from the identity provider. */
    CLIENT_DELETED,
    /** Keys of a client whose successors are in use are no longer accepted. */
    CLIENT_KEYS_ENDED,
    /** A client's rights were taken away for good. */
    CLIENT_REVOKED,
    /** A client was given new credentials. */
    CLIENT_ROTATED,
    /** A consumer held a field of a record to be wrong. */
    CORRECTION_FLAGGED,
    /** A correction was upheld, rejected, disputed, decided or withdrawn. */
    CORRECTION_MOVED,
    /** A release corrected what was flagged, and those who received it were told. */
    CORRECTION_PUBLISHED,
    /** A dataset's metadata was changed. */
    DATASET_AMENDED,
    /** A change of a published dataset was begun. */
    DATASET_CHANGE_OPENED,
    /** The head of its department consented to a dataset or a change of one. */
    DATASET_CONSENTED,
    /** A draft, or a change of a dataset, was given up. */
    DATASET_DISCARDED,
    /** A dataset, or a change of one, was reviewed and published. */
    DATASET_PUBLISHED,
    /** A dataset was registered as a draft. */
    DATASET_REGISTERED,
    /** A dataset, or a change of one, passed the review for registration. */
    DATASET_REGISTRATION_APPROVED,
    /** A dataset, or a change of one, was returned to its steward with reasons. */
    DATASET_RETURNED,
    /** A dataset, or a change of one, was handed in for consent and review. */
    DATASET_SUBMITTED,
    /** The announced end of a dataset was called off. */
    DATASET_WITHDRAWAL_ENDED,
    /** The head of its department announced the end of a dataset. */
    DATASET_WITHDRAWAL_PROPOSED,
    /** A dataset was withdrawn, negotiated and filed. */
    DATASET_WITHDRAWN,
    /** The jurisdiction's limit for one kind of deadline was changed. */
    DEADLINE_LIMIT_CHANGED,
    /** A deadline was paused, resumed, extended, met, called off, or reckoned anew. */
    DEADLINE_MOVED,
    /** A department has something to do by the end of a working day. */
    DEADLINE_OPENED,
    /** The last day of a deadline is over, and it is not met. */
    DEADLINE_OVERDUE,
    /** A department answered a demand by a dataset or with its reasons. */
    DEMAND_ANSWERED,
    /** The authority assigned a demand to a department. */
    DEMAND_ASSIGNED,
    /** Data nobody offers was asked for. */
    DEMAND_POSTED,
    /** A demand for data nobody offers was taken back. */
    DEMAND_WITHDRAWN,
    /** A consumer certified what became of the data of a grant that is over. */
    DISPOSAL_CERTIFIED,
    /** A grant is over, and its consumer has to certify what became of the data. */
    DISPOSAL_DUE,
    /** A dispute was answered, taken further, decided, settled, withdrawn, or lapsed. */
    DISPUTE_MOVED,
    /** A department contested another's decision. */
    DISPUTE_OPENED,
    /** A dataset is no longer overdue against its update cycle. */
    FRESHNESS_ALERT_CLEARED,
    /** A dataset is overdue against its update cycle. */
    FRESHNESS_ALERT_RAISED,
    /** A grant ended with its last day. */
    GRANT_EXPIRED,
    /** A grant came into being. */
    GRANT_ISSUED,
    /** A suspended grant was resumed. */
    GRANT_RESUMED,
    /** A grant was suspended. */
    GRANT_SUSPENDED,
    /** A grant was ended before its time. */
    GRANT_TERMINATED,
    /** Entries were put under a hold for a case: what is personal in them does not expire. */
    HOLD_PLACED,
    /** A case's hold on entries was released. */
    HOLD_RELEASED,
    /** What a dataset's batches may do was changed. */
    INGEST_POLICY_CHANGED,
    /** What is asked of datasets beyond the law's items was changed. */
    INTAKE_FORM_CHANGED,
    /** The accesses to one subject's data were looked up. */
    LEDGER_READ,
    /** An entry of the access log was read. */
    LOG_ENTRY_READ,
    /** An excerpt of the access log was made, or could not be. */
    LOG_EXPORTED,
    /** An excerpt of the access log was taken away. */
    LOG_EXPORT_DOWNLOADED,
    /** An excerpt of the access log was asked for. */
    LOG_EXPORT_REQUESTED,
    /** The search index of the access log is made anew. */
    LOG_PROJECTION_REBUILT,
    /** Documents of the search index differed from the access log and were mended. */
    LOG_PROJECTION_REPAIRED,
    /** The access log was searched. */
    LOG_SEARCHED,
    /** The mailbox that a department's notices go to was changed. */
    NOTICE_ADDRESS_CHANGED,
    /** A notice could not be sent by e-mail or to a webhook, and is not tried again. */
    NOTICE_GIVEN_UP,
    /** Notices were read by one of those they are to. */
    NOTICE_READ,
    /** People were told of something. */
    NOTICE_SENT,
    /** Quarantined rows of a batch were taken away with their original values. */
    QUARANTINE_EXPORTED,
    /** Quarantined rows of a batch were read. */
    QUARANTINE_READ,
    /** All that one record ever was, was read. */
    RECORD_HISTORY_READ,
    /** One record was read by its key. */
    RECORD_READ,
    /** A claim about one record was verified without revealing it. */
    RECORD_VERIFIED,
    /** Claims about up to a thousand records were verified without revealing them. */
    RECORDS_VERIFIED,
    /** A page of records was read. */
    RECORDS_LISTED,
    /** A file of records was made for somebody, or could not be. */
    RECORDS_EXPORTED,
    /** A file of records was taken away. */
    RECORDS_EXPORT_DOWNLOADED,
    /** A file of records was asked for. */
    RECORDS_EXPORT_REQUESTED,
    /** A release was taken back by another. */
    RELEASE_UNDONE,
    /** A consumer asked to pass data on to a third party. */
    RESHARE_ASKED,
    /** A provider decided whether a consumer may pass data on. */
    RESHARE_DECIDED,
    /** A provider took back that a consumer may pass data on. */
    RESHARE_REVOKED,
    /** A schema was bound to a dataset as a draft. */
    SCHEMA_DRAFTED,
    /** A schema version was published. */
    SCHEMA_PUBLISHED,
    /** A provider announced that a service changes or stops. */
    SERVICE_CHANGE_ANNOUNCED,
    /** A consumer answered a service change. */
    SERVICE_CHANGE_ANSWERED,
    /** A provider called a service change off. */
    SERVICE_CHANGE_CANCELLED,
    /** The authority took a service change on file, or returned it. */
    SERVICE_CHANGE_DECIDED,
    /** A service change took effect. */
    SERVICE_CHANGE_EFFECTIVE,
    /** A provider filed a service change with the authority. */
    SERVICE_CHANGE_FILED,
    /** The entries of a calendar year are no longer given out. */
    SHARD_PRUNED,
    /** A source was changed and its flow brought in line. */
    SOURCE_AMENDED,
    /** A source was registered and its flow provisioned. */
    SOURCE_REGISTERED,
    /** A source and its flow were removed. */
    SOURCE_REMOVED,
    /** A source's flow was started. */
    SOURCE_STARTED,
    /** A source's flow was stopped. */
    SOURCE_STOPPED,
    /** A provider's head consented beforehand to applications for an unconditional dataset. */
    STANDING_CONSENT_GIVEN,
    /** A standing consent was taken back. */
    STANDING_CONSENT_REVOKED,
    /** A statement of the accesses to one subject's data was made out. */
    STATEMENT_ISSUED,
    /** How much a department may upload was changed. */
    UPLOAD_QUOTA_CHANGED,
    /** A consumer recorded its use of a grant's data. */
    USAGE_RECORDED,
    /** A department's webhook was made or removed, got another secret, or was disabled. */
    WEBHOOK_CHANGED,
    /** The holidays or make-up days of a year were changed. */
    WORKING_DAYS_CHANGED;

    /** The kind of this name; empty when it is one of a later version. */
    static Optional<Auditable> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
