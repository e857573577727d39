-- Which version's indexes for readers a table has: they are made beside its use, not within a publication.
alter table hub.publication
    add column indexed_version integer not null default 0,
    add column indexed_layout  integer not null default 0;
