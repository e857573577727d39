-- Parts may come compressed; they are kept as they came.
alter table hub.ingest_part
    add column coding text not null default 'IDENTITY' check (coding in ('IDENTITY', 'GZIP', 'ZSTD'));

-- How much a department's senders have uploaded on a day of the jurisdiction, and what it may at most if not the usual.
create table hub.ingest_upload (
    department text   not null,
    day        date   not null,
    bytes      bigint not null check (bytes >= 0),
    primary key (department, day)
);
create table hub.ingest_upload_quota (
    department    text        primary key,
    bytes_per_day bigint      not null check (bytes_per_day >= 0),
    version       integer     not null check (version > 0),
    changed_by    text        not null,
    changed_at    timestamptz not null
);
grant select, insert, update on hub.ingest_upload, hub.ingest_upload_quota to hub_release;
