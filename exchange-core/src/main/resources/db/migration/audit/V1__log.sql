-- The access log: RFC 6962 leaves in order, the complete subtrees above them, and the head they lead to.
-- hub_log may only add; the head row is all it can change, and its lock is what puts entries in order.
create table hub.log_head (
    single          boolean primary key default true check (single),
    size            bigint not null check (size >= 0),
    roots           bytea  not null, -- roots of the complete subtrees, largest first, 32 bytes each
    outbox_position bigint not null
);
insert into hub.log_head (size, roots, outbox_position) values (0, '', 0);

create table hub.log_entry (
    index     bigint primary key,
    fact      uuid not null unique,
    at        timestamptz not null,
    leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
    entry     bytea not null check (octet_length(entry) <= 65535)
);

-- Complete subtrees of 256^level leaves: what tiles above level 0 are made of.
create table hub.log_node (
    level smallint not null check (level >= 1),
    index bigint not null,
    hash  bytea not null check (octet_length(hash) = 32),
    primary key (level, index)
);

-- Personal detail behind an entry's commitment: commitment = SHA-256(salt ‖ body). May expire; the tree stays whole.
create table hub.log_body (
    index bigint primary key,
    salt  bytea not null,
    body  bytea not null
);

-- Which entries concern whom, by keyed token only.
create table hub.log_subject (
    token text not null,
    index bigint not null,
    primary key (token, index)
);

-- HMAC keys of the subject tokens, one per year; they live as long as the entries of their year.
create table hub.log_token_key (
    epoch text primary key,
    key   bytea not null
);

create table hub.log_checkpoint (
    size        bigint primary key,
    note        text not null,
    lease_token bigint not null,
    signed_at   timestamptz not null default now()
);

-- Facts about state changes, written in the transaction that makes the change. Positions are given under an advisory
-- lock that is held until commit, so they are in commit order and never become visible out of order.
create table hub.audit_outbox (
    position bigint generated always as identity primary key,
    fact     uuid not null unique,
    at       timestamptz not null,
    entry    bytea not null,
    salt     bytea,
    body     bytea,
    tokens   text[] not null
);

-- Whatever must be single among the instances takes a lease; its token grows with every change of holder.
create table hub.lease (
    name       text primary key,
    holder     text not null,
    token      bigint not null,
    expires_at timestamptz not null
);

grant select, update on hub.log_head to hub_log;
grant select, insert on hub.log_entry, hub.log_node, hub.log_body, hub.log_subject, hub.log_token_key,
    hub.log_checkpoint to hub_log;
grant select on hub.audit_outbox, hub.lease to hub_log;
grant select, insert, delete on hub.audit_outbox to hub_release;
grant select, insert, update on hub.lease to hub_release;
grant select (outbox_position) on hub.log_head to hub_release;
grant select, delete on hub.log_body to hub_eraser;
