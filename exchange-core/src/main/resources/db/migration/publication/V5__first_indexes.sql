-- Indexes of tables that hold nothing yet. They are made with the first release, from all its rows at once, which is several
-- times faster than row by row. Only the owner writes here: the statements are run with its rights.
create table hub.publication_first_index (
    number    bigint  not null references hub.publication (number) on delete cascade,
    ordinal   integer not null,
    statement text    not null,
    primary key (number, ordinal)
);

-- Makes what waits for a table, within the release's own transaction: whoever sees the rows sees the indexes.
create function hub.make_first_indexes(publication bigint) returns void
    language plpgsql security definer set search_path = '' set maintenance_work_mem = '64MB' as $$
declare
    each record;
begin
    for each in select i.statement from hub.publication_first_index i where i.number = publication order by i.ordinal
    loop
        execute each.statement;
    end loop;
    delete from hub.publication_first_index i where i.number = publication;
end
$$;
revoke all on function hub.make_first_indexes(bigint) from public;
grant execute on function hub.make_first_indexes(bigint) to hub_release;
