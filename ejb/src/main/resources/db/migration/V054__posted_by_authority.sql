-- What an authority's system posts is known by the authority and not by the key: keys are replaced, and the same request again is the
-- same report all the same. Where two keys had posted the same, the earlier report stays the one that is answered.
alter table posted_request
    add column authority_code varchar(8) null first,
    add key ix_posted_moving (client_hash, authority_code);

update posted_request p join api_key k on k.id = p.api_key_id set p.authority_code = k.authority_code;

delete later from posted_request later
  join posted_request earlier
    on earlier.client_hash = later.client_hash and earlier.authority_code = later.authority_code
   and (earlier.posted_at < later.posted_at
        or earlier.posted_at = later.posted_at and earlier.api_key_id < later.api_key_id);

alter table posted_request
    drop foreign key fk_posted_key,
    drop primary key,
    drop key ix_posted_moving,
    drop column api_key_id,
    modify column authority_code varchar(8) not null,
    add primary key (authority_code, client_hash),
    add constraint fk_posted_authority foreign key (authority_code) references authority (code);

-- Updates likewise: "key" instead of "key:12". What two keys have said stays the later one's.
update ignore incoming_update set source = 'key' where source like 'key:%' order by id;
