-- Grants that ended by themselves.
alter table hub.access_grant
    drop constraint access_grant_state_check,
    drop constraint access_grant_check1,
    drop constraint access_grant_check2,
    add constraint access_grant_state check (state in ('ACTIVE', 'SUSPENDED', 'TERMINATED', 'EXPIRED')),
    add constraint access_grant_reason check ((state in ('SUSPENDED', 'TERMINATED')) = (reason is not null)),
    add constraint access_grant_halted check ((state in ('SUSPENDED', 'TERMINATED')) = (halted_by is not null));
create index access_grant_ending on hub.access_grant (until_day) where state in ('ACTIVE', 'SUSPENDED');
create index access_grant_by_client on hub.access_grant (client);

-- What the consumer does with the data once it may no longer be used (Decree 809, Art. 27).
create table hub.disposal (
    access_grant uuid        primary key references hub.access_grant (id),
    dataset      text        not null,
    provider     text        not null,
    department   text        not null,
    opened_at    timestamptz not null,
    method       text        check (method in ('DESTROYED', 'RETURNED', 'ARCHIVED')),
    statement    text,
    disposed_on  date,
    certified_by text,
    certified_at timestamptz,
    check ((certified_at is null) = (method is null)),
    check ((certified_at is null) = (statement is null)),
    check ((certified_at is null) = (disposed_on is null)),
    check ((certified_at is null) = (certified_by is null))
);
create index disposal_open on hub.disposal (department) where certified_at is null;

-- A provider changes or stops a service: announced, negotiated, filed, in effect (Decree 809, Art. 27).
create table hub.service_change (
    id            uuid        primary key,
    dataset       text        not null,
    provider      text        not null,
    kind          text        not null check (kind in ('CHANGE', 'STOP')),
    description   text        not null,
    reason        text        not null,
    effective_on  date        not null,
    state         text        not null
                  check (state in ('ANNOUNCED', 'FILED', 'ACCEPTED', 'EFFECTIVE', 'CANCELLED')),
    answers       jsonb       not null,
    filing        jsonb       not null,
    announced_by  text        not null,
    announced_at  timestamptz not null,
    version       integer     not null check (version > 0)
);
create index service_change_by_dataset on hub.service_change (dataset, id);
create index service_change_due on hub.service_change (effective_on) where state = 'ACCEPTED';

-- A consumer asks to pass on what it was granted (Decree 809, Art. 25).
create table hub.reshare (
    id           uuid        primary key,
    access_grant uuid        not null references hub.access_grant (id),
    dataset      text        not null,
    provider     text        not null,
    department   text        not null,
    statement    jsonb       not null,
    state        text        not null check (state in ('ASKED', 'CONSENTED', 'REFUSED', 'REVOKED')),
    opinion      text,
    asked_by     text        not null,
    asked_at     timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    version      integer     not null check (version > 0),
    check ((state = 'ASKED') = (decided_at is null)),
    check (state not in ('REFUSED', 'REVOKED') or opinion is not null)
);
create index reshare_by_grant on hub.reshare (access_grant, id);
create index reshare_by_provider on hub.reshare (provider, id);
create index reshare_by_department on hub.reshare (department, id);

grant select, insert, update on hub.disposal, hub.service_change, hub.reshare to hub_release;
