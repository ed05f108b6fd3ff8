-- Why somebody decided against a mail; null when nobody said, and for mails that nobody decided against.
alter table incoming_mail add column refusal varchar(500) null after judged_by;
