-- Tokens are random, so an index that begins with them is written all over: each new row dirties a page of its own, and
-- with full_page_writes 8 kB of WAL for 50 bytes. With the range of entries first, new rows fall into the part of the index
-- that is in memory. Looking up a token probes each range of 2^20 entries once: PostgreSQL 18 skips from one to the next.
alter table hub.log_subject drop constraint log_subject_pkey;
alter table hub.log_subject
    alter column token type text collate "C",
    add column range integer not null generated always as ((index >> 20)::integer) stored;
alter table hub.log_subject add primary key (range, token, index);
