-- A change that is given up leaves its number to the next, and its files must not pass for the next one's.
grant delete on hub.assessment_file to hub_release;
delete from hub.assessment_file as file
 using hub.dataset
 where dataset.code = file.dataset
   and file.edition > greatest(dataset.edition, coalesce((dataset.change ->> 'edition')::integer, 0));
