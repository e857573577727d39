-- A batch may bring corrected rows of an earlier one; a quarantined row is resolved by the batch that published it.
alter table hub.ingest_batch
    add column corrects   uuid references hub.ingest_batch,
    add column unresolved bigint not null default 0;
update hub.ingest_batch b
   set unresolved = (select count(*) from hub.ingest_quarantine q where q.batch = b.id);
alter table hub.ingest_quarantine add column resolved_by uuid references hub.ingest_batch;
create index ingest_quarantine_rows on hub.ingest_quarantine (batch, row_number) where resolved_by is null;
grant update (resolved_by) on hub.ingest_quarantine to hub_release;
