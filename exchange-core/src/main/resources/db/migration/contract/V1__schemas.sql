-- Every version of every dataset's schema. The registry can be rebuilt from here.
create table hub.contract_schema (
    dataset      text        not null,
    version      integer     not null check (version > 0),
    state        text        not null check (state in ('DRAFT', 'PUBLISHED')),
    avsc         text        not null,
    registry_id  integer     not null,
    bound_at     timestamptz not null,
    published_at timestamptz,
    primary key (dataset, version),
    check ((state = 'PUBLISHED') = (published_at is not null))
);

-- At most one draft, always the newest version.
create unique index contract_schema_draft on hub.contract_schema (dataset) where state = 'DRAFT';

grant select, insert, update on hub.contract_schema to hub_release;
grant select on hub.contract_schema to hub_reader;
