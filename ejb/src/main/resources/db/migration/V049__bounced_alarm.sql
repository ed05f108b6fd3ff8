-- Letters that have come back: an alarm of their own, also where others go through.
alter table integration_alarm add column bounced int not null default 0;
