-- Addresses that may not report, comment or subscribe. Asked for by the hash; the address itself is for the operator who has to recognise it.
create table blocked_address (
    id         bigint       not null,
    hash       binary(32)   not null,
    email      varchar(254) not null,
    -- A reference or a few words, never about a person's character.
    reason     varchar(200) not null,
    blocked_at datetime(6)  not null,
    until_at   datetime(6)  not null,
    blocked_by bigint       null,
    primary key (id),
    unique key uk_blocked_address_hash (hash),
    key ix_blocked_address_until (until_at),
    key ix_blocked_address_at (blocked_at, id),
    constraint fk_blocked_address_account foreign key (blocked_by) references account (id) on delete set null
);
