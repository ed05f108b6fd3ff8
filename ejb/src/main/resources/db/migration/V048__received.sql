-- Every kind of answer has room, also the one that is never kept today.
alter table incoming_update modify column result varchar(16) not null;
