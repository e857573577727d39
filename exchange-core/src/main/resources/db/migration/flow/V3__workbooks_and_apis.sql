-- Two more kinds of source, and what is wrong with one in Chinese too (what was noted before is in English alone).
alter table hub.source
    drop constraint source_kind_check,
    add constraint source_kind_check check (kind in ('DATABASE_TABLE', 'CSV_FOLDER', 'XLSX_FOLDER', 'JSON_API')),
    add column last_error_zh text;
