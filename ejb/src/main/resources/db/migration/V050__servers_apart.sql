-- Letters, and the reports to each authority's server, are looked for along indexes of their own: nobody locks, nor waits for, what
-- somebody else is to send.
alter table delivery
    add key ix_delivery_way (channel, state, next_attempt_at),
    add key ix_delivery_lane (authority_code, channel, state, next_attempt_at);

-- What their system said no to goes again when the category has become another service of theirs since.
alter table open311_mapping add column changed_at datetime(6) not null default '2000-01-01';

-- A resident's words of which nothing was heard the first time they were handed over; and the receipt that is to become their number.
alter table update_delivery
    add column silent_at datetime(6) null after handed_over_at,
    add column token varchar(200) null after remote_update_id,
    add column next_poll_at datetime(6) null after token,
    add column polls int not null default 0 after next_poll_at,
    add key ix_update_delivery_lane (authority_code, state, next_attempt_at),
    add key ix_update_delivery_token (next_poll_at);
