-- What counts as unusual: rules as data. Terms are checked before they are stored.
create table hub.anomaly_rule (
    id         text        primary key,
    kind       text        not null,
    enabled    boolean     not null default true,
    terms      jsonb       not null,
    version    bigint      not null default 1,
    changed_by text        not null,
    changed_at timestamptz not null default now()
);
insert into hub.anomaly_rule (id, kind, terms, changed_by) values
    ('volume', 'VOLUME', '{"measure": "ACCESSES", "threshold": 200, "deviations": 5, "factor": 2, "historyHours": 840,
      "newcomer": 3000}', 'hub'),
    ('many-subjects', 'VOLUME', '{"measure": "SUBJECTS", "threshold": 2000, "deviations": 5, "factor": 2,
      "historyHours": 840, "newcomer": 20000}', 'hub'),
    ('failed-verifications', 'VERIFY_STREAK', '{"threshold": 10, "windowMinutes": 30}', 'hub'),
    ('off-hours', 'OFF_HOURS', '{"threshold": 10, "windowMinutes": 60, "zone": "Asia/Shanghai", "opens": "06:00",
      "closes": "22:00", "weekdays": [1, 2, 3, 4, 5], "clients": ["catalog-ui"]}', 'hub'),
    ('enumeration', 'ENUMERATION', '{"threshold": 30, "windowMinutes": 10, "share": 0.5}', 'hub'),
    ('denials', 'DENIAL_BURST', '{"threshold": 20, "windowMinutes": 5}', 'hub');

-- How far the log has been looked at; moved in the transaction that keeps what was seen. No row before the first look.
create table hub.anomaly_position (
    single     boolean primary key default true check (single),
    next_index bigint  not null check (next_index >= 0)
);

-- Who was seen; newcomers are held against others of their department.
create table hub.anomaly_caller (
    caller     text    primary key, -- client/account
    service    boolean not null,
    department text
);

-- What was counted, by rule and caller in slots of a minute (of an hour for volume), numbered since 1970.
create table hub.anomaly_count (
    rule        text   not null references hub.anomaly_rule,
    caller      text   not null,
    slot        bigint not null,
    counted     bigint not null, -- since a case was last closed
    judged      bigint not null, -- before that
    missed      bigint not null,
    near        bigint not null,
    first_index bigint not null, -- -1 when nothing is counted
    last_index  bigint not null,
    sketch      bytea,           -- HyperLogLog of whom the slot named
    primary key (rule, caller, slot)
);
create index anomaly_count_slot on hub.anomaly_count (rule, slot);

create table hub.anomaly_case (
    id          uuid        primary key default uuidv7(),
    rule        text        not null references hub.anomaly_rule,
    caller      text        not null,
    client      text        not null,
    account     text        not null,
    department  text,
    state       text        not null default 'OPEN' check (state in ('OPEN', 'ASSIGNED', 'CLOSED')),
    outcome     text        check (outcome in ('CONFIRMED', 'EXPLAINED', 'FALSE_ALARM')),
    assignee    text,
    first_index bigint      not null,
    last_index  bigint      not null check (last_index >= first_index),
    version     bigint      not null default 1,
    opened_at   timestamptz not null default now(),
    changed_at  timestamptz not null default now(),
    check ((state = 'CLOSED') = (outcome is not null)),
    check (state = 'OPEN' or assignee is not null)
);
create unique index anomaly_case_going_on on hub.anomaly_case (rule, caller) where state <> 'CLOSED';
create index anomaly_case_of on hub.anomaly_case (caller, rule);

-- What a case rests on: stretches of the caller's entries that do not overlap. Who moved it, and why.
create table hub.anomaly_evidence (
    case_id      uuid   not null references hub.anomaly_case,
    first_index  bigint not null,
    last_index   bigint not null check (last_index >= first_index),
    first_slot   bigint not null,
    last_slot    bigint not null,
    counted      bigint not null,
    missed       bigint not null,
    near         bigint not null,
    volume_limit bigint,
    primary key (case_id, first_index)
);
create table hub.anomaly_move (
    case_id    uuid        not null references hub.anomaly_case,
    number     bigint      not null,
    target     text        not null,
    outcome    text,
    assignee   text,
    last_index bigint      not null, -- of the entries the case rested on
    reason     text        not null,
    by         text        not null,
    at         timestamptz not null default now(),
    primary key (case_id, number)
);

-- Audit administrators as their tokens showed them.
create table hub.anomaly_auditor (
    account text        primary key,
    client  text        not null,
    name    text        not null,
    seen_at timestamptz not null default now()
);

grant select, update on hub.anomaly_rule to hub_release;
grant select, insert, update on hub.anomaly_position, hub.anomaly_caller, hub.anomaly_case, hub.anomaly_evidence,
    hub.anomaly_auditor to hub_release;
grant select, insert, update, delete on hub.anomaly_count to hub_release;
grant select, insert on hub.anomaly_move to hub_release;
