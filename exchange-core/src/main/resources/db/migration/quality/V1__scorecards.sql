-- What one finished batch was like, counted while it was worked on; written in the transaction that finished it.
create table hub.quality_batch (
    batch       uuid        primary key,
    dataset     text        not null,
    day         date        not null,
    finished_at timestamptz not null,
    published   boolean     not null,
    undone      boolean     not null default false,
    measured    jsonb       not null
);
create index quality_batch_day on hub.quality_batch (dataset, day);
create index quality_batch_newest on hub.quality_batch (dataset, batch desc);

-- The sum over a dataset's batches of one day in the jurisdiction's zone.
create table hub.quality_day (
    dataset        text        not null,
    day            date        not null,
    batches        bigint      not null check (batches > 0),
    rejected       bigint      not null check (rejected between 0 and batches),
    last_published timestamptz,
    measured       jsonb       not null,
    primary key (dataset, day)
);

-- In how many slots of a day a dataset was seen to be readable, from when on it is watched, and the last such slot.
create table hub.quality_access (
    dataset    text    not null,
    day        date    not null,
    answered   integer not null check (answered >= 0),
    first_slot bigint  not null,
    last_slot  bigint  not null,
    primary key (dataset, day)
);

-- Scores as they were last worked out, so that datasets can be listed by them.
create table hub.quality_score (
    dataset    text         primary key,
    department text         not null,
    score      numeric(5,2) not null,
    scorecard  jsonb        not null,
    at         timestamptz  not null
);
create index quality_score_worst on hub.quality_score (score, dataset);
create index quality_score_department on hub.quality_score (department, score, dataset);

-- Datasets overdue against their update cycle; one open row per dataset at most.
create table hub.freshness_alert (
    id           bigint      generated always as identity primary key,
    dataset      text        not null,
    department   text        not null,
    cycle        text        not null,
    last_release timestamptz,
    expected_by  timestamptz not null,
    raised_at    timestamptz not null,
    cleared_at   timestamptz
);
create unique index freshness_alert_open on hub.freshness_alert (dataset) where cleared_at is null;

grant select, insert, update on hub.quality_batch, hub.quality_day, hub.quality_access, hub.freshness_alert to hub_release;
grant select, insert, update, delete on hub.quality_score to hub_release;
