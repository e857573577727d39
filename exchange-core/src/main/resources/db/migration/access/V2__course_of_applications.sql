-- The way of an application: what was missing, more time, a withdrawal; and applications that renew a grant.
alter table hub.application
    add column renews uuid references hub.access_grant (id),
    add column course jsonb not null default '{}',
    drop constraint application_state_check,
    add constraint application_state_check check (state in
        ('SUBMITTED', 'APPLICANT_CONSENTED', 'SUPPLEMENTING', 'GRANTED', 'REFUSED', 'WITHDRAWN'));
create unique index application_one_renewal on hub.application (renews) where state not in ('REFUSED', 'WITHDRAWN');

-- Consents of providers' heads that stand for every application for a dataset shared unconditionally.
create table hub.standing_consent (
    id         uuid        primary key,
    dataset    text        not null,
    provider   text        not null,
    opinion    text,
    subject    text        not null,
    name       text        not null,
    given_at   timestamptz not null,
    revoked_by text,
    revoked_at timestamptz,
    reason     text,
    check ((revoked_at is null) = (revoked_by is null)),
    check ((revoked_at is null) = (reason is null))
);
create unique index standing_consent_one on hub.standing_consent (dataset) where revoked_at is null;

-- Data a department needs and nobody offers (供需对接).
create table hub.demand (
    id         uuid        primary key,
    department text        not null,
    statement  jsonb       not null,
    state      text        not null check (state in ('POSTED', 'ASSIGNED', 'OFFERED', 'DECLINED', 'WITHDRAWN')),
    assigned   text,
    dataset    text,
    reason     text,
    posted_by  text        not null,
    posted_at  timestamptz not null,
    changed_at timestamptz not null,
    version    integer     not null check (version > 0),
    check (state not in ('ASSIGNED', 'OFFERED', 'DECLINED') or assigned is not null),
    check ((state = 'OFFERED') = (dataset is not null)),
    check (state not in ('DECLINED', 'WITHDRAWN') or reason is not null)
);
create index demand_by_department on hub.demand (department, id);
create index demand_by_assigned on hub.demand (assigned, id);

grant select, insert, update on hub.standing_consent, hub.demand to hub_release;
