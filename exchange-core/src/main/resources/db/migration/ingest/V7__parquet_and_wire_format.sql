-- Parts may be Parquet files, or messages of the Confluent wire format behind their lengths.
alter table hub.ingest_part
    drop constraint ingest_part_format_check,
    add constraint ingest_part_format_check check (format in ('AVRO', 'NDJSON', 'CSV', 'PARQUET', 'AVRO_WIRE'));
