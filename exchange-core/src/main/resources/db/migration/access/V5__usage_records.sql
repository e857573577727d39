-- What consumers record of their use (Decree 809, Art. 29): kept for good, so longer than the three years asked for. Nobody who serves
-- requests may change or delete one.
create table hub.usage_record (
    id           uuid        primary key,
    access_grant uuid        not null references hub.access_grant (id),
    dataset      text        not null,
    provider     text        not null,
    department   text        not null,
    from_day     date        not null,
    until_day    date        not null check (until_day >= from_day),
    scenario     text        not null,
    process      text        not null,
    results      text        not null,
    storage      text        not null,
    destruction  text,
    recorded_by  text        not null,
    recorded_at  timestamptz not null
);
create index usage_record_by_grant on hub.usage_record (access_grant, id);
create index usage_record_by_dataset on hub.usage_record (dataset, id);
create index usage_record_by_provider on hub.usage_record (provider, id);
create index usage_record_by_department on hub.usage_record (department, id);
grant select, insert on hub.usage_record to hub_release;
