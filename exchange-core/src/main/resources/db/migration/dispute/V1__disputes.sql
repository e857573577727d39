-- Disputes between departments about decisions on what other packages keep (Decree 809, Art. 28).
create table hub.dispute (
    id                uuid        primary key,
    about_type        text        not null,
    about_id          text        not null,
    title_zh          text        not null,
    title_en          text        not null,
    link              text        not null,
    contested_version integer     not null, -- of the subject: one decision is contested once
    dataset           text        not null,
    claimant          text        not null,
    respondent        text        not null,
    contested         text,
    reason            text        not null,
    state             text        not null check (state in
        ('NEGOTIATING', 'WITH_AUTHORITY', 'DECIDED_FOR', 'DECIDED_AGAINST', 'WITH_GOVERNMENT', 'UPHELD', 'REJECTED',
         'WITHDRAWN', 'LAPSED')),
    course            jsonb       not null,
    appeal_until      date,
    opened_by         text        not null,
    opened_at         timestamptz not null,
    version           integer     not null check (version > 0),
    check (state not in ('DECIDED_FOR', 'DECIDED_AGAINST') or appeal_until is not null),
    unique (about_type, about_id, contested_version)
);
create unique index dispute_once on hub.dispute (about_type, about_id)
    where state not in ('UPHELD', 'REJECTED', 'WITHDRAWN', 'LAPSED');
create index dispute_by_claimant on hub.dispute (claimant, id);
create index dispute_by_respondent on hub.dispute (respondent, id);
create index dispute_decided on hub.dispute (id) where state in ('DECIDED_FOR', 'DECIDED_AGAINST');

grant select, insert, update on hub.dispute to hub_release;

-- Our own defaults: the decree has no limits for them.
insert into hub.deadline_limit (kind, days, extension_days, reminder_days, changed_by) values
    ('DISPUTE_REPLY', 10, 0, 2, 'hub'),
    ('DISPUTE_DECISION', 20, 0, 3, 'hub'),
    ('DISPUTE_APPEAL', 10, 0, 2, 'hub');
