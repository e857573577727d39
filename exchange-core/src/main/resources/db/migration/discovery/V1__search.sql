-- Datasets whose document in the search engine is not what they are now; a later ticket is a later state.
create sequence hub.catalog_ticket;
create table hub.catalog_stale (
    dataset text   primary key,
    ticket  bigint not null
);
create index catalog_stale_by_ticket on hub.catalog_stale (ticket);

-- In the transaction that writes, so that no write can be forgotten, whoever makes it.
create function hub.catalog_stale() returns trigger language plpgsql as $$
begin
    insert into hub.catalog_stale (dataset, ticket)
    values (case tg_table_name when 'dataset' then to_jsonb(new) ->> 'code' else to_jsonb(new) ->> 'dataset' end,
            nextval('hub.catalog_ticket'))
    on conflict (dataset) do update set ticket = excluded.ticket;
    return null;
end $$;
create trigger catalog_stale after insert or update on hub.dataset
    for each row execute function hub.catalog_stale();
create trigger catalog_stale after insert or update on hub.contract_schema
    for each row execute function hub.catalog_stale();

-- How the search engine's documents stand; only who holds the lease moves it on.
create table hub.catalog_projection (
    single         boolean     primary key default true check (single),
    rebuild        boolean     not null default true,
    compared       text        not null default '', -- the round of comparison has come past this code
    rounds         bigint      not null default 0,
    round_ended_at timestamptz,
    differences    bigint      not null default 0,
    failure        text,
    failing_since  timestamptz
);
insert into hub.catalog_projection default values;

-- What counts how much when finds are put in order; checked before it is stored.
create table hub.catalog_ranking (
    single     boolean     primary key default true check (single),
    weights    jsonb       not null,
    version    integer     not null default 1,
    changed_by text        not null,
    changed_at timestamptz not null default now()
);
insert into hub.catalog_ranking (weights, changed_by) values
    ('{"exactTitle": 50, "code": 40, "title": 10, "pinyin": 8, "keywords": 6, "department": 3, "fields": 2, "summary": 1}',
     'hub');

grant usage on sequence hub.catalog_ticket to hub_release;
grant select, insert, update, delete on hub.catalog_stale to hub_release;
grant select, update on hub.catalog_projection, hub.catalog_ranking to hub_release;
