-- One row per dataset that has a table shared.d<number>; the row's lock puts its releases in order.
create table hub.publication (
    dataset         text    primary key,
    number          bigint  not null unique generated always as identity,
    schema_version  integer not null,
    current_release bigint  not null default 0,
    last_seq        bigint  not null default 0
);

-- One row per release: what a batch changed, and which part of the gap-free sequence of changes it holds.
create table hub.publication_release (
    dataset        text        not null references hub.publication,
    release        bigint      not null check (release > 0),
    batch          uuid        not null unique,
    schema_version integer     not null,
    inserted       bigint      not null,
    updated        bigint      not null,
    unchanged      bigint      not null,
    deleted        bigint      not null,
    superseded     bigint      not null,
    first_seq      bigint      not null,
    last_seq       bigint      not null,
    published_at   timestamptz not null,
    primary key (dataset, release),
    check (last_seq - first_seq + 1 = inserted + updated + deleted)
);

grant select, update on hub.publication to hub_release;
grant select, insert on hub.publication_release to hub_release;
grant select on hub.publication, hub.publication_release to hub_reader;

-- A running batch's rows wait in unlogged tables that the release role makes and drops itself: they are nobody's truth.
grant create on schema staging to hub_release;
