-- The files that document the two assessments (Decree 809, Art. 13), per edition.
create table hub.assessment_file (
    dataset     text        not null references hub.dataset (code),
    assessment  text        not null check (assessment in ('SECRECY', 'PERSONAL_INFORMATION')),
    edition     integer     not null check (edition > 0),
    name        text        not null,
    type        text        not null check (type in ('PDF', 'OFD', 'DOCX', 'PNG', 'JPEG')),
    bytes       bigint      not null check (bytes between 1 and 10485760),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content     bytea       not null,
    uploaded_by text        not null,
    uploaded_at timestamptz not null,
    primary key (dataset, assessment, edition)
);
alter table hub.assessment_file alter column content set storage external;

-- What datasets in force offer, to find that two offer the same (Arts. 18, 19).
create table hub.dataset_offer (
    dataset text not null references hub.dataset (code),
    kind    text not null check (kind in ('TITLE', 'ELEMENT')),
    value   text not null,
    primary key (dataset, kind, value)
);
create index dataset_offer_by_value on hub.dataset_offer (kind, value);

-- Who names a dataset as related.
create index dataset_by_related on hub.dataset using gin ((entry -> 'related'));

grant select, insert, update on hub.assessment_file to hub_release;
grant select, insert, delete on hub.dataset_offer to hub_release;
