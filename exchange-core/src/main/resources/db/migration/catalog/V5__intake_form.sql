-- What is asked of datasets beyond the law's items (Decree 809, Art. 13 names nine); rows are only added, the last is in force.
create table hub.intake_form (
    version    integer     primary key check (version > 0),
    fields     jsonb       not null, -- [{id, name, hint, type, choices, codeList, required, from, departments, classifications}]
    reason     text        not null,
    changed_by text        not null,
    changed_at timestamptz not null
);

grant select, insert on hub.intake_form to hub_release;
