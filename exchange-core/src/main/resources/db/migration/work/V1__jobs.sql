-- Long work that somebody asked for: done in the background by whichever instance takes it, and waited for by its owner.
create table hub.work_job (
    id               uuid        primary key default uuidv7(),
    kind             text        not null,
    owner_subject    text        not null,
    owner_client     text        not null,
    owner_department text,
    idempotency_key  text,
    parameters       jsonb       not null,
    state            text        not null default 'WAITING'
                     check (state in ('WAITING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'EXPIRED')),
    cancelled        boolean     not null default false, -- asked for while it ran
    done             bigint      not null default 0,
    total            bigint,
    error            text,
    created_at       timestamptz not null default now(),
    started_at       timestamptz,
    finished_at      timestamptz,
    expires_at       timestamptz,
    file_name        text,
    media_type       text,
    bytes            bigint,
    rows             bigint,
    digest           bytea,
    lease_holder     text,
    lease_fence      bigint      not null default 0,
    lease_until      timestamptz,
    attempts         int         not null default 0,
    not_before       timestamptz not null default now(),
    check ((state = 'SUCCEEDED') <= (file_name is not null and media_type is not null and bytes is not null and digest is not null))
);
create index work_job_open on hub.work_job (created_at) where state in ('WAITING', 'RUNNING');
create index work_job_owner on hub.work_job (owner_subject, id desc);
create unique index work_job_once on hub.work_job (owner_subject, kind, idempotency_key);

grant select, insert, update, delete on hub.work_job to hub_release;
