-- What changed in the catalog last, for who harvests it: each dataset that is or was in force at the number of its last change.
-- Numbers are given in commit order, under an advisory lock that the commit releases (decision 0025).
create table hub.catalog_feed (
    dataset text        primary key references hub.dataset (code),
    number  bigint      not null unique check (number > 0),
    at      timestamptz not null
);
create sequence hub.catalog_feed_number owned by hub.catalog_feed.number;
insert into hub.catalog_feed (dataset, number, at)
select code, nextval('hub.catalog_feed_number'), coalesce(published_at, created_at)
  from hub.dataset where state in ('PUBLISHED', 'WITHDRAWING', 'WITHDRAWN') order by published_at, code;

grant select, insert, update on hub.catalog_feed to hub_release;
grant usage, select on hub.catalog_feed_number to hub_release;
