-- hub: our own tables · shared: published datasets · staging: unlogged tables of running batches
create schema if not exists shared;
create schema if not exists staging;

grant usage on schema hub to hub_release, hub_reader, hub_log, hub_eraser;
grant usage on schema shared to hub_release, hub_reader;
grant usage on schema staging to hub_release;
