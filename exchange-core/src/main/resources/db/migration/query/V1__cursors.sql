-- The key all instances seal list cursors with; losing it costs running lists their place and nothing else.
-- gen_random_uuid draws 122 bits from the server's strong random source: three of them, hashed, make the 256-bit key.
create table hub.query_cursor_key (
    one    boolean primary key default true check (one),
    secret bytea   not null check (octet_length(secret) = 32)
);
insert into hub.query_cursor_key (secret)
values (sha256(decode(replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')));

grant select on hub.query_cursor_key to hub_release;
