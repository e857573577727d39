-- The jurisdiction's limits in working days, never above the decree's, which are in the code (DeadlineKind).
create table hub.deadline_limit (
    kind           text        primary key,
    days           integer     not null check (days > 0),
    extension_days integer     not null check (extension_days >= 0),
    reminder_days  integer     not null check (reminder_days between 1 and days), -- working days left, the last among them
    version        integer     not null default 1 check (version > 0),
    changed_by     text        not null,
    changed_at     timestamptz not null default now()
);
insert into hub.deadline_limit (kind, days, extension_days, reminder_days, changed_by) values
    ('REPLY_UNCONDITIONAL', 1, 0, 1, 'hub'),
    ('REPLY_CONDITIONAL', 10, 10, 2, 'hub'),
    ('DELIVERY', 20, 0, 3, 'hub'),
    ('CORRECTION', 10, 0, 2, 'hub'),
    ('CATALOG_UPDATE', 10, 5, 2, 'hub'),
    ('CATALOG_REVIEW', 2, 0, 1, 'hub'),
    ('DISPOSAL', 10, 0, 2, 'hub'); -- our own default: the decree has no limit

-- What a department has to do by the end of a working day, and what became of it.
create table hub.deadline (
    id           uuid        primary key,
    kind         text        not null references hub.deadline_limit,
    subject_type text        not null,
    subject_id   text        not null,
    title_zh     text        not null,
    title_en     text        not null,
    link         text        not null,
    department   text        not null, -- whose duty it is
    state        text        not null check (state in ('RUNNING', 'PAUSED', 'OVERDUE', 'MET', 'LATE', 'VOID')),
    received_on  date        not null, -- not counted
    days         integer     not null check (days > 0),
    extension    integer     not null default 0 check (extension >= 0),
    lead         integer     not null check (lead > 0),
    pauses       jsonb       not null, -- [{from, until}] while the clock stood
    due_on       date,
    due_at       timestamptz,
    remind_at    timestamptz,
    reminded     boolean     not null default false,
    overdue_told boolean     not null default false,
    opened_at    timestamptz not null,
    overdue_at   timestamptz,
    closed_at    timestamptz,
    course       jsonb       not null,
    check ((due_on is null) = (due_at is null) and (due_on is null) = (remind_at is null)),
    check (due_on is not null or state in ('PAUSED', 'VOID')),
    check ((closed_at is not null) = (state in ('MET', 'LATE', 'VOID')))
);
create unique index deadline_once on hub.deadline (kind, subject_type, subject_id)
    where state in ('RUNNING', 'PAUSED', 'OVERDUE');
create index deadline_of_subject on hub.deadline (subject_type, subject_id, kind, opened_at);
create index deadline_by_end on hub.deadline ((coalesce(due_at, 'infinity'::timestamptz)), id);
create index deadline_of_department on hub.deadline (department, (coalesce(due_at, 'infinity'::timestamptz)), id);
create index deadline_running on hub.deadline (due_at) where state = 'RUNNING';
create index deadline_untold on hub.deadline (id) where state = 'OVERDUE' and not overdue_told;
create index deadline_to_remind on hub.deadline (remind_at) where state = 'RUNNING' and not reminded;
create index deadline_opened on hub.deadline (opened_at);

grant select on hub.deadline_limit to hub_release;
grant update on hub.deadline_limit to hub_release;
grant select, insert, update on hub.deadline to hub_release;
