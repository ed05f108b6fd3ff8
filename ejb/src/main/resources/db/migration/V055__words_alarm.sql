-- Residents' words that do not reach an authority's server are an alarm as reports are.
alter table integration_alarm add column words int not null default 0;

-- When words last arrived there.
alter table update_delivery add key ix_update_delivery_success (authority_code, delivered_at);
