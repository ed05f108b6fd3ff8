-- The operator's mail log: the newest of a state and a kind; the newest of a state stand in ix_notification_due.
alter table notification add key ix_notification_log (state, kind, next_attempt_at);
