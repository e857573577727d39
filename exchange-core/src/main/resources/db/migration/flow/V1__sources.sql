-- A source: where a dataset's records come from. Secrets are never in here; they pass through to NiFi.
create table hub.source (
    code          text        primary key check (code ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'),
    dataset       text        not null,
    department    text        not null,
    title_zh      text        not null,
    title_en      text        not null,
    kind          text        not null check (kind in ('DATABASE_TABLE', 'CSV_FOLDER')),
    mode          text        not null check (mode in ('UPSERT', 'SNAPSHOT')),
    settings      jsonb       not null,
    mapping       jsonb       not null,
    state         text        not null check (state in ('PROVISIONING', 'RUNNING', 'STOPPED', 'FAILED', 'DELETING')),
    process_group text,
    queued        bigint      not null default 0,
    last_error    text,
    created_at    timestamptz not null,
    claimed_until timestamptz not null, -- until then one instance has its provisioning to itself
    version       integer     not null default 1
);
create index source_by_dataset on hub.source (dataset, code);

-- Who provisions and watches: one instance at a time, told apart by a growing epoch.
create table hub.flow_lease (
    name   text        primary key,
    holder text        not null,
    epoch  bigint      not null,
    until  timestamptz not null
);

grant select, insert, update, delete on hub.source to hub_release;
grant select, insert, update on hub.flow_lease to hub_release;
