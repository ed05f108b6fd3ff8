-- The recipient may be the address of an authority's server.
alter table delivery modify recipient varchar(500) null;
