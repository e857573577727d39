-- Where the search projection of the log stands. It is written under a lease, by one instance at a time.
create table hub.log_projection (
    single           boolean primary key default true check (single),
    next             bigint  not null default 0 check (next >= 0),     -- first index the engine has not got yet
    compared         bigint  not null default 0 check (compared >= 0), -- first index this round has not compared yet
    rounds           bigint  not null default 0,                       -- how often all of it has been compared
    round_ended_at   timestamptz,
    differences      bigint  not null default 0,                       -- documents found missing, altered or foreign
    difference_at    timestamptz,
    difference_index bigint,
    rebuild          boolean not null default false,                   -- asked for and not begun yet
    failure          text,
    failing_since    timestamptz
);
insert into hub.log_projection default values;
grant select, update on hub.log_projection to hub_release;

-- Excerpts of the log by time: entries are nearly in order of time, so that a few pages of this index do for millions.
create index log_entry_at on hub.log_entry using brin (at) with (pages_per_range = 32, autosummarize = on);
