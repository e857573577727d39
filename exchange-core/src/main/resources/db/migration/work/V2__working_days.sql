-- Years whose holidays (放假) and make-up days (调休) are known; of any other year the plain weekends are taken, provisionally.
-- Only what departs from Monday to Friday is kept, with the weekend days of a holiday for whoever reads it.
create table hub.working_year (
    year       integer     primary key check (year between 2000 and 2199),
    source     text        not null, -- the notice it was published by
    days       jsonb       not null, -- [{day, working, name: {zh, en}}], by day
    version    integer     not null default 1 check (version > 0),
    changed_by text        not null,
    changed_at timestamptz not null default now()
);

-- As published by the General Office of the State Council, read in both notices as the press reprints them; the number of the
-- second is from memory, and so marked. Compare with the notices themselves before relying on them.
insert into hub.working_year (year, source, days, changed_by)
select extract(year from first), case extract(year from first)
           when 2025 then '国务院办公厅关于2025年部分节假日安排的通知, 2024-11-12 (国办发明电〔2024〕12号)'
           else '国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04 (国办发明电〔2025〕7号, number from memory)' end,
       jsonb_agg(jsonb_build_object('day', to_char(day, 'YYYY-MM-DD'), 'working', working,
                                    'name', jsonb_build_object('zh', zh, 'en', en)) order by day),
       'hub'
  from (values
        (date '2025-01-01', date '2025-01-01', false, '元旦', 'New Year''s Day'),
        (date '2025-01-26', date '2025-01-26', true, '春节调休', 'Made up for Spring Festival'),
        (date '2025-01-28', date '2025-02-04', false, '春节', 'Spring Festival'),
        (date '2025-02-08', date '2025-02-08', true, '春节调休', 'Made up for Spring Festival'),
        (date '2025-04-04', date '2025-04-06', false, '清明节', 'Qingming Festival'),
        (date '2025-04-27', date '2025-04-27', true, '劳动节调休', 'Made up for Labour Day'),
        (date '2025-05-01', date '2025-05-05', false, '劳动节', 'Labour Day'),
        (date '2025-05-31', date '2025-06-02', false, '端午节', 'Dragon Boat Festival'),
        (date '2025-09-28', date '2025-09-28', true, '国庆节、中秋节调休', 'Made up for National Day and Mid-Autumn Festival'),
        (date '2025-10-01', date '2025-10-08', false, '国庆节、中秋节', 'National Day and Mid-Autumn Festival'),
        (date '2025-10-11', date '2025-10-11', true, '国庆节、中秋节调休', 'Made up for National Day and Mid-Autumn Festival'),
        (date '2026-01-01', date '2026-01-03', false, '元旦', 'New Year''s Day'),
        (date '2026-01-04', date '2026-01-04', true, '元旦调休', 'Made up for New Year''s Day'),
        (date '2026-02-14', date '2026-02-14', true, '春节调休', 'Made up for Spring Festival'),
        (date '2026-02-15', date '2026-02-23', false, '春节', 'Spring Festival'),
        (date '2026-02-28', date '2026-02-28', true, '春节调休', 'Made up for Spring Festival'),
        (date '2026-04-04', date '2026-04-06', false, '清明节', 'Qingming Festival'),
        (date '2026-05-01', date '2026-05-05', false, '劳动节', 'Labour Day'),
        (date '2026-05-09', date '2026-05-09', true, '劳动节调休', 'Made up for Labour Day'),
        (date '2026-06-19', date '2026-06-21', false, '端午节', 'Dragon Boat Festival'),
        (date '2026-09-20', date '2026-09-20', true, '国庆节调休', 'Made up for National Day'),
        (date '2026-09-25', date '2026-09-27', false, '中秋节', 'Mid-Autumn Festival'),
        (date '2026-10-01', date '2026-10-07', false, '国庆节', 'National Day'),
        (date '2026-10-10', date '2026-10-10', true, '国庆节调休', 'Made up for National Day')
       ) as span (first, last, working, zh, en),
       lateral (select generate_series(first, last, interval '1 day')::date as day) each_day
 group by extract(year from first);

grant select, insert, update on hub.working_year to hub_release;
