-- What witnesses answered (C2SP tlog-witness): their cosignature of a checkpoint, once per witness and size.
create table hub.log_cosignature (
    size    bigint not null,
    witness text   not null, -- the witness's verifier key
    line    text   not null, -- the signature line as it stands under the checkpoint, without its newline
    at      timestamptz not null, -- when the witness says it signed
    primary key (size, witness)
);

-- The last checkpoint a witness cosigned.
create index log_cosignature_of on hub.log_cosignature (witness, size);

grant select, insert on hub.log_cosignature to hub_log;
