-- When what may have arrived at a server was first looked for in vain since it was last handed over: only the second time in vain, some
-- minutes later, it is sent again.
alter table delivery add column not_found_at datetime(6) null;
alter table update_delivery add column not_found_at datetime(6) null after silent_at;

-- Receipts that were asked about for a month, and nobody asks about any more: there will be no number, and no words wait for one.
update remote_request set state = 'BLIND', version = version + 1 where state = 'TOKEN' and next_poll_at is null;
