-- An application to use a dataset.
create table hub.application (
    id                  uuid        primary key,
    dataset             text        not null,
    provider            text        not null,
    department          text        not null,
    client              text        not null,
    state               text        not null check (state in ('SUBMITTED', 'APPLICANT_CONSENTED', 'GRANTED', 'REFUSED')),
    terms               jsonb       not null,
    consents            jsonb       not null,
    submitted_by        text        not null,
    submitted_by_name   text        not null,
    submitted_at        timestamptz not null,
    access_grant        uuid,
    version             integer     not null check (version > 0),
    request_key         text unique,
    request_digest      text,
    check ((request_key is null) = (request_digest is null)),
    check ((state = 'GRANTED') = (access_grant is not null))
);
create index application_by_dataset on hub.application (dataset, id);
create index application_by_department on hub.application (department, id);
create index application_by_provider on hub.application (provider, id);

-- What an application was granted. `fields` binds stable field ids of the dataset's schema.
create table hub.access_grant (
    id          uuid        primary key,
    application uuid        not null unique references hub.application (id),
    dataset     text        not null,
    provider    text        not null,
    department  text        not null,
    client      text        not null,
    terms       jsonb       not null,
    approvers   jsonb       not null,
    from_day    date        not null,
    until_day   date        not null check (until_day >= from_day),
    state       text        not null check (state in ('ACTIVE', 'SUSPENDED', 'TERMINATED')),
    reason      text,
    halted_by   text        check (halted_by in ('PROVIDER', 'CONSUMER', 'AUTHORITY')),
    issued_at   timestamptz not null,
    changed_at  timestamptz not null,
    version     integer     not null check (version > 0),
    check ((state = 'ACTIVE') = (reason is null)),
    check ((state = 'ACTIVE') = (halted_by is null))
);
create index access_grant_by_dataset on hub.access_grant (dataset, id);
create index access_grant_by_department on hub.access_grant (department, id);
create index access_grant_by_provider on hub.access_grant (provider, id);

-- Counts the changes of policy: every transaction that changes what somebody may do raises it by one, last of all, and
-- says which dataset is concerned. Its row lock puts them in commit order.
create table hub.policy_epoch (
    one   boolean primary key default true check (one),
    epoch bigint  not null
);
insert into hub.policy_epoch (epoch) values (1);

create table hub.policy_change (
    epoch   bigint primary key,
    dataset text   not null
);

grant select, insert, update on hub.application, hub.access_grant to hub_release;
grant select, update on hub.policy_epoch to hub_release;
grant select, insert on hub.policy_change to hub_release;
