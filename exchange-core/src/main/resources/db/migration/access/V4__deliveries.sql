-- What providers have consented to and when it was delivered (Decree 809, Art. 22). Grants from before have none.
create table hub.delivery (
    access_grant uuid        primary key references hub.access_grant (id),
    dataset      text        not null,
    due_since    timestamptz not null,
    delivered_at timestamptz
);
create index delivery_awaited on hub.delivery (dataset) where delivered_at is null;
grant select, insert, update, delete on hub.delivery to hub_release;
