-- Where notices go besides the inbox: mailboxes of offices, and webhooks of departments.
create table hub.notice_address (
    department text        not null,
    role       text        not null,
    address    text        not null,
    version    integer     not null default 1 check (version > 0),
    changed_by text        not null,
    changed_at timestamptz not null default now(),
    primary key (department, role)
);
create table hub.webhook (
    id         uuid        primary key,
    department text        not null,
    url        text        not null,
    kinds      text[]      not null, -- none for all
    enabled    boolean     not null default true,
    generation integer     not null default 1 check (generation > 0), -- of its secret, which is derived and stored nowhere
    rotated_at timestamptz,
    created_by text        not null,
    created_at timestamptz not null
);
create index webhook_of_department on hub.webhook (department, id);

-- The outbox: written with the notice, sent afterwards, at least once.
create table hub.notice_delivery (
    id          uuid        primary key default uuidv7(),
    notice      uuid        not null references hub.notice on delete cascade,
    address     text,
    webhook     uuid        references hub.webhook on delete cascade,
    place       text        generated always as (coalesce(address, webhook::text)) stored,
    state       text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts    integer     not null default 0,
    next_at     timestamptz not null,
    blocks      boolean     not null default false, -- being sent, or its place failed: nothing else goes there before it
    error       text,
    finished_at timestamptz,
    check ((address is null) = (webhook is not null)),
    check ((finished_at is null) = (state = 'WAITING'))
);
create index notice_delivery_due on hub.notice_delivery (next_at, id) where state = 'WAITING';
create index notice_delivery_blocks on hub.notice_delivery (place) where state = 'WAITING' and blocks;
create index notice_delivery_of_notice on hub.notice_delivery (notice);
create index notice_delivery_of_webhook on hub.notice_delivery (webhook) where webhook is not null;
create index notice_delivery_of_place on hub.notice_delivery (place, id desc);

grant select, insert, update, delete on hub.notice_address, hub.webhook to hub_release;
grant select, insert, update on hub.notice_delivery to hub_release;
