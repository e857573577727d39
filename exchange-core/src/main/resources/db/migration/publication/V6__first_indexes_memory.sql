-- The keys of a million rows are sorted in memory: half a minute's work for a city's largest registers.
alter function hub.make_first_indexes(bigint) set maintenance_work_mem = '128MB';
