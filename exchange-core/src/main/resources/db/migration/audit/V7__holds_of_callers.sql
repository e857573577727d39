-- A hold on a range of entries may be on those of one caller only: a case about somebody keeps nobody else's detail.
-- While its case goes on it reaches further with what is found; what it reached is said when it is released.
alter table hub.log_hold
    add column client  text,
    add column account text,
    add check ((client is null) = (account is null)),
    add check (account is null or first_index is not null);
grant update (last_index) on hub.log_hold to hub_release;
