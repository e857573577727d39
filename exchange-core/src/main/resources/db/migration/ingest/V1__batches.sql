-- A batch on its way in. The lease says who works on it: whoever holds the highest fence may publish it, nobody else.
create table hub.ingest_batch (
    id             uuid        primary key,
    dataset        text        not null,
    sender         text        not null,
    batch_key      text        not null,
    mode           text        not null check (mode in ('UPSERT', 'SNAPSHOT', 'CHANGES')),
    schema_version integer     not null,
    declared_rows  bigint,
    state          text        not null check (state in ('OPEN', 'COMMITTED', 'PUBLISHED', 'REJECTED')),
    opened_at      timestamptz not null,

    commit_order   bigint      unique,
    committed_at   timestamptz,
    parts          integer,
    rejects        integer,
    rows           bigint,
    who_subject    text,
    who_client     text,
    who_department text,

    lease_holder   text,
    lease_fence    bigint      not null default 0,
    lease_until    timestamptz,
    attempts       integer     not null default 0,
    last_error     text,

    finished_at    timestamptz,
    release        bigint,
    outcome        jsonb,
    fact           uuid,
    receipt        text,
    evidence       text,

    unique (dataset, sender, batch_key),
    check ((state = 'OPEN') = (commit_order is null)),
    check ((state in ('PUBLISHED', 'REJECTED')) = (finished_at is not null)),
    check ((state = 'PUBLISHED') = (release is not null))
);
create sequence hub.ingest_commit_order;
create index ingest_batch_waiting on hub.ingest_batch (dataset, commit_order) where state = 'COMMITTED';
create index ingest_batch_unreceipted on hub.ingest_batch (finished_at) where finished_at is not null and receipt is null;
create index ingest_batch_newest on hub.ingest_batch (dataset, id desc);

-- What of a batch lies in the spool: rows ('PART') and rows refused at the source ('REJECTS').
create table hub.ingest_part (
    batch        uuid        not null references hub.ingest_batch,
    kind         text        not null check (kind in ('PART', 'REJECTS')),
    number       integer     not null check (number > 0),
    format       text        not null check (format in ('AVRO', 'NDJSON', 'CSV')),
    digest       bytea       not null check (length(digest) = 32),
    bytes        bigint      not null,
    received_at  timestamptz not null,
    primary key (batch, kind, number)
);

-- The rows a batch could not publish, as they came, each with everything found wrong.
create table hub.ingest_quarantine (
    batch      uuid   not null references hub.ingest_batch,
    position   bigint not null,
    row_number bigint not null,
    "values"   jsonb  not null,
    findings   jsonb  not null,
    primary key (batch, position)
);

grant select, insert, update on hub.ingest_batch to hub_release;
grant usage on sequence hub.ingest_commit_order to hub_release;
grant select, insert on hub.ingest_part, hub.ingest_quarantine to hub_release;
