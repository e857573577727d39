create extension if not exists pg_trgm with schema hub;

-- The last number given out under a classification; it only grows, so no resource code is used twice.
create table hub.dataset_sequence (
    classification text    primary key check (classification ~ '^[1-9][0-9]{5}$'),
    last           integer not null check (last > 0)
);

-- A dataset as its department states it. `search` is what a search looks through, in lower case.
create table hub.dataset (
    code           text        primary key check (code ~ '^[1-9][0-9]{5}-[0-9]{6,}$'),
    department     text        not null,
    state          text        not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED')),
    entry          jsonb       not null,
    search         text        not null,
    version        integer     not null check (version > 0),
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    submitted_at   timestamptz,
    submitted_by   text,
    published_at   timestamptz,
    request_key    text unique,
    request_digest text,
    check ((request_key is null) = (request_digest is null)),
    check (state not in ('SUBMITTED', 'RETURNED', 'PUBLISHED') or submitted_by is not null),
    check (state <> 'PUBLISHED' or published_at is not null)
);
create index dataset_by_department on hub.dataset (department, code);
create index dataset_search on hub.dataset using gin (search hub.gin_trgm_ops);

-- Every step of a dataset's life; rows are only added.
create table hub.dataset_history (
    id         bigint      generated always as identity primary key,
    dataset    text        not null references hub.dataset (code),
    move       text        not null check (move in ('REGISTERED', 'AMENDED', 'SUBMITTED', 'RETURNED', 'PUBLISHED')),
    state      text        not null,
    version    integer     not null,
    subject    text        not null,
    name       text        not null,
    department text,
    opinion    text,
    at         timestamptz not null,
    check (move <> 'RETURNED' or opinion is not null)
);
create index dataset_history_by_dataset on hub.dataset_history (dataset, id);

grant select, insert, update on hub.dataset_sequence, hub.dataset to hub_release;
grant select, insert on hub.dataset_history to hub_release;
