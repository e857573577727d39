-- What people are told. Texts are made of the kind and its arguments when they are read, in both languages.
create table hub.notice (
    id           uuid        primary key,
    kind         text        not null,
    arguments    jsonb       not null,
    subject_type text        not null,
    subject_id   text        not null,
    title_zh     text        not null, -- of the subject
    title_en     text        not null,
    link         text        not null,
    department   text,
    role         text,       -- of the department, or of all departments when there is none
    person       text,       -- subject of one account instead
    at           timestamptz not null,
    read_at      timestamptz,
    read_by      text,
    check ((person is null) = (role is not null)),
    check (department is null or role is not null),
    check ((read_at is null) = (read_by is null))
);
create index notice_of_office on hub.notice (role, department, id desc) where role is not null;
create index notice_of_person on hub.notice (person, id desc) where person is not null;
create index notice_unread on hub.notice (role, department) where role is not null and read_at is null;
create index notice_read on hub.notice (read_at) where read_at is not null;

grant select, insert, update, delete on hub.notice to hub_release;
