-- The administrators of an authority are told once a day at most that replies wait for approval.
create table waiting_digest (
    id             bigint     not null,
    authority_code varchar(8) not null,
    told_on        date       not null,
    primary key (id),
    unique key uk_waiting_digest (authority_code, told_on),
    key ix_waiting_digest_age (told_on),
    constraint fk_waiting_digest_authority foreign key (authority_code) references authority (code)
);
