-- Disputes are kept for themselves (hub.dispute): what was under way goes on there, with its stage and its steps.
insert into hub.dispute
    (id, about_type, about_id, title_zh, title_en, link, contested_version, dataset, claimant, respondent, contested, reason, state,
     course, appeal_until, opened_by, opened_at, version)
select uuidv7(), 'correction', c.id::text, coalesce(d.entry #>> '{title,zh}', c.dataset), coalesce(d.entry #>> '{title,en}', c.dataset),
       '/datasets/' || c.dataset, c.version, c.dataset, c.department, c.provider,
       (select step ->> 'words' from jsonb_array_elements(c.course) step where step ->> 'move' = 'PROVIDER_REJECTS' limit 1),
       c.reason,
       case when c.state = 'REJECTED' then 'DECIDED_AGAINST' else c.state end,
       coalesce((select jsonb_agg(step) from jsonb_array_elements(c.course) step
                  where step ->> 'move' in ('ESCALATES', 'AUTHORITY_UPHOLDS', 'AUTHORITY_REJECTS', 'APPEALS')), '[]'),
       case when c.state = 'REJECTED' then current_date + 14 end,
       c.department, c.flagged_at, 1
  from hub.correction c left join hub.dataset d on d.code = c.dataset
 where c.state in ('NEGOTIATING', 'WITH_AUTHORITY', 'WITH_GOVERNMENT') or (c.state = 'REJECTED' and c.authority_decided);

alter table hub.correction drop constraint correction_state_check;
update hub.correction set state = 'DISPUTED'
 where state in ('NEGOTIATING', 'WITH_AUTHORITY', 'WITH_GOVERNMENT') or (state = 'REJECTED' and authority_decided);
update hub.correction
   set course = coalesce((select jsonb_agg(case step ->> 'move'
                                               when 'AUTHORITY_UPHOLDS' then step || '{"move": "DISPUTE_UPHOLDS"}'
                                               when 'GOVERNMENT_UPHOLDS' then step || '{"move": "DISPUTE_UPHOLDS"}'
                                               when 'GOVERNMENT_REJECTS' then step || '{"move": "DISPUTE_REJECTS"}'
                                               else step end)
                            from jsonb_array_elements(course) step
                           where step ->> 'move' not in ('ESCALATES', 'AUTHORITY_REJECTS', 'APPEALS')), '[]');
alter table hub.correction
    drop column authority_decided,
    add constraint correction_state_check check (state in
        ('FLAGGED', 'UPHELD', 'REJECTED', 'DISPUTED', 'CORRECTED', 'CLOSED', 'WITHDRAWN'));
