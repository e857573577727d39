-- Digests of releases (docs/canonical-records.md), made when first asked for; the newest state is where the next goes on from.
create table hub.publication_digest (
    dataset  text   not null,
    release  bigint not null,
    records  bigint not null check (records >= 0),
    digest   text   not null,
    state    bytea  not null,
    primary key (dataset, release),
    foreign key (dataset, release) references hub.publication_release (dataset, release)
);
grant select, insert on hub.publication_digest to hub_release;
