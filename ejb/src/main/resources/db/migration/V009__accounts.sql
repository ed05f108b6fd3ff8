-- Everybody who signs in: residents, staff and operators alike. One address is one person.
create table account (
    id              bigint       not null,
    email           varchar(254) not null,
    name            varchar(100) not null,
    phone           varchar(40)  null,
    language        char(2)      not null,
    operator        boolean      not null,
    -- As the password hash writes itself, with algorithm, rounds and salt; null for who signs in by link or through an employer.
    password_hash   varchar(300) null,
    -- Encrypted with a key of the installation.
    totp_secret     varbinary(200) null,
    totp_enabled_at datetime(6)  null,
    -- The last time step that was used: a code works once.
    totp_last_step  bigint       null,
    failed_attempts int          not null,
    locked_until    datetime(6)  null,
    created_at      datetime(6)  not null,
    last_seen_at    datetime(6)  null,
    version         int          not null,
    primary key (id),
    unique key uk_account_email (email),
    key ix_account_last_seen (last_seen_at)
);

create table recovery_code (
    id         bigint      not null,
    account_id bigint      not null,
    code_hash  binary(32)  not null,
    used_at    datetime(6) null,
    primary key (id),
    key ix_recovery_code_account (account_id),
    constraint fk_recovery_code_account foreign key (account_id) references account (id) on delete cascade
);

-- Somebody is signed in with a browser. Deleted when they sign out; a token is known by its hash only.
create table account_session (
    id                bigint       not null,
    account_id        bigint       not null,
    token_hash        binary(32)   not null,
    -- The rotating token of "remember me"; a use of the one before it, later than a moment, is a thief's or a victim's.
    remember_hash     binary(32)   null,
    remember_previous binary(32)   null,
    rotated_at        datetime(6)  null,
    browser           varchar(200) not null,
    created_at        datetime(6)  not null,
    last_seen_at      datetime(6)  not null,
    expires_at        datetime(6)  not null,
    remembered_until  datetime(6)  null,
    primary key (id),
    unique key uk_account_session_token (token_hash),
    unique key uk_account_session_remember (remember_hash),
    key ix_account_session_previous (remember_previous),
    key ix_account_session_account (account_id, last_seen_at),
    key ix_account_session_expires (expires_at),
    constraint fk_account_session_account foreign key (account_id) references account (id) on delete cascade
);

-- Who works for which authority, as what; categories is empty for all, else codes separated by commas.
create table membership (
    id             bigint        not null,
    account_id     bigint        not null,
    authority_code varchar(8)    not null,
    role           varchar(16)   not null,
    categories     varchar(1000) not null,
    created_at     datetime(6)   not null,
    primary key (id),
    unique key uk_membership (account_id, authority_code),
    key ix_membership_authority (authority_code, role),
    constraint fk_membership_account foreign key (account_id) references account (id) on delete cascade,
    constraint fk_membership_authority foreign key (authority_code) references authority (code)
);

-- authority_code is null for an operator.
create table invitation (
    id             bigint        not null,
    email          varchar(254)  not null,
    authority_code varchar(8)    null,
    role           varchar(16)   null,
    categories     varchar(1000) not null,
    language       char(2)       not null,
    invited_by     bigint        null,
    created_at     datetime(6)   not null,
    expires_at     datetime(6)   not null,
    accepted_at    datetime(6)   null,
    withdrawn_at   datetime(6)   null,
    primary key (id),
    key ix_invitation_authority (authority_code, created_at),
    key ix_invitation_email (email),
    constraint fk_invitation_authority foreign key (authority_code) references authority (code),
    constraint fk_invitation_inviter foreign key (invited_by) references account (id) on delete set null
);

-- How an authority's staff signs in.
create table authority_sign_in (
    authority_code     varchar(8)     not null,
    totp_required      boolean        not null,
    oidc_enabled       boolean        not null,
    oidc_issuer        varchar(300)   null,
    oidc_client_id     varchar(200)   null,
    oidc_client_secret varbinary(600) null,
    changed_at         datetime(6)    not null,
    version            int            not null,
    primary key (authority_code),
    constraint fk_authority_sign_in_authority foreign key (authority_code) references authority (code)
);

-- What somebody has chosen for their own screen: which columns, which authority last.
create table account_preference (
    account_id bigint        not null,
    name       varchar(40)   not null,
    choice     varchar(1000) not null,
    primary key (account_id, name),
    constraint fk_account_preference_account foreign key (account_id) references account (id) on delete cascade
);

create table saved_filter (
    id             bigint        not null,
    account_id     bigint        not null,
    authority_code varchar(8)    not null,
    name           varchar(60)   not null,
    query          varchar(1000) not null,
    created_at     datetime(6)   not null,
    primary key (id),
    unique key uk_saved_filter (account_id, authority_code, name),
    constraint fk_saved_filter_account foreign key (account_id) references account (id) on delete cascade,
    constraint fk_saved_filter_authority foreign key (authority_code) references authority (code)
);
