-- Wrong claims, by who made them and about which record; so that nobody finds out by trying what verification does not tell.
-- `record` is a keyed digest of the key asked by, or empty for all of a caller's wrong claims on a dataset together.
create table hub.verification_miss (
    caller  text        not null,
    dataset text        not null,
    record  bytea       not null,
    misses  bigint      not null check (misses > 0),
    since   timestamptz not null,
    primary key (caller, dataset, record)
);
create index verification_miss_by_age on hub.verification_miss (since);

-- The key of those digests: whoever has the table alone cannot find out by trying which persons were asked for.
create table hub.verification_key (
    one    boolean primary key default true check (one),
    secret bytea   not null check (octet_length(secret) = 32)
);
insert into hub.verification_key (secret)
values (sha256(decode(replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')));

grant select, insert, update, delete on hub.verification_miss to hub_release;
grant select on hub.verification_key to hub_release;
