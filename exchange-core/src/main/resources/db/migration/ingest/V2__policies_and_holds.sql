-- What the steward of a dataset lets its batches do; a dataset without a row follows the configured defaults.
create table hub.ingest_policy (
    dataset            text             primary key,
    reject_above_share double precision not null check (reject_above_share between 0 and 1),
    reject_above_rows  bigint           check (reject_above_rows >= 0),
    hold_above_share   double precision not null check (hold_above_share between 0 and 1),
    hold_above_rows    bigint           not null check (hold_above_rows >= 0),
    paused             boolean          not null,
    version            integer          not null check (version > 0),
    changed_by         text             not null,
    changed_at         timestamptz      not null
);
grant select, insert, update on hub.ingest_policy to hub_release;

-- A held batch waits for its steward, and those behind it with it; a cancelled one is finished without a release.
alter table hub.ingest_batch
    add column hold     jsonb,
    add column approved boolean not null default false,
    drop constraint ingest_batch_state_check,
    drop constraint ingest_batch_check,
    drop constraint ingest_batch_check1,
    add constraint ingest_batch_state
        check (state in ('OPEN', 'COMMITTED', 'HELD', 'PUBLISHED', 'REJECTED', 'CANCELLED')),
    add constraint ingest_batch_order
        check (case state when 'OPEN' then commit_order is null when 'CANCELLED' then true else commit_order is not null end),
    add constraint ingest_batch_finished
        check ((state in ('PUBLISHED', 'REJECTED', 'CANCELLED')) = (finished_at is not null)),
    add constraint ingest_batch_hold check (state <> 'HELD' or hold is not null);
drop index hub.ingest_batch_waiting;
create index ingest_batch_waiting on hub.ingest_batch (dataset, commit_order) where state in ('COMMITTED', 'HELD');
