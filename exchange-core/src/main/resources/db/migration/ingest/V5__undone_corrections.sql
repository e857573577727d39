-- When the batch that brought corrections is taken back, the rows it resolved are looked up by it.
create index ingest_quarantine_resolved on hub.ingest_quarantine (resolved_by) where resolved_by is not null;
