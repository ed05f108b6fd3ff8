-- A letter that comes back, or is answered without its address, is found by its name.
alter table delivery add key ix_delivery_message (message_id);
alter table notification add key ix_notification_message (message_id);
-- The same mail over two ways has two envelopes and one name.
alter table incoming_mail add key ix_incoming_mail_message (message_id);
