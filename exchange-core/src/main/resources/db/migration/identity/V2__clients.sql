-- The consuming applications' clients: those made through the hub, and those found in the identity provider.
create table hub.app_client (
    client     text        primary key check (client ~ '^app-[a-z0-9][a-z0-9-]{0,60}$'),
    department text        not null,
    state      text        not null default 'ACTIVE' check (state in ('ACTIVE', 'REVOKED')),
    known_at   timestamptz not null default now()
);
create index app_client_by_department on hub.app_client (department, client);

grant select, insert, update on hub.app_client to hub_release;
