-- The liability list goes by when a deadline became overdue.
create index deadline_overdue_at on hub.deadline (overdue_at, id) where overdue_at is not null;
create index deadline_received on hub.deadline (received_on);
