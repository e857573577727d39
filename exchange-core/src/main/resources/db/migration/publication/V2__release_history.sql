-- Layouts of tables change with the hub: one made by an earlier hub gets what it lacks when it is next asked for.
alter table hub.publication add column layout integer not null default 1;

-- A release without a batch takes an earlier one back.
alter table hub.publication_release
    alter column batch drop not null,
    add column undoes bigint,
    add constraint publication_release_origin check ((batch is null) = (undoes is not null)),
    add constraint publication_release_undone foreign key (dataset, undoes)
        references hub.publication_release (dataset, release);
create index publication_release_time on hub.publication_release (dataset, published_at);
