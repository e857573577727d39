-- How applications' clients authenticate, who had them made, and their revocation.
alter table hub.app_client
    add column title         text,
    add column method        text check (method in ('KEY', 'SECRET')),
    add column made_by       text,
    add column revoked_by    text,
    add column revoked_at    timestamptz,
    add column reason        text,
    add column provider_told boolean not null default false,
    add constraint app_client_revoked check ((state = 'REVOKED') = (revoked_at is not null)),
    add constraint app_client_reason check ((revoked_at is null) = (reason is null));

-- Public keys only; a secret is kept by the identity provider alone.
create table hub.app_client_key (
    client   text        not null references hub.app_client (client),
    id       text        not null,
    jwk      jsonb       not null check (not jwk ? 'd'),
    added_at timestamptz not null default now(),
    ends_at  timestamptz,
    primary key (client, id)
);

grant select, insert, update, delete on hub.app_client_key to hub_release;
