-- Fields of records that consumers hold to be wrong (校核), and what became of it.
create table hub.correction (
    id                uuid        primary key,
    dataset           text        not null,
    provider          text        not null,
    department        text        not null,
    access_grant      uuid        not null,
    key               jsonb       not null,
    field             text        not null,
    value             text,
    reason            text        not null,
    evidence          text        not null,
    state             text        not null check (state in
        ('FLAGGED', 'UPHELD', 'REJECTED', 'NEGOTIATING', 'WITH_AUTHORITY', 'WITH_GOVERNMENT', 'CORRECTED', 'CLOSED',
         'WITHDRAWN')),
    authority_decided boolean     not null default false,
    course            jsonb       not null,
    release           bigint      not null,
    corrected_in      bigint,
    flagged_at        timestamptz not null,
    version           integer     not null check (version > 0),
    check ((state = 'CORRECTED') = (corrected_in is not null))
);
create index correction_by_provider on hub.correction (provider, id);
create index correction_by_department on hub.correction (department, id);
create index correction_upheld on hub.correction (id) where state = 'UPHELD';

-- Departments told that a record they received was corrected.
create table hub.correction_notice (
    correction      uuid        not null references hub.correction (id),
    department      text        not null,
    access_grant    uuid        not null,
    noticed_at      timestamptz not null,
    acknowledged_by text,
    acknowledged_at timestamptz,
    primary key (correction, department, access_grant),
    check ((acknowledged_by is null) = (acknowledged_at is null))
);
create index correction_notice_by_department on hub.correction_notice (department, correction);

grant select, insert, update on hub.correction, hub.correction_notice to hub_release;
