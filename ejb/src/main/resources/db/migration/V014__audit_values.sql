-- By whom, at which authority, and from what to what. Personal values are never kept: then both stay null.
alter table audit_entry
    add column account_id     bigint        null,
    add column authority_code varchar(8)    null,
    add column before_value   varchar(2000) null,
    add column after_value    varchar(2000) null,
    add key ix_audit_authority (authority_code, at),
    add key ix_audit_account (account_id, at);
