-- The departments as last read from the identity provider.
create table hub.department (
    code     text primary key check (code <> ''),
    uscc     text,
    title_zh text not null,
    title_en text not null,
    read_at  timestamptz not null default now()
);

grant select, insert, update on hub.department to hub_release;
grant select on hub.department to hub_reader, hub_log;
