-- Two reviews, the head's consent before them, changes and withdrawals (Decree 809, Arts. 12, 13, 16, 17, 27).
alter table hub.dataset
    drop constraint dataset_state_check,
    drop constraint dataset_check1,
    add constraint dataset_state_check check (state in ('DRAFT', 'SUBMITTED', 'CONSENTED', 'REGISTERED', 'RETURNED',
        'PUBLISHED', 'WITHDRAWING', 'WITHDRAWN', 'DISCARDED')),
    add constraint dataset_submitted_check check (state in ('DRAFT', 'DISCARDED') or submitted_by is not null),
    add column edition integer not null default 1 check (edition > 0),
    add column change jsonb,
    add column withdrawal jsonb,
    add constraint dataset_change_check check (change is null or state = 'PUBLISHED'),
    add constraint dataset_withdrawal_check check ((withdrawal is null) = (state not in ('WITHDRAWING', 'WITHDRAWN')));
create index dataset_by_state on hub.dataset (state, code);
create index dataset_by_change on hub.dataset ((change ->> 'state'), code) where change is not null;

-- Every edition that ever was in force; rows are only added. The first of an older dataset comes with its second.
create table hub.dataset_edition (
    dataset      text        not null references hub.dataset (code),
    edition      integer     not null check (edition > 0),
    entry        jsonb       not null,
    cause        text check (cause in ('LAW', 'DUTIES', 'DATA')),
    reason       text,
    published_at timestamptz not null,
    primary key (dataset, edition)
);
insert into hub.dataset_edition (dataset, edition, entry, published_at)
select code, 1, entry, published_at from hub.dataset where state = 'PUBLISHED';

alter table hub.dataset_history
    drop constraint dataset_history_move_check,
    drop constraint dataset_history_check,
    add column edition integer not null default 1,
    add column from_state text;
update hub.dataset_history set move = 'DRAFTED' where move = 'REGISTERED';
update hub.dataset_history set move = 'REGISTRATION_REFUSED' where move = 'RETURNED';
alter table hub.dataset_history
    add constraint dataset_history_move_check check (move in ('DRAFTED', 'CHANGE_OPENED', 'AMENDED', 'SUBMITTED',
        'DISCARDED', 'CONSENTED', 'CONSENT_REFUSED', 'REGISTRATION_APPROVED', 'REGISTRATION_REFUSED', 'PUBLISHED',
        'PUBLICATION_REFUSED', 'WITHDRAWAL_PROPOSED', 'WITHDRAWAL_RECALLED', 'WITHDRAWAL_REFUSED', 'WITHDRAWN')),
    add constraint dataset_history_check check (opinion is not null or move not in ('CHANGE_OPENED', 'DISCARDED',
        'CONSENT_REFUSED', 'REGISTRATION_REFUSED', 'PUBLICATION_REFUSED', 'WITHDRAWAL_PROPOSED',
        'WITHDRAWAL_RECALLED', 'WITHDRAWAL_REFUSED'));

grant select, insert on hub.dataset_edition to hub_release;
