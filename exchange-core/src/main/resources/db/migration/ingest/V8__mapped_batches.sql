-- Parts may be files as their owner keeps them: what makes rows of the schema of them, in JSON.
alter table hub.ingest_batch add column mapping text;
alter table hub.ingest_part
    drop constraint ingest_part_format_check,
    add constraint ingest_part_format_check
        check (format in ('AVRO', 'NDJSON', 'CSV', 'PARQUET', 'AVRO_WIRE', 'JSON', 'XLSX'));
