-- Failures a batch had no part in: they are no attempts of its own, but each makes the pause before the next one longer.
alter table hub.ingest_batch add column outages integer not null default 0;
