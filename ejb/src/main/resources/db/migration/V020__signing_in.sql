-- By which way somebody came, and whether with a second factor: an authority may demand one.
alter table account_session
    add column way           varchar(12) not null default 'PASSWORD' after browser,
    add column second_factor boolean     not null default false      after way;

-- The password was right, the code is still to come. Never a session: another token, another table.
create table sign_in_step (
    token_hash binary(32)  not null,
    account_id bigint      not null,
    way        varchar(12) not null,
    remember   boolean     not null,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    primary key (token_hash),
    key ix_sign_in_step_account (account_id),
    key ix_sign_in_step_expires (expires_at),
    constraint fk_sign_in_step_account foreign key (account_id) references account (id) on delete cascade
);

-- Somebody asked for a link. About an address and not an account: one that has none gets it when the link is used, so that nobody
-- learns from the asking who has an account, and nobody gets one by a stranger's asking.
create table sign_in_request (
    id         bigint       not null,
    email      varchar(254) not null,
    language   char(2)      not null,
    remember   boolean      not null,
    target     varchar(500) null,
    created_at datetime(6)  not null,
    primary key (id),
    key ix_sign_in_request_email (email, created_at),
    key ix_sign_in_request_created (created_at)
);
