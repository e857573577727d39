-- Long answers have two entries: one before the first byte, one after the last. An intent without an ending is one whose
-- instance still works on it, or died.
create table hub.log_intent (
    index    bigint primary key,
    instance uuid not null
);

-- More than one ending is possible: "unknown", said of an instance taken for dead, and then its own.
create table hub.log_ending (
    intent bigint not null,
    index  bigint not null,
    primary key (intent, index)
);

-- A shard is the range of indexes appended within a calendar year (UTC), from its first to the next shard's.
create table hub.log_shard (
    year      integer primary key,
    first     bigint not null check (first >= 0),
    pruned_at timestamptz -- since when its entries are no longer given out
);
insert into hub.log_shard (year, first)
select extract(year from at at time zone 'UTC')::integer, min(index) from hub.log_entry group by 1;

-- What an open case keeps from expiring: a range of entries, or all entries with a subject's token.
create table hub.log_hold (
    id          uuid primary key default uuidv7(),
    first_index bigint,
    last_index  bigint,
    token       text,
    case_id     text not null,
    reason      text not null,
    placed_by   text not null,
    placed_at   timestamptz not null default now(),
    released_by text,
    released_at timestamptz,
    check (token is null and first_index <= last_index or token is not null and first_index is null and last_index is null),
    check ((released_by is null) = (released_at is null))
);
create index log_hold_open on hub.log_hold (case_id) where released_at is null;

-- One row that every group updates: room for new versions on its own page, so that no index is touched.
alter table hub.log_head set (fillfactor = 10);

grant select, insert on hub.log_intent, hub.log_ending, hub.log_shard to hub_log;
grant select on hub.log_hold to hub_log;
grant select, insert, update (released_by, released_at) on hub.log_hold to hub_release;
grant delete on hub.lease to hub_release;
grant select on hub.log_entry, hub.log_subject, hub.log_hold, hub.log_shard, hub.log_head to hub_eraser;
grant update (pruned_at) on hub.log_shard to hub_eraser;
