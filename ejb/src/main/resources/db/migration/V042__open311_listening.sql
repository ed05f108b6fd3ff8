-- What the status notes of a request said when its server was last asked, as SHA-256: the same words are not said twice.
alter table remote_request
    add column heard_hash binary(32) null after remote_updated_at,
    add key ix_remote_asked (authority_code, state, next_poll_at);

-- When the discovery's edition is looked at again; a new server's services are read at once.
alter table open311_endpoint add column services_due_at datetime(6) not null default '2000-01-01' after services_at;
